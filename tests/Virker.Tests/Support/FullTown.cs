using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Committee;
using Virker.Companies;
using Virker.Economy;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;
using Virker.Targets;
using Virker.Tests.Targets;

namespace Virker.Tests.Support;

/// <summary>
/// The small town with something of everything that a page can show, so that who sees it is asked of every page and
/// every field. What a register has is taken in as any register's; all else is done by those who do it,
/// through their use cases.
/// </summary>
internal sealed partial class FullTown(WebHouse web, SmallCouncil council)
{
    private readonly Dictionary<Guid, string> _names = [];
    private readonly Dictionary<Guid, string> _places = [];
    private readonly List<string> _addresses =
    [
        "/svar/404",
        "/regler/simulering/sager?parameter=refund.percentage.weeks-53-on&vaerdi=30",
    ];
    private IReadOnlyDictionary<Role, Actor> _people = new Dictionary<Role, Actor>();

    /// <summary>Somebody on sick pay who has moved away, and needs an interpreter.</summary>
    public CitizenId Moved { get; } = NewId.Of<CitizenId>();

    /// <summary>In the other team; the case worker has stated a reason to look.</summary>
    public CitizenId Stated { get; } = NewId.Of<CitizenId>();

    /// <summary>Ids by what they are to the town's case worker.</summary>
    public IReadOnlyDictionary<Guid, string> Names => _names;

    /// <summary>What each thing that is no citizen's own page stands under; it is asked for there alone.</summary>
    public IReadOnlyDictionary<Guid, string> Places => _places;

    /// <summary>Where no link leads: secret links, which are sent to the one who may use them.</summary>
    public IReadOnlyList<string> Addresses => _addresses;

    private SmallTown Town => web.Town;

    private DateOnly Today => web.Clock.GetUtcNow().DanishDate();

    private Actor Worker => _people[Role.CaseWorker];

    private Actor Leader => _people[Role.TeamLeader];

    public static async Task<FullTown> BuildAsync(WebHouse web, SmallCouncil council)
    {
        var town = new FullTown(web, council);
        await town.RegisterAsync();
        await town.MeetAsync();
        await town.WorkAsync();
        await town.DecideAsync();
        await town.ReadAsync();
        return town;
    }

    private async Task RegisterAsync()
    {
        await using var scope = web.Scope(Actor.System);
        var accounts = await scope.ServiceProvider.GetRequiredService<IAccounts>().ActiveAsync();
        _people = accounts.Select(a => a.ActorOn(Today)).ToDictionary(a => a.Roles[0].Role);
        await scope.ServiceProvider.TakeInAsync([.. People(), .. Lives(web.Clock.GetUtcNow())]);
        (await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync("Import", async () =>
        {
            await RestAsync(scope.ServiceProvider.GetRequiredService<VirkerContext>());
            return (Outcome<Done>)Done.It;
        }, default)).Refusal.ShouldBeNull();
        (_names[Moved.Value], _names[Stated.Value]) = ("fraflyttet borger", "borger med begrundelse");
        var spare = await DoneAsync(
            Actor.System,
            new CreateAccount("zenia", "Zenia Prøvekonto", "en lang prøvesætning", [RoleAssignment.Of(Role.Controller)])
        );
        Name(spare.Id.Value, "konto", "/brugere/");
    }

    private IEnumerable<Registered> People() =>
    [
        Somebody(Moved, "Dorthe", "Fraflyttet", new(1979, 5, 5)) with
        {
            ResidenceTo = Today.AddDays(-20),
            AddressProtected = null,
            InterpreterLanguage = "arabisk",
        },
        Somebody(Stated, "Erik", "Andetsted", new(1968, 9, 9)),
    ];

    private static RegisteredCitizen Somebody(CitizenId id, string given, string family, DateOnly born) =>
        new(id, SmallTown.CprOf(born), given, family)
        {
            Address = $"Prøvevej {born.Day}",
            PostalCode = "9999",
            Town = "Prøveby",
            Phone = "00 00 00 01",
            Email = $"{given.ToLowerInvariant()}@eksempel.test",
            ResidenceFrom = born,
            AddressProtected = false,
            Education = Educations.Vocational,
        };

    /// <summary>What has happened to them, as the registers have it.</summary>
    private IEnumerable<Registered> Lives(DateTimeOffset now) =>
    [
        new RegisteredResource(NewId.Of<ResourceId>(), ResourceKind.Interpreter, "Tolk Prøvesen")
        {
            Language = "arabisk",
        },
        new RegisteredDate("prøve", Today.AddDays(-1)),
        new RegisteredCase(NewId.Of<CaseId>(), Moved, Town.Job, Worker.User, Today.AddMonths(-3)),
        new RegisteredCase(NewId.Of<CaseId>(), Stated, Town.Sick, null, Today.AddMonths(-3)),
        new RegisteredBenefit(Moved, 6, Today.AddYears(-2)),
        new RegisteredBenefit(Stated, 6, Today.AddYears(-2)),
        new RegisteredPartialReturn(Moved, Today.AddMonths(-1), null, 12),
        new RegisteredEmployment(Moved, Today.AddYears(-2), null, 37) { Company = Town.Bakery },
        new RegisteredSanction(
            Guid.NewGuid(),
            Town.Own,
            Today.AddDays(-40),
            SanctionKind.Deduction,
            "udeblivelse"
        ),
        .. Enumerable
            .Range(1, 3)
            .Select(month => new RegisteredHours(
                Town.Own,
                new DateOnly(Today.Year, Today.Month, 1).AddMonths(-month),
                20 + month
            )),
        new RegisteredIntervention(NewId.Of<InterventionId>(), Town.Own, "virksomhedspraktik", Today.AddDays(-20))
        {
            Workplace = Sector.Private,
            Company = Town.Bakery,
            HoursPerWeek = 20,
        },
        new RegisteredPerson(Guid.NewGuid(), Town.Bakery, "Kaj Kontaktsen", "Bagermester") { Phone = "00 00 00 02" },
        new RegisteredMeeting(Asked(), Town.Own, Worker.User, now.AddDays(-1))
        {
            Kind = Virker.Casework.MeetingKind.Job,
            Channel = MeetingChannel.Phone,
            Status = MeetingStatus.Held,
        },
    ];

    /// <summary>What no register has.</summary>
    private async Task RestAsync(VirkerContext db)
    {
        db.Add(
            new SickCaseRow
            {
                Id = Guid.NewGuid(),
                CitizenId = Moved,
                AbsentFrom = Today.AddMonths(-3),
                Category = 2,
                Employed = true,
                Employer = "Prøvebageriet",
                CompanyId = Town.Bakery,
                OrdinaryHours = 37,
                ChangedAt = web.Clock.GetUtcNow(),
                ChangedBy = "Prøve Sagsbehandler",
            }
        );
        db.Add(
            new ProfileItemRow
            {
                Id = Guid.NewGuid(),
                CitizenId = Town.Own,
                Kind = ProfileKind.Strength,
                Text = "Kan bage",
                MadeAt = web.Clock.GetUtcNow(),
                MadeBy = "Prøve Sagsbehandler",
            }
        );
        db.Add(
            new WorkerAbsenceRow
            {
                Id = Guid.NewGuid(),
                WorkerId = Worker.User!.Value,
                FromAt = web.Clock.GetUtcNow().AddDays(60),
                ToAt = web.Clock.GetUtcNow().AddDays(62),
                Reason = "Ferie",
            }
        );
        db.Add(
            new SavedViewRow
            {
                Id = Guid.NewGuid(),
                UserId = Worker.User.Value,
                Name = "Mine egne",
                Query = "/i-dag?hviler=ja",
            }
        );
        FailedWork(db);
        db.Add(FollowUp(await db.Set<CommitteeRow>().Select(c => c.Id).SingleAsync()));
        var sparring = new SparringRow
        {
            Id = Guid.NewGuid(),
            CitizenId = Town.Own,
            AskerId = Leader.User!.Value,
            HolderId = Worker.User!.Value,
            Question = "Hvad kan vi tilbyde?",
            AskedAt = web.Clock.GetUtcNow(),
        };
        db.Add(sparring);
        await db.SaveChangesAsync();
        db.Add(
            new SparringNoteRow
            {
                Id = Guid.NewGuid(),
                SparringId = sparring.Id,
                AuthorId = Worker.User.Value,
                Author = Worker.Name,
                Text = "Vi ringer til bageren.",
                At = web.Clock.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync();
    }

    /// <summary>What the house tried by itself and could not do.</summary>
    private void FailedWork(VirkerContext db)
    {
        var now = web.Clock.GetUtcNow();
        db.Add(
            new OutboxRow
            {
                EventId = Guid.NewGuid(),
                Handler = "Proeve",
                Event = "Virker.Proeve",
                Payload = "forseglet",
                PublishedAt = now.AddDays(-1),
                UseCase = "Proeve",
                Reference = "prøve",
                Attempts = 12,
                NextAt = now,
                DeadAt = now,
                Problem = "IOException: prøve",
            }
        );
    }

    private FollowUpRow FollowUp(CommitteeId committee)
    {
        var id = NewId.Of<FollowUpId>();
        Name(id.Value, "opfølgning", "/udvalg/opfoelgning/");
        return new()
        {
            Id = id,
            CommitteeId = committee,
            ItemId = council.Open,
            Text = "Forvaltningen vender tilbage om aftalen.",
            IsBinding = true,
            Owner = "Erhvervschefen",
            Due = Today.AddDays(30),
            State = FollowUpState.Open,
        };
    }

    /// <summary>
    /// A conversation after which the four questions are asked, however seldom the municipality asks.
    /// </summary>
    private static MeetingId Asked() =>
        Enumerable.Range(0, 100_000).Select(_ => NewId.Of<MeetingId>()).First(id => AskSurveysHandler.IsChosen(id, 60));

    /// <summary>Conversations, and what is sent about them.</summary>
    private async Task MeetAsync()
    {
        DayOfWeek[] week =
        [
            DayOfWeek.Monday,
            DayOfWeek.Tuesday,
            DayOfWeek.Wednesday,
            DayOfWeek.Thursday,
            DayOfWeek.Friday,
        ];
        await DoneAsync(Worker, new OpenSlots(Today.AddDays(1), Today.AddDays(40), week, new(9, 0), new(12, 0), 45));
        await DoneAsync(Worker, new JoinWaitingList(Town.Own, Town.Meeting));
        await DoneAsync(Actor.System, new OfferSlots());
        await DoneAsync(Worker, new InviteToBook(Town.Hidden, MessageChannel.DigitalPost, "", true));
        await DoneAsync(
            Worker,
            new BookMeeting(
                Moved,
                Today.AddDays(20).ToDateTime(new(10, 0)).DanishInstant(),
                Virker.Casework.MeetingKind.Job,
                MeetingChannel.Phone
            )
        );
        await DoneAsync(Actor.System, new AskSurveys());
        await DoneAsync(Actor.System, new SendMessages());
        var told = Directory
            .GetFiles(Path.Combine(web.Folder), "*.txt", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .SelectMany(t => SecretLink().Matches(t))
            .Select(m => m.Value)
            .ToList();
        told.Select(l => l.Split('/')[1])
            .Distinct()
            .Count()
            .ShouldBe(3, "a link to book, one to an offer and one to the four questions");
        _addresses.AddRange(told);
        _addresses.Add($"/kalender/{(await DoneAsync(Worker, new MakeCalendarFeed())).Link}.ics");
        Name(
            (await DoneAsync(Worker, new SeeMessages(Town.Own))).Messages[0].Id.Value,
            "besked",
            "/borgere/{Id:guid}/beskeder/"
        );
        Name(
            (await DoneAsync(Leader, new AskObservation(Town.Own, Town.Meeting, "Hvordan der spørges"))).Id.Value,
            "observation",
            "/observationer/"
        );
        Name(
            (
                await DoneAsync(
                    Leader,
                    new AskForSlots(Worker.User, Town.Job, Today.AddDays(2), Today.AddDays(9), 3, "Mange nye")
                )
            )
                .Id
                .Value,
            "anmodning",
            "/tider/anmodninger/"
        );
    }

    /// <summary>
    /// The rest of the case work: papers, an application, a scheme, an article, and somebody who looks with a reason.
    /// </summary>
    private async Task WorkAsync()
    {
        var paper = new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj << >> endobj\n%%EOF"));
        await DoneAsync(
            Worker,
            new AddCitizenDocument(Town.Own, "Cv fra Ærø", CitizenDocumentKind.Cv, Today, "cv – Ærø.pdf", paper)
        );
        Name(
            (await DoneAsync(Worker, new SeeCitizenDocuments(Town.Own))).All[0].Id,
            "dokument",
            "/borgere/{id:guid}/dokumenter/"
        );
        var applied = await DoneAsync(
            Worker,
            new RegisterApplication(SmallTown.CprOf(new(1985, 3, 14)).Digits, 2, "Mistet arbejde", [])
        );
        Name(applied.Id.Value, "henvendelse", "/henvendelser/");
        var scheme = await DoneAsync(
            Leader,
            new BeginScheme("Én sagsbehandler", "Færre helårspersoner", Today.AddMonths(-6), true)
        );
        Name(scheme.Id, "indsats", "/indsatser/");
        await DoneAsync(Worker, new MarkParticipant(Town.Own, scheme.Id, Today.AddDays(-10), "Syg fra ledighed"));
        var article = await DoneAsync(
            Leader,
            new SaveArticle(null, 0, "Sådan ringer du op", KnowledgeKind.Procedure)
            {
                Summary = "Ring først",
                Body = "Ring, og skriv bagefter.",
                Steps = [WorkStep.Booking],
                ReviewBy = Today.AddYears(1),
                Publish = true,
            }
        );
        Name(article.Id, "artikel", "/vaerktoejskasse/");
        await DoneAsync(Worker, new StateReason(Stated, "Vikar for en kollega i det andet team."));
        await DoneAsync(Worker, new SeeCitizen(Stated));
    }

    /// <summary>The plan, its annex on the committee's open item, and next year's law.</summary>
    private async Task DecideAsync()
    {
        var draft = SamplePlan.Draft with
        {
            // A theme's key becomes part of a file's name.
            Themes = [.. SamplePlan.Draft.Themes.Select(t => t.Id == "unge" ? t with { Id = "stærke" } : t)],
            ThemeGoalMapping = SamplePlan.Draft.ThemeGoalMapping.ToDictionary(
                m => m.Key == "unge" ? "stærke" : m.Key,
                m => m.Value
            ),
        };
        var plan = (await DoneAsync(_people[Role.Controller], new KeepPlan(draft, "plan.txt"))).Id;
        await DoneAsync(_people[Role.Controller], new AdoptPlan(plan));
        var measures = (await DoneAsync(_people[Role.Controller], new Virker.Targets.SeePlan()))
            .Themes.SelectMany(t => t.Measures)
            .ToList();
        Name(measures.Single(m => m.Key == "R2a").Id.Value, "mål", "/plan/maal/");
        Name(
            (
                await DoneAsync(
                    _people[Role.Controller],
                    new ImportRegulation(
                        "Satser for 2027",
                        $"{RegulationFile.Header}\nsanction.amount.rate-1;2027-01-01;;210;star.dk, satser;verified;2023-12-15\n"
                    )
                )
            )
                .Id
                .Value,
            "regulering",
            "/regler/satsregulering/"
        );
        var clerk = _people[Role.Clerk];
        foreach (var (meeting, name) in new[] { (council.Published, "bilag"), (council.Draft, "bilag, kladde") })
        {
            var item = (await DoneAsync(clerk, new ReadMeeting(meeting)))
                .Items.Single(i => i.Head.Standing == StandingItem.KeyFigures.Code)
                .Id;
            Name(
                (await DoneAsync(clerk, new DraftKeyFigures(item, Today.AddDays(-1)))).Attachment.Value,
                name,
                "bilag/"
            );
            var drafted = (await DoneAsync(clerk, new ReadItem(item))).Item;
            var texts = drafted.Sections.ToDictionary(
                s => s.Key,
                s => s.Text.Replace("Udkast:", "", StringComparison.Ordinal).Trim()
            );
            await DoneAsync(
                clerk,
                new EditItem(
                    item,
                    drafted.Head.Version,
                    new(
                        drafted.Head.Title,
                        drafted.Head.Type,
                        drafted.Recommendation!.By,
                        texts,
                        drafted.Recommendation.Points
                    )
                )
            );
        }

        await DoneAsync(clerk, new PublishAgenda(council.Published, "Bilag tilføjet"));
        _addresses.Add($"/politik/moeder/{council.Published}/punkter/1.json");
    }

    private void Name(Guid id, string name, string under) => (_names[id], _places[id]) = (name, under);

    private async Task<TResult> DoneAsync<TResult>(Actor actor, IRequest<TResult> request)
    {
        await using var scope = web.Scope(actor);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Reference = "fuldby";
        var outcome = await scope.ServiceProvider.RunAsync(request);
        outcome.Refusal.ShouldBeNull(request.GetType().Name);
        return outcome.Value;
    }

    [GeneratedRegex("/(?:tid|ledig-tid|samtalen)/[0-9a-zA-Z_-]+")]
    private static partial Regex SecretLink();
}
