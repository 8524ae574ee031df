using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Companies;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>
/// As little of a town as pages need: two teams, a citizen in each and one whose address is protected, a company with
/// an order, and an account in every role. What a register has is taken in as any register's; accounts are opened by
/// their use case.
/// </summary>
internal sealed class SmallTown
{
    /// <summary>Stands in every name and text of the town; a neighbour's is a canary.</summary>
    public string Mark { get; private init; } = "";

    public TeamId Job { get; } = NewId.Of<TeamId>();

    public TeamId Sick { get; } = NewId.Of<TeamId>();

    /// <summary>In team Job, with a note, a meeting planned and one held.</summary>
    public CitizenId Own { get; } = NewId.Of<CitizenId>();

    /// <summary>In team Sick, where the case worker is not.</summary>
    public CitizenId Other { get; } = NewId.Of<CitizenId>();

    /// <summary>In team Job, with a protected address.</summary>
    public CitizenId Hidden { get; } = NewId.Of<CitizenId>();

    /// <summary>A team of another department, which takes part in the own citizen's plan.</summary>
    public TeamId Health { get; } = NewId.Of<TeamId>();

    /// <summary>A step of the own citizen's plan, with a question that waits for an answer.</summary>
    public PlanStepId Step { get; } = NewId.Of<PlanStepId>();

    public static Cvr BakeryCvr => Cvr.TryParse("10000009", out var cvr) ? cvr.Value : default;

    public CompanyId Bakery { get; } = NewId.Of<CompanyId>();

    public NoteId Note { get; } = NewId.Of<NoteId>();

    /// <summary>The one that is planned with the town's own citizen.</summary>
    public MeetingId Meeting { get; } = NewId.Of<MeetingId>();

    public UserId Politician { get; private set; }

    /// <summary>Somebody whose number can belong to nobody.</summary>
    public static Cpr CprOf(DateOnly born, int ordinal = 0) => Enumerable.Range(0, 10_000)
        .Select(running => Cpr.TryParse($"{born:ddMMyy}{running:0000}", out var cpr) ? cpr : null)
        .OfType<Cpr>().Where(cpr => cpr.Born == born && !cpr.PassesModulus11).ElementAt(ordinal);

    /// <summary>Builds it in the scope's database; the scope runs as the system.</summary>
    public static async Task<SmallTown> BuildAsync(IServiceProvider scope, string mark = "")
    {
        var town = new SmallTown { Mark = mark };
        var workers = await town.AccountsAsync(scope);
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        await scope.TakeInAsync([
            .. town.Office(workers),
            .. town.Citizens(workers, now.DanishDate()),
            .. town.Conversations(workers, now),
            .. town.Companies(now),
            .. town.Steps(now),
        ]);
        (await scope.GetRequiredService<UnitOfWork>().RunAsync("Import", async () =>
        {
            town.Rest(scope.GetRequiredService<VirkerContext>(), now);
            await scope.GetRequiredService<VirkerContext>().SaveChangesAsync();
            return (Outcome<Done>)Done.It;
        }, default)).Refusal.ShouldBeNull();
        return town;
    }

    private async Task<UserId> AccountsAsync(IServiceProvider scope)
    {
        var create = scope.GetRequiredService<IUseCase<CreateAccount, AccountCreated>>();
        var worker = default(UserId);
        foreach (var role in Role.SignedIn)
        {
            Guid[] units =
                role == Role.CaseWorker
                || role == Role.TeamLeader
                || role == Role.YouthCounsellor
                || role == Role.CompanyConsultant
                    ? [Job.Value]
                : role == Role.PlanPartner ? [Health.Value]
                : [];
            var made = await create.RunAsync(
                new($"demo-{role.Id}", $"Prøve {role.Name}", "en lang prøvesætning", [RoleAssignment.Of(role, units)])
                {
                    Citizen = role == Role.Citizen ? Own : null,
                    Company = role == Role.Company ? Bakery : null,
                    Presentation = role.Name,
                }
            );
            made.Refusal.ShouldBeNull();
            if (role == Role.Politician) Politician = made.Value.Id;
            if (role == Role.CaseWorker) worker = made.Value.Id;
        }

        return worker;
    }

    private IEnumerable<Registered> Office(UserId worker) =>
    [
        new RegisteredTeam(Job, $"Team Job{Mark}", "Jobparate"),
        new RegisteredTeam(Sick, "Team Sygedagpenge", "Sygedagpenge"),
        new RegisteredTeam(Health, $"Sundhedscenteret{Mark}", "Sundhed", Department.Health),
        new RegisteredWorker(worker, Job, "Prøve Sagsbehandler", "Sagsbehandler"),
    ];

    private IEnumerable<Registered> Citizens(UserId worker, DateOnly today) =>
    [
        Citizen(Own, "Alma", $"Prøvesen{Mark}", new(1985, 3, 14), false),
        Citizen(Other, "Bertil", $"Fremmed{Mark}", new(1972, 7, 2), false),
        Citizen(Hidden, "Cecilie", $"Beskyttet{Mark}", new(1990, 11, 23), true),
        .. Case(Own, Job, worker, today.AddMonths(-8)),
        .. Case(Other, Sick, null, today.AddMonths(-8)),
        .. Case(Hidden, Job, worker, today.AddMonths(-8)),
        new RegisteredBenefit(Other, 6, today.AddMonths(-2)),
    ];

    private static IEnumerable<Registered> Case(CitizenId citizen, TeamId team, UserId? worker, DateOnly since) =>
    [
        new RegisteredBenefit(citizen, 1, since),
        new RegisteredCase(NewId.Of<CaseId>(), citizen, team, worker, since),
    ];

    private IEnumerable<Registered> Conversations(UserId worker, DateTimeOffset now) =>
    [
        new RegisteredNote(Note, Own, "Første samtale", $"Alma vil gerne arbejde i et bageri.{Mark}")
        {
            Author = "Prøve Sagsbehandler",
            AuthorId = worker,
            WrittenAt = now.AddDays(-3),
        },
        new RegisteredMeeting(Meeting, Own, worker, now.AddDays(2))
        {
            Kind = MeetingKind.Job,
            Channel = MeetingChannel.Attendance,
            Status = MeetingStatus.Planned,
        },
        new RegisteredMeeting(NewId.Of<MeetingId>(), Own, worker, now.AddDays(-30))
        {
            Kind = MeetingKind.Job,
            Channel = MeetingChannel.Phone,
            Status = MeetingStatus.Held,
        },
    ];

    private IEnumerable<Registered> Companies(DateTimeOffset now) =>
    [
        new RegisteredCompany(Bakery, BakeryCvr, "1000000001", $"Prøvebageriet{Mark}")
        {
            Address = "Prøvevej 2",
            PostalCode = "9999",
            Town = "Prøveby",
            Industry = "Handel",
            Sector = Sector.Private,
            Employees = 12,
            Partnership = PartnershipKind.Partner,
            PartnershipSince = now.DanishDate().AddYears(-1),
        },
        new RegisteredJobOrder(NewId.Of<JobOrderId>(), Bakery, JobOrderKind.Ordinary, $"Bager{Mark}")
        {
            CreatedOn = now.DanishDate().AddDays(-9),
            Positions = 2,
            HoursPerWeek = 37,
            Status = JobOrderStatus.Open,
        },
        new RegisteredContact(
            Guid.NewGuid(),
            Bakery,
            now.AddDays(-9),
            CompanyContactKind.Visit,
            $"Rundvisning i bageriet{Mark}"
        ),
    ];

    /// <summary>A step of the jobcenter's, and one that the health centre keeps to itself.</summary>
    private IEnumerable<Registered> Steps(DateTimeOffset now) =>
    [
        new RegisteredStep(Step, Own, PlanStepKind.JobSearch, $"Søge i bagerier{Mark}")
        {
            Status = PlanStepStatus.Planned,
            MadeAt = now,
            MadeBy = "Prøve Sagsbehandler",
        },
        new RegisteredStep(NewId.Of<PlanStepId>(), Own, PlanStepKind.Treatment, $"Kendt af sundhed alene{Mark}")
        {
            Status = PlanStepStatus.Planned,
            Area = Department.Health,
            Shared = false,
            MadeAt = now.AddMinutes(1),
            MadeBy = "Prøve Fagperson",
        },
    ];

    /// <summary>What no register has: the department's part in the plan, and what sick pay stands on.</summary>
    private void Rest(VirkerContext db, DateTimeOffset now)
    {
        db.Add(
            new PlanPartnerRow
            {
                Id = Guid.NewGuid(),
                CitizenId = Own,
                TeamId = Health,
                Purpose = $"Genoptræning{Mark}",
                ConsentOn = now.DanishDate(),
                AddedAt = now,
                AddedBy = "Prøve Sagsbehandler",
            }
        );
        db.Add(
            new SickCaseRow
            {
                Id = Guid.NewGuid(),
                CitizenId = Other,
                AbsentFrom = now.DanishDate().AddMonths(-2),
                Category = 3,
                Employed = true,
                Employer = $"Prøvebageriet{Mark}",
                CompanyId = Bakery,
                OrdinaryHours = 37,
                ChangedAt = now,
                ChangedBy = "Prøve Sagsbehandler",
            }
        );
    }

    private RegisteredCitizen Citizen(CitizenId id, string given, string family, DateOnly born, bool isProtected) =>
        new(id, CprOf(born, Mark.Length > 0 ? 1 : 0), given, family)
        {
            Address = $"Prøvevej {born.Day}{Mark}",
            PostalCode = "9999",
            Town = "Prøveby",
            Phone = "00 00 00 00",
            AddressProtected = isProtected,
            ResidenceFrom = born,
            Education = Educations.Vocational,
        };
}
