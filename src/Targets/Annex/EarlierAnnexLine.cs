using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Virker.Insight;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// A line that an earlier edition froze: it kept the verdict's state, number, distance and target each by itself, and the days of a number in words alone. It is read as the line that it would
/// be today, with nothing judged again.
/// </summary>
internal static partial class EarlierAnnexLine
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public static bool Is(JsonObject line) => !line.ContainsKey(nameof(AnnexLine.Verdict));

    public static JsonObject Renewed(JsonObject line)
    {
        var state = (TargetState)line["State"]!.GetValue<int>();
        var (latest, judged) = (Figure(line, "Latest"), Figure(line, "AtTarget"));
        // Before its days were over, a target was held against the newest number.
        if (judged is null && (state == TargetState.TooEarly || Text(line, "GapText") is not null)) judged = latest?.DeepClone().AsObject();
        line[nameof(AnnexLine.Verdict)] = new JsonObject
        {
            [nameof(TargetVerdict.State)] = (int)state,
            [nameof(TargetVerdict.IsDecided)] = false,
            [nameof(TargetVerdict.Figure)] = judged,
            [nameof(TargetVerdict.Target)] = line["Target"]?.DeepClone(),
            [nameof(TargetVerdict.Gap)] = line["Gap"]?.DeepClone(),
            [nameof(TargetVerdict.GapText)] = Text(line, "GapText"),
            [nameof(TargetVerdict.NumberText)] = judged is null ? null
                : DanishFormat.Amount(judged[nameof(ShownFigure.Value)]!.GetValue<decimal>(), line["Decimals"]?.GetValue<int>() ?? 0, Text(line, "Unit")),
        };
        line[nameof(AnnexLine.Latest)] = latest;
        return line;
    }

    /// <summary>A number and, beside it, its days in words; null where either is not there.</summary>
    private static JsonObject? Figure(JsonObject line, string name) =>
        line[name]?.GetValue<decimal>() is { } value && Text(line, $"{name}Period") is { } words && PeriodOf(words) is { } period
            ? new() { [nameof(ShownFigure.Period)] = AnnexLine.Interval(period), [nameof(ShownFigure.Value)] = value } : null;

    private static string? Text(JsonObject line, string name) => line[name]?.GetValue<string>();

    /// <summary>The days that <see cref="FigurePeriod.ToString"/> has put into words; null where they are other words.</summary>
    internal static FigurePeriod? PeriodOf(string words)
    {
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return FigurePeriod.Year(year);
        if (TwelveMonths().Match(words) is { Success: true } months && MonthOf(months.Groups[1].Value) is { } end) return FigurePeriod.TwelveMonthsTo(end);
        if (MonthOf(words) is { } month) return month;
        if (Days().Match(words) is { Success: true } days && DayOf(days.Groups[1].Value) is { } from && DayOf(days.Groups[2].Value) is { } to) return new(from, to);
        return SomeMonths().Match(words) is { Success: true } some && MonthOf(some.Groups[2].Value) is { } last && MonthOf($"{some.Groups[1].Value} {last.Last.Year}") is { } first
            ? new(first.First, last.Last) : null;
    }

    private static FigurePeriod? MonthOf(string words) =>
        DateOnly.TryParseExact(words, "MMMM yyyy", Danish, DateTimeStyles.None, out var month) ? FigurePeriod.MonthOf(month) : null;

    private static DateOnly? DayOf(string words) => DateOnly.TryParseExact(words, "d. MMMM yyyy", Danish, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("^12 måneder til og med (.+)$")]
    private static partial Regex TwelveMonths();

    [GeneratedRegex("^(.+) til (.+)$")]
    private static partial Regex Days();

    [GeneratedRegex("^([^-]+)-(.+)$")]
    private static partial Regex SomeMonths();
}
