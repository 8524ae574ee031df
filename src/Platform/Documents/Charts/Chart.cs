using System.Text.Json.Serialization;

namespace Virker.Platform;

/// <summary>
/// A chart made from a table of data, drawn on the server: as SVG on the page and with the same geometry in the PDF.
/// The words and numbers in it are Danish.
/// </summary>
public sealed record Chart([property: JsonConverter(typeof(ChartKindReader))] ChartKind Kind, string Title,
    ChartData Data)
{
    /// <summary>The level to reach or to stay under, drawn as a line.</summary>
    public ChartTarget? Target { get; init; }

    /// <summary>What a <see cref="ChartKind.Trend"/> has beside its lines.</summary>
    public ChartTrend? Trend { get; init; }

    /// <summary>Such as "Måned": the header of the categories in the chart's table.</summary>
    public string CategoryHeader { get; init; } = "";

    /// <summary>The table that the chart is drawn from, row for row; missing values are shown as "–".</summary>
    public DocumentTable ToTable(string? caption = null) => ChartTable.Of(this, caption ?? $"Tal til figuren: {Title}");

    /// <summary>The whole <c>svg</c> element, for inline use. <paramref name="alt"/> becomes its description.</summary>
    public string ToSvg(string alt, double width = 560, double height = 0) => ChartSvg.Write(this, alt, width, height);

    /// <summary>
    /// A picture that stands alone, as a file: with its title above it and where it comes from below.
    /// </summary>
    public string ToPicture(string alt, string? source) => ChartSvg.Alone(this, alt, source);

    /// <summary>The categories of the table: those known and those ahead.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Rows => Kind == ChartKind.Trend ? new TrendLine(this).Categories : Data.Categories;

    /// <summary>
    /// The columns of the table: the series, and where there is a forecast, what it expects and between which limits.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<ChartSeries> Columns => ChartTable.Columns(this);
}

public enum ChartKind
{
    /// <summary>Upright bars of the first series, from zero.</summary>
    Bar,

    /// <summary>
    /// A small line chart for each series, all with the same axes, or each with its own where it has a <see
    /// cref="ChartPanel"/>.
    /// </summary>
    SmallMultiples,

    /// <summary>A line without axes, for a row in a table. Only the first series is drawn.</summary>
    Sparkline,

    /// <summary>
    /// A figure's own line (the first series) with what it is held against (the others), its forecast as a fan
    /// joined to it, its target with its day, and its last value told
    /// where it stands.
    /// </summary>
    Trend,

    /// <summary>
    /// From one level to another, term by term: of the first series, the first and the last value are levels and those
    /// between are what was added or taken away.
    /// </summary>
    Waterfall,
}

/// <summary>
/// Rows are categories (months, places), columns are series. Every series has one value for each category.
/// </summary>
public sealed record ChartData(IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Such as "fuldtidspersoner", "pct." or "mio. kr."; stands above the axis.</summary>
    public string Unit { get; init; } = "";

    public int Decimals { get; init; }
}

/// <summary>Null, not-a-number and infinity are missing values, and leave a gap.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>Where one of <see cref="ChartKind.SmallMultiples"/> is of something else than the others.</summary>
    public ChartPanel? Panel { get; init; }
}

/// <summary>
/// The unit, the decimals and the target of one small chart among others, which is then drawn on an axis of its own.
/// </summary>
public sealed record ChartPanel(string Unit, int Decimals, double? Target = null);

public sealed record ChartTarget(double Value, string Label)
{
    /// <summary>The category whose end it is to be reached by; the line stops there.</summary>
    public string? At { get; init; }
}

/// <summary>A trend's months ahead, and how much of what is known is not complete.</summary>
public sealed record ChartTrend
{
    /// <summary>
    /// Step by step from the month after the last complete one, which may be among the chart's own categories.
    /// </summary>
    public IReadOnlyList<ChartStep> Ahead { get; init; } = [];

    /// <summary>So many of the last categories are known in part alone.</summary>
    public int Provisional { get; init; }

    /// <summary>Beside the last value: "+3 på et år".</summary>
    public string? Change { get; init; }

    /// <summary>
    /// Where the categories are days that lie unevenly, the day of each; then a day's place on the axis is its own.
    /// Else empty.
    /// </summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];
}

/// <summary>What is expected of a category, with the limits that hold in 80 and in 95 of 100 cases.</summary>
public sealed record ChartStep(string Category, double Value, double Low80, double High80, double Low95, double High95);
