using System.Text.Json.Nodes;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// A line that an earlier edition froze: it kept the verdict's state, number, distance and target each by itself, and
/// the days of a number in words alone. It is read as the line that it would
/// be today, with nothing judged again.
/// </summary>
internal static class EarlierAnnexLine
{
    public static bool Is(JsonObject line) => !line.ContainsKey(nameof(AnnexLine.Verdict));

    public static JsonObject Renewed(JsonObject line)
    {
        var state = (TargetState)line["State"]!.GetValue<int>();
        var (latest, judged) = (Figure(line, "Latest"), Figure(line, "AtTarget"));
        // Before its days were over, a target was held against the newest number.
        if (judged is null && (state == TargetState.TooEarly || Text(line, "GapText") is not null))
            judged = latest?.DeepClone().AsObject();
        line[nameof(AnnexLine.Verdict)] = new JsonObject
        {
            [nameof(TargetVerdict.State)] = (int)state,
            [nameof(TargetVerdict.IsDecided)] = false,
            [nameof(TargetVerdict.Figure)] = judged,
            [nameof(TargetVerdict.Target)] = line["Target"]?.DeepClone(),
            [nameof(TargetVerdict.Gap)] = line["Gap"]?.DeepClone(),
            [nameof(TargetVerdict.GapText)] = Text(line, "GapText"),
            [nameof(TargetVerdict.NumberText)] = judged is null
                ? null
                : Danish.Amount(
                    judged[nameof(ShownFigure.Value)]!.GetValue<decimal>(),
                    line["Decimals"]?.GetValue<int>() ?? 0,
                    Text(line, "Unit")
                ),
        };
        line[nameof(AnnexLine.Latest)] = latest;
        return line;
    }

    /// <summary>A number and, beside it, its days in words; null where either is not there.</summary>
    private static JsonObject? Figure(JsonObject line, string name) =>
        line[name]?.GetValue<decimal>() is { } value
        && Text(line, $"{name}Period") is { } words
        && PeriodOf(words) is { } period
            ? new() { [nameof(ShownFigure.Period)] = AnnexLine.Interval(period), [nameof(ShownFigure.Value)] = value }
            : null;

    private static string? Text(JsonObject line, string name) => line[name]?.GetValue<string>();

    /// <summary>
    /// The days that <see cref="FigurePeriod.ToString"/> has put into words; null where they are other words, or days
    /// that no key figure was frozen for.
    /// </summary>
    internal static FigurePeriod? PeriodOf(string words) =>
        Told.Value.TryGetValue(words, out var period) ? period : null;

    /// <summary>Whole months, from one month to at most four years, by their words.</summary>
    private static readonly Lazy<Dictionary<string, FigurePeriod>> Told = new(() =>
    {
        const int MostMonths = 48;
        var months = Enumerable.Range(0, 30 * 12).Select(i => new DateOnly(2010, 1, 1).AddMonths(i));
        return months
            .SelectMany(first =>
                Enumerable.Range(1, MostMonths).Select(n => new FigurePeriod(first, first.AddMonths(n).AddDays(-1)))
            )
            .ToDictionary(p => p.ToString());
    });
}
