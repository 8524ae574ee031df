using System.Globalization;
using Virker.Casework;
using Virker.Insight;
using Virker.Targets;

namespace Virker.Tests.Insight;

/// <summary>Participants of a scheme beside others: counted as one would by hand, and never told as proof.</summary>
public sealed class SchemeFollowUpTests
{
    private const int Persons = 60;
    private static readonly DateOnly First = new(2022, 1, 1),
        DataDate = new(2023, 9, 20);
    private static readonly Dimension Scheme = new(
        "scheme",
        "Særlig indsats",
        [new(1, "en", "En"), new(2, "anden", "En anden")]
    );

    private sealed record Spell(int Person, DateOnly From, DateOnly? To, int Code)
    {
        public bool Holds(DateOnly day) => From <= day && (To is null || To >= day);
    }

    [Fact]
    public void The_shares_are_those_that_counting_person_by_person_gives()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var draw = new Random(seed);
            List<Spell> Spells(int count, int codes, int longest) =>
                [
                    .. Enumerable
                        .Range(0, count)
                        .Select(_ =>
                        {
                            var from = First.AddDays(draw.Next(560));
                            return new Spell(
                                draw.Next(Persons),
                                from,
                                draw.Next(6) == 0 ? null : from.AddDays(draw.Next(longest)),
                                draw.Next(codes)
                            );
                        }),
                ];
            var (benefits, jobs) = (Spells(Persons * 4, 3, 400), Spells(Persons, 1, 300));
            List<Spell> marked =
            [
                .. Spells(14, 2, 60).Select(s => s with { Code = s.Code + 1 }).DistinctBy(s => s.Person),
            ];
            foreach (var standing in SchemeFigures.Comparison.Of(Store(benefits, jobs, marked), "en", 3, 6, 12))
                Told(standing)
                    .ShouldBe(
                        Told(BySlowCount(benefits, jobs, marked, standing.Months)),
                        $"seed {seed}, {standing.Months} months"
                    );
        }
    }

    [Fact]
    public void Nothing_is_said_where_a_table_is_missing_or_nobody_has_been_followed_so_long()
    {
        SchemeFigures.Comparison.Of(new(DataDate, "1", []), "en", 3).ShouldBeEmpty();
        List<Spell> benefits = [.. Enumerable.Range(0, 9).Select(p => new Spell(p, First, null, 1))],
            marked = [.. Enumerable.Range(0, 3).Select(p => new Spell(p, new(2023, 5, 10), null, 1))];
        var standings = SchemeFigures.Comparison.Of(Store(benefits, [], marked), "en", 3, 6);
        standings.Select(s => (s.Members.All, s.Others.All)).ShouldBe([(3, 6), (0, 0)]);
        standings
            .Select(s => SeeSchemeEffectHandler.Shown(s).Why)
            .ShouldBe(["Handler om færre end 5 borgere og vises ikke", "Ingen er fulgt så længe endnu"]);
    }

    [Fact]
    public void A_share_that_would_tell_of_few_is_hidden_and_the_others_stay()
    {
        var step = SeeSchemeEffectHandler.Shown(new(6, new(20, [3, 8]), new(400, [100, 4]), [25.4m, 1m]));
        (step.Followed, step.WithoutBenefit, step.OthersWithoutBenefit, step.InJob, step.OthersInJob).ShouldBe(
            (20, null, 25, 40, null)
        );
        SeeSchemeEffectHandler
            .Shown(new(6, new(20, [17, 0]), new(400, [100, 0]), [25m, 0m]))
            .WithoutBenefit.ShouldBeNull("three of them are not");
    }

    /// <summary>As text: every number in it, the shares to twelve decimals.</summary>
    private static string Told(CohortStanding s) =>
        string.Join(
            ' ',
            [
                $"{s.Months}: {s.Members.All} of {s.Others.All};",
                .. s.Members.Holding.Concat(s.Others.Holding).Select(n => n.ToString(CultureInfo.InvariantCulture)),
                .. s.OthersHolding.Select(p => p.ToString("F12", CultureInfo.InvariantCulture)),
            ]
        );

    private static FactStore Store(IEnumerable<Spell> benefits, IEnumerable<Spell> jobs, IEnumerable<Spell> marked)
    {
        var (b, j, m) = (
            RandomRegister.Benefits(),
            new FactTableBuilder(EmploymentFacts.Table),
            new FactTableBuilder(SchemeFacts.Table).Coded(SchemeFacts.Scheme, Scheme)
        );
        foreach (var s in benefits)
            b.Spell(s.Person, s.From, s.To).Set(BenefitFacts.Benefit, 1).Set(BenefitFacts.TargetGroup, s.Code);
        foreach (var s in jobs)
            j.Spell(s.Person, s.From, s.To);
        foreach (var s in marked)
            m.Spell(s.Person, s.From, s.To).Set(SchemeFacts.Scheme, s.Code);
        return new(DataDate, "1", [b.Build(), j.Build(), m.Build()]);
    }

    private static CohortStanding BySlowCount(List<Spell> benefits, List<Spell> jobs, List<Spell> marked, int months)
    {
        List<Spell> own = [.. marked.Where(s => s.Code == 1)];
        bool Without(int person, DateOnly day) =>
            !benefits.Any(s => s.Person == person && s.Holds(day.AddMonths(months)));
        bool InJob(int person, DateOnly day) => jobs.Any(s => s.Person == person && s.Holds(day.AddMonths(months)));
        var beside = (
            from p in own
            let month = new DateOnly(p.From.Year, p.From.Month, 1)
            where month.AddMonths(months + 1).AddDays(-1) <= DataDate
            let running = benefits
                .Where(s => s.Person == p.Person && s.Holds(p.From) && s.Code > 0)
                .OrderByDescending(s => s.From)
                .ThenByDescending(s => s.Code)
                .FirstOrDefault()
            where running is not null
            let mid = month.AddDays(14)
            let others = Enumerable
                .Range(0, Persons)
                .Where(o =>
                    own.All(s => s.Person != o)
                    && benefits.Any(s => s.Person == o && s.Code == running.Code && s.Holds(mid))
                )
                .ToList()
            where others.Count > 0
            select (p.Person, p.From, mid, running.Code, others)
        ).ToList();
        var strata = beside.DistinctBy(x => (x.mid, x.Code)).ToList();
        decimal Mean(Func<int, DateOnly, bool> holds) =>
            beside.Count == 0
                ? 0
                : strata.Sum(s =>
                    beside.Count(x => (x.mid, x.Code) == (s.mid, s.Code))
                    * 100m
                    * s.others.Count(o => holds(o, s.mid))
                    / s.others.Count
                ) / beside.Count;
        return new(
            months,
            new(
                beside.Count,
                [beside.Count(x => Without(x.Person, x.From)), beside.Count(x => InJob(x.Person, x.From))]
            ),
            new(
                strata.Sum(s => s.others.Count),
                [
                    strata.Sum(s => s.others.Count(o => Without(o, s.mid))),
                    strata.Sum(s => s.others.Count(o => InJob(o, s.mid))),
                ]
            ),
            [Mean(Without), Mean(InJob)]
        );
    }
}
