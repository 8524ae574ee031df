using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>Delivers interventions along the spells, with the workplaces where there are some.</summary>
internal sealed class InterventionWriter(World world, List<Registered> register)
{
    private static readonly string[] Kinds =
    [
        "virksomhedspraktik",
        "loentilskud",
        "nytteindsats",
        "vejledning-opkvalificering",
        "ordinaer-uddannelse",
        "mentor",
        "ips",
        "danskuddannelse",
        "klap",
    ];

    private static readonly (int Min, int Max)[] Weeks =
    [
        (4, 13),
        (13, 26),
        (4, 13),
        (4, 12),
        (4, 26),
        (13, 39),
        (26, 52),
        (12, 40),
        (26, 52),
    ];

    /// <summary>How many begin a year on a benefit, and which kinds, by benefit.</summary>
    private static readonly (double PerYear, double[] Kinds)[] ByBenefit =
    [
        (0, []),
        (0.75, [30, 20, 0, 32, 18, 0, 0, 0, 0]),
        (1.5, [34, 10, 16, 28, 10, 2, 0, 0, 0]),
        (0.75, [36, 2, 4, 24, 2, 24, 6, 0, 2]),
        (1.15, [34, 2, 6, 28, 10, 20, 0, 0, 0]),
        (0.9, [40, 12, 2, 6, 4, 4, 0, 32, 0]),
        (0.12, [40, 0, 0, 60, 0, 0, 0, 0, 0]),
        (0.55, [48, 0, 0, 34, 0, 18, 0, 0, 0]),
        (0.6, [42, 0, 0, 26, 0, 26, 6, 0, 0]),
        (0.5, [60, 0, 0, 34, 2, 4, 0, 0, 0]),
        (0, []),
        (0.9, [35, 0, 0, 5, 60, 0, 0, 0, 0]),
    ];

    /// <summary>By kind, the places in <see cref="CompanyNames.Providers"/> of those who provide it.</summary>
    private static readonly int[][] ProvidersOf = [[], [], [], [0, 1, 4], [2], [3, 4], [4], [5], [1]];

    private int _interventions;

    public void Write(int person)
    {
        var chance = world.For(Stream.Interventions, person);
        foreach (var spell in world.SpellsOf(person))
        {
            if (spell.Benefit >= ByBenefit.Length || ByBenefit[spell.Benefit].PerYear == 0) continue;
            var (perYear, kinds) = ByBenefit[spell.Benefit];
            var last = Math.Min(spell.To, world.Until);
            for (
                var day = Math.Max(spell.From, world.Plan.From.DayNumber) + 14 + (int)chance.Exponential(365 / perYear);
                day <= last;

            )
            {
                var kind = chance.Weighted(kinds);
                var to = Math.Min(spell.To, day + (7 * chance.Between(Weeks[kind].Min, Weeks[kind].Max)) - 1);
                if (!IsPrintedElsewhere(person, kind, day, to))
                    Write(ref chance, person, kind, day, to, kind <= 2 ? Workplace(ref chance, kind) : null);
                day = to + 14 + (int)chance.Exponential(365 / perYear);
            }
        }
    }

    /// <summary>
    /// The newcomers' wage subsidies and internships of the second half of 2020, as the document prints them month by
    /// month.
    /// </summary>
    public void WriteNewcomers()
    {
        var participants = new List<int>();
        for (var i = 0; i < world.Newcomers.Count; i++)
        {
            var course = world.Newcomers[i];
            if (course.Arrived < PrintedFrom.DayNumber - 30 && course.ProgrammeTo > PrintedTo.DayNumber)
                participants.Add(world.NewcomerPersons[i]);
        }

        if (participants.Count == 0 || world.Plan.From > PrintedFrom || world.Plan.Until < PrintedTo) return;
        var next = 0;
        foreach (var row in NewcomerPlacements.Printed)
        {
            foreach (var (from, to) in row.Spells(world.Plan))
            {
                var chance = world.For(Stream.Newcomers, -1 - next);
                Write(
                    ref chance,
                    participants[next++ % participants.Count],
                    row.IsWageSubsidy ? 1 : 0,
                    from,
                    to,
                    row.Workplace
                );
            }
        }
    }

    internal static readonly DateOnly PrintedFrom = new(2020, 7, 1);
    internal static readonly DateOnly PrintedTo = new(2020, 12, 31);

    private bool IsPrintedElsewhere(int person, int kind, int from, int to) =>
        kind <= 1 && world.People[person].Newcomer > 0 && from <= PrintedTo.DayNumber && to >= PrintedFrom.DayNumber;

    private static Sector Workplace(ref Chance chance, int kind) =>
        kind == 2
            ? Sector.Municipal
            : chance.Weighted([0.74, 0.18, 0.02, 0.03, 0.03]) switch
            {
                0 => Sector.Private,
                1 => Sector.Municipal,
                2 => Sector.Regional,
                3 => Sector.State,
                _ => Sector.Association,
            };

    /// <summary>One of those who provide the kind, in turn.</summary>
    private CompanyId? Provider(int kind)
    {
        var known = ProvidersOf[kind]
            .Where(n => world.Companies.Providers.Any(c => c.Name == CompanyNames.Providers[n]))
            .ToArray();
        return known.Length == 0
            ? null
            : world
                .Companies.Providers.First(c => c.Name == CompanyNames.Providers[known[_interventions % known.Length]])
                .Id;
    }

    private void Write(ref Chance chance, int person, int kind, int from, int to, Sector? workplace)
    {
        var company = workplace is null ? Provider(kind) : world.Companies.In(ref chance, workplace).Id;
        register.Add(
            new RegisteredIntervention(
                new(world.Id(Stream.Intervention, _interventions++)),
                world.CitizenId(person),
                Kinds[kind],
                DateOnly.FromDayNumber(from)
            )
            {
                To = World.Date(to),
                Workplace = workplace,
                Company = company,
                HoursPerWeek = workplace is null ? null : chance.Between(3, 37),
            }
        );
    }
}
