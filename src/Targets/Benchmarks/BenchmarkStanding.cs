using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Where a municipality stands in the benchmark in one period and group, among <paramref name="Areas"/> municipalities.
/// </summary>
public sealed record BenchmarkStanding(BenchmarkLine Own, int Areas)
{
    /// <summary>
    /// 19 of 20 municipalities would lie within so many standard deviations if nothing but chance parted them.
    /// </summary>
    private const decimal NineteenOfTwenty = 1.96m;

    /// <summary>The ranks that the rounded difference can have.</summary>
    public required (int First, int Last) Span { get; init; }

    /// <summary>The standard deviation of the municipalities' differences, in percentage points.</summary>
    public required decimal Spread { get; init; }

    /// <summary>The same row in each period, the oldest first.</summary>
    public required IReadOnlyList<BenchmarkLine> Trend { get; init; }

    /// <summary>The single groups of benefits in the same period.</summary>
    public required IReadOnlyList<BenchmarkLine> Groups { get; init; }

    /// <summary>Those whose expected share is nearest: the same frame conditions.</summary>
    public required IReadOnlyList<BenchmarkLine> Comparable { get; init; }

    public required IReadOnlyList<BenchmarkLine> Ranked { get; init; }

    public int Rank => Own.Rank ?? Span.First;

    public decimal Low => Own.DifferenceShare - Margin;

    public decimal High => Own.DifferenceShare + Margin;

    /// <summary>
    /// A difference smaller than the margin cannot be told from what the ministry's model leaves unexplained in any
    /// municipality.
    /// </summary>
    public bool IsWithinNoise => Math.Abs(Own.DifferenceShare) <= Margin;

    private decimal Margin => Math.Round(NineteenOfTwenty * Spread, 2);

    /// <summary>
    /// How many fewer full-time persons would give a rank, the others unchanged: the difference must come down to that
    /// of the municipality which has it. 0 where it is reached already; rounded up to ten, as the table is.
    /// </summary>
    public int FewerFor(int rank)
    {
        if (rank < 1 || Rank <= rank) return 0;
        var others = Ranked.Where(l => l != Own).Select(l => l.DifferenceShare).Order().ToList();
        var needed = Own.DifferenceShare - others[rank - 1];
        return (int)Math.Ceiling(Math.Max(needed, 0.01m) * Own.Population / 100 / 10) * 10;
    }

    /// <summary>
    /// As a committee's case says it: rank, difference, and which groups are better or worse than expected.
    /// </summary>
    public IReadOnlyList<string> Sentences()
    {
        var more = Own.DifferenceShare > 0 ? "flere" : "færre";
        var first =
            $"{Own.Area} er nr. {Rank} af {Areas} i {Own.Period}: {Points(Math.Abs(Own.DifferenceShare))} procentpoint {more} på ydelse end forventet "
            + $"({Danish.Number((decimal)Own.Actual)} fuldtidspersoner mod {Danish.Number((decimal)Own.Expected)} forventede, {Points(Own.ActualShare)} mod {Points(Own.ExpectedShare)} pct. af de 16-66-årige).";
        return [first, .. GroupWords(), NoiseWords()];
    }

    private IEnumerable<string> GroupWords()
    {
        if (Own.Group != BenchmarkLine.AllGroups || Groups.Count == 0) yield break;
        foreach (var (better, words) in new[] { (true, "Bedre end forventet"), (false, "Dårligere end forventet") })
        {
            var these = Groups
                .Where(g => g.DifferenceShare != 0 && g.DifferenceShare < 0 == better)
                .Select(g => $"{g.Group} ({Signed(g.DifferenceShare)}{(g.Rank is { } rank ? $", nr. {rank}" : "")})")
                .ToList();
            if (these.Count > 0)
                yield return $"{words}: {string.Join(", ", these)}.";
        }
    }

    /// <summary>Beside those with the same frame conditions: its place among them, and their middle.</summary>
    public string? ComparableWords()
    {
        if (Comparable.Count == 0) return null;
        var place = Comparable.Count(l => l.DifferenceShare < Own.DifferenceShare) + 1;
        var middle = Comparable.Average(l => l.DifferenceShare);
        var apart = Own.DifferenceShare - middle;
        var words = Math.Abs(apart) <= Margin ? "mindre end usikkerheden" : "mere end usikkerheden";
        return $"Blandt de {Comparable.Count + 1} er {Own.Area} nr. {place}. De {Comparable.Count} andre ligger i gennemsnit {Signed(Math.Round(middle, 2))} procentpoint fra det forventede; forskellen på {Points(Math.Abs(Math.Round(apart, 2)))} procentpoint er {words}.";
    }

    private string NoiseWords() =>
        IsWithinNoise
            ? $"Forskellen er ikke større, end at den kan være tilfældig: kommunernes forskelle spreder sig så meget, at 19 af 20 kommuner ligger inden for ±{Points(Margin)} procentpoint. Med den usikkerhed er tallet mellem {Signed(Low)} og {Signed(High)}."
            : $"Forskellen er større end den usikkerhed på ±{Points(Margin)} procentpoint, som 19 af 20 kommuner ligger inden for: mellem {Signed(Low)} og {Signed(High)}.";

    private static string Points(decimal value) => Danish.Number(value, 2);

    private static string Signed(decimal value) => $"{(value > 0 ? "+" : "")}{Danish.Number(value, 2)}";
}
