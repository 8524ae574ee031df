using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Companies;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>
/// As little of a town as pages need: two teams, a citizen in each and one whose address is protected, a company with
/// an order, and an account in every role. The register's rows are written as an import would write them; accounts are
/// opened by their use case.
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
        var work = scope.GetRequiredService<UnitOfWork>();
        var workers = await town.AccountsAsync(scope);
        (await work.RunAsync("Import", async () =>
        {
            await town.RegisterAsync(scope, workers);
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

    /// <summary>
    /// Saved group by group, since the entities do not know what refers to what, and the database does.
    /// </summary>
    private async Task RegisterAsync(IServiceProvider scope, UserId worker)
    {
        var db = scope.GetRequiredService<VirkerContext>();
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        db.AddRange(
            new TeamRow
            {
                Id = Job,
                Name = $"Team Job{Mark}",
                Area = "Jobparate",
            },
            new TeamRow
            {
                Id = Sick,
                Name = "Team Sygedagpenge",
                Area = "Sygedagpenge",
            },
            new TeamRow
            {
                Id = Health,
                Name = $"Sundhedscenteret{Mark}",
                Area = "Sundhed",
            }
        );
        await db.SaveChangesAsync();
        db.Add(new TeamDepartmentRow { TeamId = Health, Department = Department.Health });
        db.Add(new WorkerRow { UserId = worker, TeamId = Job, Name = "Prøve Sagsbehandler", Title = "Sagsbehandler" });
        await db.SaveChangesAsync();
        Citizen(scope, Own, "Alma", $"Prøvesen{Mark}", new(1985, 3, 14), false);
        Citizen(scope, Other, "Bertil", $"Fremmed{Mark}", new(1972, 7, 2), false);
        Citizen(scope, Hidden, "Cecilie", $"Beskyttet{Mark}", new(1990, 11, 23), true);
        var today = now.DanishDate();
        await db.SaveChangesAsync();
        foreach (
            var (citizen, team, who) in new (CitizenId, TeamId, UserId?)[]
            {
                (Own, Job, worker),
                (Other, Sick, null),
                (Hidden, Job, worker),
            }
        )
        {
            db.Add(
                new BenefitSpellRow
                {
                    CitizenId = citizen,
                    Benefit = 1,
                    FromDay = today.AddMonths(-8),
                }
            );
            db.Add(
                new CaseRow
                {
                    Id = NewId.Of<CaseId>(),
                    CitizenId = citizen,
                    TeamId = team,
                    WorkerId = who,
                    Opened = today.AddMonths(-8),
                }
            );
        }

        db.Add(
            new NoteRow
            {
                Id = Note,
                CitizenId = Own,
                Author = "Prøve Sagsbehandler",
                AuthorId = worker,
                WrittenAt = now.AddDays(-3),
                Title = "Første samtale",
                Text = $"Alma vil gerne arbejde i et bageri.{Mark}",
            }
        );
        db.Add(
            new MeetingRow
            {
                Id = Meeting,
                CitizenId = Own,
                WorkerId = worker,
                At = now.AddDays(2),
                Kind = MeetingKind.Job,
                Channel = MeetingChannel.Attendance,
                Status = MeetingStatus.Planned,
            }
        );
        db.Add(
            new MeetingRow
            {
                Id = NewId.Of<MeetingId>(),
                CitizenId = Own,
                WorkerId = worker,
                At = now.AddDays(-30),
                Kind = MeetingKind.Job,
                Channel = MeetingChannel.Phone,
                Status = MeetingStatus.Held,
            }
        );
        db.Add(
            new CompanyRow
            {
                Id = Bakery,
                Cvr = "10000009",
                PNumber = "1000000001",
                Name = $"Prøvebageriet{Mark}",
                SearchName = $"prøvebageriet{Mark.ToLowerInvariant()}",
                Address = "Prøvevej 2",
                PostalCode = "9999",
                Town = "Prøveby",
                Industry = "Handel",
                Sector = Sector.Private,
                Employees = 12,
                Partnership = PartnershipKind.Partner,
                PartnershipSince = today.AddYears(-1),
            }
        );
        await db.SaveChangesAsync();
        Plan(db, now);
        db.Add(
            new BenefitSpellRow
            {
                CitizenId = Other,
                Benefit = 6,
                FromDay = today.AddMonths(-2),
            }
        );
        db.Add(
            new SickCaseRow
            {
                Id = Guid.NewGuid(),
                CitizenId = Other,
                AbsentFrom = today.AddMonths(-2),
                Category = 3,
                Employed = true,
                Employer = $"Prøvebageriet{Mark}",
                CompanyId = Bakery,
                OrdinaryHours = 37,
                ChangedAt = now,
                ChangedBy = "Prøve Sagsbehandler",
            }
        );
        await db.SaveChangesAsync();
        db.Add(
            new JobOrderRow
            {
                Id = NewId.Of<JobOrderId>(),
                CompanyId = Bakery,
                Kind = JobOrderKind.Ordinary,
                Title = $"Bager{Mark}",
                CreatedOn = today.AddDays(-9),
                Positions = 2,
                HoursPerWeek = 37,
                Status = JobOrderStatus.Open,
            }
        );
        db.Add(
            new CompanyContactRow
            {
                Id = Guid.NewGuid(),
                CompanyId = Bakery,
                At = now.AddDays(-9),
                Kind = CompanyContactKind.Visit,
                About = $"Rundvisning i bageriet{Mark}",
            }
        );
        await db.SaveChangesAsync();
    }

    /// <summary>
    /// A step of the jobcenter's, one that the health centre keeps to itself, and the department's part in the plan.
    /// </summary>
    private void Plan(VirkerContext db, DateTimeOffset now)
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
            new PlanStepRow
            {
                Id = Step,
                CitizenId = Own,
                Kind = PlanStepKind.JobSearch,
                Title = $"Søge i bagerier{Mark}",
                Status = PlanStepStatus.Planned,
                Owner = PlanOwner.Citizen,
                Area = Department.Employment,
                MadeAt = now,
                MadeBy = "Prøve Sagsbehandler",
                ChangedAt = now,
            }
        );
        db.Add(
            new PlanStepRow
            {
                Id = NewId.Of<PlanStepId>(),
                CitizenId = Own,
                Kind = PlanStepKind.Treatment,
                Title = $"Kendt af sundhed alene{Mark}",
                Status = PlanStepStatus.Planned,
                Owner = PlanOwner.Citizen,
                Area = Department.Health,
                Shared = false,
                MadeAt = now.AddMinutes(1),
                MadeBy = "Prøve Fagperson",
                ChangedAt = now,
            }
        );
    }

    private void Citizen(IServiceProvider scope, CitizenId id, string given, string family, DateOnly born, bool isProtected)
    {
        var db = scope.GetRequiredService<VirkerContext>();
        var keys = scope.GetRequiredService<KeyRing>().Of(scope.GetRequiredService<CurrentMunicipality>().Value);
        var cpr = CprOf(born, Mark.Length > 0 ? 1 : 0);
        db.Add(
            new CitizenRow
            {
                Id = id,
                CprSealed = keys.Seal(cpr),
                CprIndex = keys.BlindIndex(cpr),
                GivenName = given,
                FamilyName = family,
                SearchName = $"{given} {family}".ToLowerInvariant(),
                Born = born,
                Sex = 2,
                Address = $"Prøvevej {born.Day}{Mark}",
                PostalCode = "9999",
                Town = "Prøveby",
                Phone = "00 00 00 00",
                AddressProtected = isProtected,
                ResidenceFrom = born,
                Education = Educations.Vocational,
            }
        );
    }
}
