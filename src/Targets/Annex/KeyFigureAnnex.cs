using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Virker.Insight;
using Virker.Kernel;

namespace Virker.Targets;

/// <summary>The key figures of a plan, frozen as of a day: the same every time it is issued.</summary>
public sealed record KeyFigureAnnex(
    AnnexId Id,
    string PlanTitle,
    DateOnly AsOf,
    DateOnly DataDate,
    DateTimeOffset FrozenAt,
    IReadOnlyList<AnnexLine> Lines
);

/// <summary>One measure in the annex, all in words as it was on the day, with the numbers beside.</summary>
public sealed record AnnexLine(
    MeasureId Measure,
    string Theme,
    string Key,
    string Text,
    TargetVerdict Verdict,
    string Words
)
{
    /// <summary>
    /// What the measure was called on the day; null where an earlier edition kept only what the plan prints.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>What the line is called.</summary>
    [JsonIgnore]
    public string Title => Name ?? Text;

    public string? Condition { get; init; }

    public string? Indicator { get; init; }

    public int? IndicatorVersion { get; init; }

    public string? IndicatorName { get; init; }

    public string? Unit { get; init; }

    public int Decimals { get; init; }

    public string? Definition { get; init; }

    public string? Source { get; init; }

    public string TargetText { get; init; } = "";

    /// <summary>"Hele landet, 2023: 1,62 (jobindsats Y01A02)"; null where nothing is compared.</summary>
    public string? Comparison { get; init; }

    /// <summary>
    /// The register's newest figure; the one that the measure is judged on stands in <see cref="Verdict"/>.
    /// </summary>
    public ShownFigure? Latest { get; init; }

    /// <summary>The newest thirteen points: a year and the point to compare with.</summary>
    public IReadOnlyList<AnnexPoint> Trend { get; init; } = [];

    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Which source was not as far as the register.</summary>
    public string? Lag { get; init; }

    internal static AnnexLine Of(PlanMeasureRow measure, string name, string theme, TargetFinding finding) =>
        new(measure.Id, theme, measure.Key, measure.Text, finding.Verdict, finding.Words)
        {
            Name = name,
            Condition = measure.Condition,
            Indicator = finding.Indicator?.Id,
            IndicatorVersion = finding.Indicator?.Version,
            IndicatorName = finding.Indicator?.Name,
            Unit = finding.Indicator?.Unit,
            Decimals = finding.Indicator?.Decimals ?? 0,
            Definition = finding.Indicator?.Definition,
            Source = finding.Indicator?.Source,
            TargetText = finding.TargetText,
            Comparison = finding.Comparison is { } c
                ? $"{char.ToUpperInvariant(c.Area[0])}{c.Area[1..]}, {c.Period}: {FigureWords.Plain(c.Value)} ({c.Source})"
                : null,
            Latest = finding.Latest,
            Trend =
            [
                .. finding
                    .Trend.TakeLast(13)
                    .Select(t => new AnnexPoint(FigureLabels.Short(t.Period), t.Value, t.IsComplete)),
            ],
            Missing = finding.Missing,
            Lag = finding.Lag,
        };

    private static readonly JsonSerializerOptions Json = new() { Converters = { new PeriodConverter() } };

    internal string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The line as it was frozen, also by an earlier edition.</summary>
    internal static AnnexLine FromJson(string json)
    {
        var line = JsonNode.Parse(json)!.AsObject();
        return (EarlierAnnexLine.Is(line) ? EarlierAnnexLine.Renewed(line) : line).Deserialize<AnnexLine>(Json)!;
    }

    internal static string Interval(FigurePeriod period) =>
        string.Create(CultureInfo.InvariantCulture, $"{period.First:yyyy-MM-dd}/{period.Last:yyyy-MM-dd}");

    /// <summary>The two days, as ISO 8601 writes an interval: "2023-01-01/2023-12-31".</summary>
    private sealed class PeriodConverter : JsonConverter<FigurePeriod>
    {
        public override FigurePeriod Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetString()!.Split('/') is [var first, var last]
            && WrittenDate.Iso(first) is { } from
            && WrittenDate.Iso(last) is { } to
                ? new(from, to)
                : throw new JsonException("A period has two days.");

        public override void Write(Utf8JsonWriter writer, FigurePeriod value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Interval(value));
    }
}

public sealed record AnnexPoint(string Label, decimal? Value, bool IsComplete = true);

/// <summary>Periods as a chart's axis names them.</summary>
public static class FigureLabels
{
    /// <summary>The last month and its year: "dec. 2023"; a whole year is "2023".</summary>
    public static string Short(FigurePeriod period) => period.IsYear ? $"{period.First.Year}" : Month(period);

    /// <summary>
    /// The last month and its year, also where it ends a calendar year: a point among others in a series.
    /// </summary>
    public static string Month(FigurePeriod period) => Danish.AxisMonth(period.Last);
}
