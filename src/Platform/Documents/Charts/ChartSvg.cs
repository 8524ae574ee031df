namespace Virker.Platform;

internal static class ChartSvg
{
    public static string Write(Chart chart, string alt, double width, double height) =>
        $"""<svg class="chart" role="img" viewBox="0 0 {width:0} {(height > 0 ? height : 360):0}"><title>{HtmlText.Encode(chart.Title)}</title><desc>{HtmlText.Encode(alt)}</desc></svg>""";
}
