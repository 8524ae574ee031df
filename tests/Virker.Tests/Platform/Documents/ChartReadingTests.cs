using Virker.Tests.Support;
using Virker.Platform;

namespace Virker.Tests.Platform;

/// <summary>That a chart does not mislead, and that its words can be read where there is little room.</summary>
public sealed class ChartReadingTests
{
    private static readonly string[] Quarters = ["1. kvt.", "2. kvt.", "3. kvt.", "4. kvt."];

    private static Chart Make(ChartKind kind, double?[] values) =>
        new(kind, "Titel", new(Quarters, [new ChartSeries("Serie", values)]) { Unit = "personer" });

    private static ChartDrawing Draw(Chart chart) => ChartDrawing.Of(chart, 560, 0, 13);

    /// <summary>
    /// A year lies twelve times as far from its neighbour as a month does, and the years stand where they begin.
    /// </summary>
    [Fact]
    public void Days_that_lie_unevenly_lie_where_the_calendar_has_them()
    {
        DateOnly[] days = [new(2020, 1, 1), new(2020, 12, 31), new(2021, 1, 1), new(2024, 1, 1)];
        var marks = Draw(Make(ChartKind.Trend, [80, 80, 40, 40]) with { Trend = new() { Days = days } }).Marks;
        var points = marks.OfType<ChartShape>().Single(s => s is { Stroke: ChartPaint.Series1, Closed: false }).Points;
        var day = (points[3].X - points[0].X) / (days[3].DayNumber - days[0].DayNumber);
        for (var i = 1; i < days.Length; i++) (points[i].X - points[0].X)
            .ShouldBe(day * (days[i].DayNumber - days[0].DayNumber), 0.01);
        marks.OfType<ChartLabel>().Where(l => l.Text is "2021" or "2022" or "2023" or "2024").Select(l => l.Text)
            .ShouldBe(["2021", "2022", "2023", "2024"]);
    }

    [Theory]
    [InlineData(ChartKind.Trend, 100, true)]
    [InlineData(ChartKind.Trend, 10, false)]
    [InlineData(ChartKind.SmallMultiples, 100, true)]
    [InlineData(ChartKind.SmallMultiples, 10, false)]
    [InlineData(ChartKind.Bar, 100, false)]
    public void An_axis_that_does_not_begin_at_zero_is_broken_and_says_so(ChartKind kind, double lowest, bool isBroken)
    {
        var marks = Draw(Make(kind, [lowest, 110, 108, 109])).Marks;
        marks.OfType<ChartLabel>().Any(l => l.Text.Contains("begynder ikke ved 0")).ShouldBe(isBroken);
        marks.OfType<ChartShape>().Any(s => s is { Stroke: ChartPaint.Axis, Points.Count: > 2 }).ShouldBe(isBroken);
        if (!isBroken) marks.OfType<ChartLabel>().ShouldContain(l => l.Text == "0");
    }

    /// <summary>
    /// On a phone and on a page; the numbers of what ends at the edge are never cut, and no two labels share their
    /// place.
    /// </summary>
    [Theory]
    [InlineData(300)]
    [InlineData(440)]
    [InlineData(640)]
    public void Labels_at_the_edge_keep_their_numbers_and_do_not_lie_on_one_another(double width)
    {
        var chart = new Chart(ChartKind.Trend, "Titel", new(Quarters, [new("Kommunen", [20.1, 25.2, 24.8, 25.1]),
            new("Alle i hele landet", [24, 24.5, 25, 25.2])]) { Decimals = 1 })
        {
            Target = new(25, "Mål"), Trend = new() { Ahead = [new("5", 25.3, 25, 26, 24, 27)] },
        };
        var labels = ChartDrawing.Of(chart, width, 0, 13).Marks.OfType<ChartLabel>().ToList();
        var words = string.Join(' ', labels.Select(l => l.Text));
        foreach (var number in new[] { "landet 25,2", "Mål 25,0", "Ventet 25,3" }) words.ShouldContain(number);
        var edge = labels.Where(l => l is { Anchor: 0 } && l.Paint
            is ChartPaint.Target or ChartPaint.Series1 or ChartPaint.Series6).Select(l => l.Baseline).Order().ToList();
        edge.Zip(edge.Skip(1)).ShouldEachBe(pair => pair.Second - pair.First > 13);
    }
}
