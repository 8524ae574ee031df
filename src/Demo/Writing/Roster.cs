using Virker.Kernel;
using Virker.Office;

namespace Virker.Demo;

/// <summary>The jobcenter's teams and workers: so many workers as the running cases of each area call for.</summary>
internal sealed class Roster
{
    private static readonly (string Name, string Area, string Title, int Load, int[] Benefits)[] Areas =
    [
        ("Jobteamet", "Dagpenge", "Jobkonsulent", 75, [BenefitKind.Unemployment]),
        ("Jobklar", "Kontanthjælp, jobparate", "Jobkonsulent", 55, [BenefitKind.JobReady]),
        ("Aktivitet og udvikling", "Kontanthjælp, aktivitetsparate", "Sagsbehandler", 48, [BenefitKind.ActivityReady]),
        ("Ungeenheden", "Unge under 30", "Ungerådgiver", 45, [BenefitKind.EducationHelp]),
        ("Integration", "Nyankomne", "Integrationskonsulent", 42, [BenefitKind.Transition]),
        ("Sygedagpenge", "Sygedagpenge", "Sygedagpengerådgiver", 60, [BenefitKind.SickPay]),
        (
            "Afklaring og ressource",
            "Jobafklaring og ressourceforløb",
            "Rådgiver",
            45,
            [BenefitKind.JobClarification, BenefitKind.ResourceCourse, BenefitKind.Rehabilitation]
        ),
        (
            "Fleksteamet",
            "Fleksjob og ledighedsydelse",
            "Fleksjobkonsulent",
            120,
            [BenefitKind.UnemploymentFlex, BenefitKind.FlexJob]
        ),
    ];

    private readonly List<Worker>[] _caseWorkers = new List<Worker>[BenefitKind.Most + 1];

    public Roster(DemoPlan plan, Spell[] spells)
    {
        var chance = Chance.For(plan.Seed, Stream.Worker);
        var running = new int[BenefitKind.Most + 1];
        foreach (var spell in spells)
        {
            if (spell.To == Person.Forever) running[spell.Benefit]++;
        }

        foreach (var area in Areas)
        {
            var cases = area.Benefits.Sum(b => running[b]);
            var workers = Math.Max(2, cases / area.Load);
            var teams = Math.Max(1, (workers + 15) / 30);
            var all = Enumerable
                .Range(0, teams)
                .SelectMany(n => AddTeam(plan.Seed, ref chance, area, n, teams, Math.Max(2, workers / teams)))
                .ToList();
            foreach (var benefit in area.Benefits)
                _caseWorkers[benefit] = all;
        }

        HealthTeam = new Team(
            new(Chance.Id(plan.Seed, Stream.Team, OtherDepartments)),
            "Sundhedscenteret",
            "Sundhed"
        );
        var other = Chance.For(plan.Seed, Stream.Team);
        Health =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(n => new Worker(
                    new(Chance.Id(plan.Seed, Stream.Worker, OtherDepartments + n)),
                    HealthTeam.Id,
                    $"{Names.Given(ref other, Roots.Danish, false, 1980)} {Names.Family(ref other, Roots.Danish)}",
                    "Sundhedskonsulent"
                )),
        ];
        Consultants =
        [
            .. AddTeam(
                plan.Seed,
                ref chance,
                ("Virksomhedsservice", "Virksomheder", "Virksomhedskonsulent", 0, []),
                0,
                1,
                plan.Scaled(7) + 2
            ),
        ];
    }

    public List<Team> Teams { get; } = [];

    public List<Worker> Workers { get; } = [];

    public Worker[] Consultants { get; }

    /// <summary>A team of another department, which takes part in plans and has no cases.</summary>
    public Team HealthTeam { get; }

    public Worker[] Health { get; }

    /// <summary>Numbers of teams and workers outside the jobcenter begin here.</summary>
    private const int OtherDepartments = 9_000;

    /// <summary>Highest benefit that the jobcenter keeps a case for.</summary>
    public const int LastWithCase = BenefitKind.Rehabilitation;

    public Worker Draw(ref Chance chance, int benefit) =>
        chance.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_caseWorkers[benefit]));

    /// <summary>Whether the worker's team has cases with this benefit.</summary>
    public bool Keeps(Worker worker, int benefit) => _caseWorkers[benefit].Any(w => w.Id == worker.Id);

    /// <summary>Another worker of the same team, when there is one.</summary>
    public Worker Colleague(ref Chance chance, int benefit, Worker worker)
    {
        for (var tries = 0; tries < 8; tries++)
        {
            var other = Draw(ref chance, benefit);
            if (other.Id != worker.Id && other.Team == worker.Team) return other;
        }

        return worker;
    }

    private List<Worker> AddTeam(
        int seed,
        ref Chance chance,
        (string Name, string Area, string Title, int Load, int[] Benefits) area,
        int number,
        int of,
        int workers
    )
    {
        var team = new Team(
            new(Chance.Id(seed, Stream.Team, Teams.Count)),
            of == 1 ? area.Name : $"{area.Name} {number + 1}",
            area.Area
        );
        Teams.Add(team);
        AddWorker(seed, ref chance, team, "Teamleder");
        return [.. AddWorkers(seed, ref chance, team, area.Title, workers)];
    }

    private List<Worker> AddWorkers(int seed, ref Chance chance, Team team, string title, int count)
    {
        var added = new List<Worker>();
        for (var i = 0; i < count; i++) added.Add(AddWorker(seed, ref chance, team, title));
        return added;
    }

    private Worker AddWorker(int seed, ref Chance chance, Team team, string title)
    {
        var man = chance.Says(0.28);
        var roots = chance.Says(0.92) ? Roots.Danish : Roots.MiddleEast;
        var worker = new Worker(
            new(Chance.Id(seed, Stream.Worker, Workers.Count)),
            team.Id,
            $"{Names.Given(ref chance, roots, man, chance.Between(1958, 1998))} {Names.Family(ref chance, roots)}",
            title
        );
        Workers.Add(worker);
        return worker;
    }
}

internal sealed record Team(TeamId Id, string Name, string Area);

internal sealed record Worker(UserId Id, TeamId Team, string Name, string Title);
