namespace Virker.Platform;

/// <summary>
/// A chart made from a table of data, drawn on the server: as SVG on the page and with the same geometry in the PDF. The words and
/// numbers in it are Danish.
/// </summary>
public sealed record Chart(ChartKind Kind, string Title, ChartData Data)
{
    /// <summary>The level to reach or to stay under, drawn as a line (or, for a value against its target, as a mark).</summary>
    public ChartTarget? Target { get; init; }

    /// <summary>Such as "Måned": the header of the categories in the chart's table.</summary>
    public string CategoryHeader { get; init; } = "";

    /// <summary>The table that the chart is drawn from, row for row; missing values are shown as "–".</summary>
    public DocumentTable ToTable(string? caption = null) => ChartTable.Of(this, caption ?? $"Tal til figuren: {Title}");

    /// <summary>The whole <c>svg</c> element, for inline use. <paramref name="alt"/> becomes its description.</summary>
    public string ToSvg(string alt, double width = 560, double height = 0) => ChartSvg.Write(this, alt, width, height);
}

public enum ChartKind
{
    Line,

    /// <summary>Upright bars, side by side when there are several series.</summary>
    Bar,
    StackedBar,

    /// <summary>A small line chart for each series, all with the same axes.</summary>
    SmallMultiples,

    /// <summary>A line without axes, for a row in a table. Only the first series is drawn.</summary>
    Sparkline,

    /// <summary>One lying bar for each category against a target mark: the first series is the value; a second, when there is one, is each
    /// category's own target.</summary>
    ValueAgainstTarget,
}

/// <summary>Rows are categories (months, places), columns are series. Every series has one value for each category.</summary>
public sealed record ChartData(IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Such as "fuldtidspersoner", "pct." or "mio. kr."; stands above the axis.</summary>
    public string Unit { get; init; } = "";

    public int Decimals { get; init; }
}

/// <summary>Null, not-a-number and infinity are missing values, and leave a gap.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

public sealed record ChartTarget(double Value, string Label);
