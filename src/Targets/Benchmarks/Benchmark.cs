using Virker.Kernel;


namespace Virker.Targets;

/// <summary>
/// The whole benchmark, and what can be computed of it: each difference, each rank, each sum, and where a municipality
/// stands among the others.
/// </summary>
internal sealed class Benchmark(IEnumerable<BenchmarkLine> lines)
{
    private const int ComparableAreas = 7;

    private readonly Dictionary<(BenchmarkPeriod Period, string Group), List<BenchmarkLine>> _lists = lines
        .GroupBy(l => (l.Period, l.Group))
        .ToDictionary(g => g.Key, g => g.OrderBy(l => l.DifferenceShare).ThenBy(l => l.Area, Danish.Alphabet).ToList());

    public IReadOnlyList<BenchmarkPeriod> Periods => [.. _lists.Keys.Select(k => k.Period).Distinct().Order()];

    /// <summary>The sum first, then the others by name.</summary>
    public IReadOnlyList<string> Groups =>
        [
            .. _lists
                .Keys.Select(k => k.Group)
                .Distinct()
                .OrderBy(g => g != BenchmarkLine.AllGroups)
                .ThenBy(g => g, Danish.Alphabet),
        ];

    public IReadOnlyList<string> Areas =>
        [.. _lists.Values.SelectMany(l => l).Select(l => l.Area).Distinct().Order(Danish.Alphabet)];

    /// <summary>By the difference in percentage points, the fewest first; equal ones by name.</summary>
    public IReadOnlyList<BenchmarkLine> Ranked(BenchmarkPeriod period, string group) =>
        _lists.GetValueOrDefault((period, group)) ?? [];

    /// <summary>
    /// The ranks that a row's difference, rounded as published, can have: more than one where others have the same.
    /// </summary>
    public (int First, int Last) RankSpan(BenchmarkLine line)
    {
        var list = Ranked(line.Period, line.Group);
        return (
            list.Count(l => l.DifferenceShare < line.DifferenceShare) + 1,
            list.Count(l => l.DifferenceShare <= line.DifferenceShare)
        );
    }

    /// <summary>Recomputes everything that the published table says of itself.</summary>
    public BenchmarkCheck Check()
    {
        var all = _lists.Values.SelectMany(l => l).ToList();
        var sums = all.Where(l => l.Group == BenchmarkLine.AllGroups)
            .Select(l => (Total: l, Parts: Parts(l)))
            .Where(s => s.Parts.Count == 3)
            .ToList();
        return new(all.Count, _lists.Count)
        {
            Differences = all.Count(l => l.Difference == l.Actual - l.Expected),
            ShareDifferences = all.Count(l => l.DifferenceShare == l.ActualShare - l.ExpectedShare),
            Ranks = all.Count(l =>
                l.Rank is { } rank && RankSpan(l) is var span && rank >= span.First && rank <= span.Last
            ),
            OrderedLists = _lists.Values.Count(l =>
                l.TrueForAll(x => x.Rank is not null)
                && l.Select(x => x.Rank).Distinct().Count() == l.Count
                && IsOrdered(l)
            ),
            AlphabeticalLists = _lists.Values.Count(l => l.Select((x, i) => x.Rank == i + 1).All(same => same)),
            Sums = sums.Count,
            SumsWithin10 = sums.Count(s =>
                Math.Abs(s.Parts.Sum(p => p.Actual) - s.Total.Actual) <= 10
                && Math.Abs(s.Parts.Sum(p => p.Expected) - s.Total.Expected) <= 10
            ),
            SharesWithinAHundredth = sums.Count(s =>
                Math.Abs(s.Parts.Sum(p => p.ActualShare) - s.Total.ActualShare) <= 0.0101m
            ),
        };
    }

    /// <summary>Null where the benchmark has no such row.</summary>
    public BenchmarkStanding? Of(string area, BenchmarkPeriod period, string group)
    {
        var list = Ranked(period, group);
        if (list.FirstOrDefault(l => Danish.Alphabet.Equals(l.Area, area)) is not { } own) return null;
        return new(own, list.Count)
        {
            Span = RankSpan(own),
            Spread = Spread(list),
            Trend = [.. Periods.Select(p => Row(area, p, group)).OfType<BenchmarkLine>()],
            Groups =
            [
                .. Groups
                    .Where(g => g != BenchmarkLine.AllGroups)
                    .Select(g => Row(area, period, g))
                    .OfType<BenchmarkLine>(),
            ],
            Comparable =
            [
                .. list.Where(l => l != own)
                    .OrderBy(l => Math.Abs(l.ExpectedShare - own.ExpectedShare))
                    .ThenBy(l => l.Area, Danish.Alphabet)
                    .Take(ComparableAreas),
            ],
            Ranked = list,
        };
    }

    private BenchmarkLine? Row(string area, BenchmarkPeriod period, string group) =>
        Ranked(period, group).FirstOrDefault(l => Danish.Alphabet.Equals(l.Area, area));

    private List<BenchmarkLine> Parts(BenchmarkLine total) =>
        [
            .. Groups
                .Where(g => g != BenchmarkLine.AllGroups)
                .Select(g => Row(total.Area, total.Period, g))
                .OfType<BenchmarkLine>(),
        ];

    private static bool IsOrdered(List<BenchmarkLine> list)
    {
        var published = list.OrderBy(l => l.Rank).ToList();
        return published.Zip(published.Skip(1)).All(pair => pair.First.DifferenceShare <= pair.Second.DifferenceShare);
    }

    /// <summary>
    /// The standard deviation of the differences: what the ministry's model leaves unexplained between municipalities.
    /// </summary>
    private static decimal Spread(IReadOnlyList<BenchmarkLine> list)
    {
        if (list.Count < 2) return 0;
        var mean = list.Average(l => l.DifferenceShare);
        return (decimal)
            Math.Sqrt(
                (double)(list.Sum(l => (l.DifferenceShare - mean) * (l.DifferenceShare - mean)) / (list.Count - 1))
            );
    }
}

/// <summary>How much of a published benchmark is found again by recomputing it, row by row and list by list.</summary>
public sealed record BenchmarkCheck(int Rows, int Lists)
{
    public int Differences { get; init; }

    public int ShareDifferences { get; init; }

    /// <summary>Rows whose published rank is one that their difference can have.</summary>
    public int Ranks { get; init; }

    /// <summary>Lists whose published ranks follow the differences, with no rank shared.</summary>
    public int OrderedLists { get; init; }

    /// <summary>
    /// Lists in which equal differences stand by name, so that every rank is found again; the others break ties by
    /// decimals that are not published.
    /// </summary>
    public int AlphabeticalLists { get; init; }

    public int Sums { get; init; }

    public int SumsWithin10 { get; init; }

    public int SharesWithinAHundredth { get; init; }
}
