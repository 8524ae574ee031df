using Virker.Tests.Support;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Virker.Platform;

namespace Virker.Tests.Platform;

public sealed class ChartTests
{
    private static readonly string[] Quarters = ["1. kvt.", "2. kvt.", "3. kvt.", "4. kvt."];

    private static Chart Make(ChartKind kind, params double?[][] series) =>
        new(kind, "Titel", new(Quarters, [.. series.Select((values, i) => new ChartSeries($"Serie {i}", values))]) { Unit = "personer" });

    private static ChartDrawing Draw(Chart chart) => ChartDrawing.Of(chart, 560, 0, 13);

    private static List<ChartDot> Dots(Chart chart) => [.. Draw(chart).Marks.OfType<ChartDot>()];

    /// <summary>The extents of a mark; text counts with its letters' widths.</summary>
    private static (double Left, double Top, double Right, double Bottom) Extent(ChartMark mark) => mark switch
    {
        ChartDot dot => (dot.X - dot.Radius, dot.Y - dot.Radius, dot.X + dot.Radius, dot.Y + dot.Radius),
        ChartShape shape => (shape.Points.Min(p => p.X), shape.Points.Min(p => p.Y), shape.Points.Max(p => p.X), shape.Points.Max(p => p.Y)),
        ChartLabel label => Extent(label, ChartCanvas.Measure(label.Text, label.Size, label.Bold)),
        _ => throw new InvalidOperationException(),
    };

    private static (double, double, double, double) Extent(ChartLabel label, double width) =>
        (label.X - label.Anchor * width, label.Baseline - label.Size * 0.8, label.X + (1 - label.Anchor) * width, label.Baseline + label.Size * 0.2);

    [Fact]
    public void Nothing_is_drawn_outside_the_picture_whatever_the_values() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var chart = new RandomDocuments(seed).Chart();
            foreach (var width in new[] { 120.0, 467, 560 })
            {
                var drawing = ChartDrawing.Of(chart, width, 0, 13);
                foreach (var mark in drawing.Marks)
                {
                    var (left, top, right, bottom) = Extent(mark);
                    (left >= -0.5 && top >= -0.5 && right <= drawing.Width + 0.5 && bottom <= drawing.Height + 0.5)
                        .ShouldBeTrue($"{chart.Kind} {width}x{drawing.Height}: {mark} reaches {left},{top} to {right},{bottom}");
                }
            }
            XDocument.Parse(chart.ToSvg("Alt")).Descendants().SelectMany(element => element.Attributes())
                .ShouldEachBe(attribute => attribute.Name.LocalName != "style" && attribute.Name.LocalName != "id");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_trends_fan_opens_where_its_complete_line_ends_and_its_target_stops_on_its_day()
    {
        ChartStep[] ahead = [new("3", 30, 28, 32, 26, 34), new("4", 31, 27, 35, 24, 38)];
        var chart = new Chart(ChartKind.Trend, "Titel", new(["1", "2", "3"], [new("Kommunen", [20, 25, 11]), new("Hele landet", [18, null, 19])]) { Decimals = 1 })
        {
            Target = new(24, "Mål") { At = "3" }, Trend = new() { Ahead = ahead, Provisional = 1, Change = "+5,0 på et år" },
        };
        var marks = ChartDrawing.Of(chart, 640, 0, 13).Marks;
        var line = marks.OfType<ChartShape>().Single(s => s is { Stroke: ChartPaint.Series1, Dash.Count: 0 });
        line.Points.Count.ShouldBe(2, "the month that is not complete is not in the line");
        foreach (var band in new[] { ChartPaint.Band95, ChartPaint.Band80 }) marks.OfType<ChartShape>().Single(s => s.Fill == band).Points[0].ShouldBe(line.Points[^1]);
        marks.OfType<ChartShape>().Single(s => s.Stroke == ChartPaint.Target && s.Dash.Count > 0).Points[^1].X.ShouldBe(marks.OfType<ChartShape>().Single(s => s.Fill == ChartPaint.Band80).Points[1].X, 0.01);
        var words = marks.OfType<ChartLabel>().Select(l => l.Text).ToList();
        foreach (var word in new[] { "Kommunen 25,0", "2", "+5,0 på et år", "Mål 24,0, 3", "Hele landet 19,0",
            "Ventet 31,0", "foreløbig" }) words.ShouldContain(word);
        chart.ToTable().Columns.Select(c => c.Header).ShouldBe(["Kategori", "Kommunen", "Hele landet", "Ventet", "80 pct. fra", "80 pct. til", "95 pct. fra", "95 pct. til"]);
        chart.ToTable().Rows.Count.ShouldBe(4);
    }

    [Fact]
    public void A_waterfalls_bars_go_from_one_level_to_the_other_and_the_least_of_many_are_told_together()
    {
        string[] names = ["Før", .. Enumerable.Range(1, 14).Select(i => $"Led {i}"), "Nu"];
        double?[] values = [100, .. Enumerable.Range(1, 14).Select(i => (double?)(i % 2 == 0 ? i : -i)), 107];
        var words = ChartDrawing.Of(new(ChartKind.Waterfall, "Titel", new(names, [new("Tal", values)])), 640, 0, 13).Marks.OfType<ChartLabel>().Select(l => l.Text).ToList();
        words.ShouldContain("Øvrige (5)");
        (words[^1], words.Count(w => w.StartsWith("Led", StringComparison.Ordinal))).ShouldBe(("107", 9));
    }

    [Theory]
    [InlineData(0.25, 2)]
    [InlineData(3, 0)]
    [InlineData(0.9, 1)]
    public void An_axis_has_no_more_decimals_than_its_numbers(double highest, int decimals) =>
        ChartScale.Of([0, highest / 3, highest], fromZero: true, decimals).Decimals.ShouldBeLessThanOrEqualTo(decimals);

    [Fact]
    public void A_picture_that_is_taken_along_stands_alone_with_title_and_source()
    {
        var picture = XDocument.Parse(Make(ChartKind.Trend, [1, 2, 3, 4]).ToPicture("Alt", "Kilde: Registret")).Root!;
        picture.Value.ShouldContain("Kilde: Registret");
        picture.Attribute("font-family")!.Value.ShouldContain("sans-serif");
    }

    [Fact]
    public void A_greater_value_never_lies_lower() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<double[]>(),
                values =>
                {
                    var scale = ChartScale.Of(values, fromZero: false, decimals: 2);
                    var known = values.Where(double.IsFinite).Order().ToList();
                    known.Select(scale.Place).ShouldBeInOrder();
                    known.Select(scale.Place).Where(place => place is not (>= 0 and <= 1)).ShouldBeEmpty();
                    scale.Ticks.Count().ShouldBeInRange(2, 14);
                    scale.Ticks.ShouldBeUnique();
                    known
                        .Where(value =>
                            Math.Abs(value) < 1e15
                            && !(value >= scale.Low - scale.Step * 0.01 && value <= scale.High + scale.Step * 0.01)
                        )
                        .ShouldBeEmpty();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Bars_are_as_high_as_their_values_and_stand_on_zero()
    {
        var bars = Draw(Make(ChartKind.Bar, [100, 50, -25, null])).Marks.OfType<ChartShape>().Where(shape => shape.Fill == ChartPaint.Series1)
            .Select(shape => (Top: shape.Points.Min(p => p.Y), Bottom: shape.Points.Max(p => p.Y))).ToList();

        bars.Count.ShouldBe(3);
        var unit = (bars[0].Bottom - bars[0].Top) / 100;
        (bars[1].Bottom - bars[1].Top).ShouldBe(50 * unit, 0.01);
        (bars[2].Bottom - bars[2].Top).ShouldBe(25 * unit, 0.01);
        bars[1].Bottom.ShouldBe(bars[0].Bottom, 0.01);
        bars[2].Top.ShouldBe(bars[0].Bottom, 0.01);
    }

    [Fact]
    public void A_missing_value_leaves_a_gap_and_a_lone_value_is_still_seen()
    {
        var chart = Make(ChartKind.Trend, [1, 2, null, 4]);
        Draw(chart).Marks.OfType<ChartShape>().Count(shape => shape.Stroke == ChartPaint.Series1).ShouldBe(1);
        Dots(chart).DistinctBy(dot => (dot.X, dot.Y)).Count().ShouldBe(1);
        Dots(Make(ChartKind.Trend, [null, double.NaN, 3, double.PositiveInfinity])).DistinctBy(dot =>
            (dot.X, dot.Y)).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(ChartKind.Bar)]
    [InlineData(ChartKind.SmallMultiples)]
    [InlineData(ChartKind.Sparkline)]
    [InlineData(ChartKind.Trend)]
    [InlineData(ChartKind.Waterfall)]
    public void Every_kind_can_be_drawn_of_nothing_one_value_and_equal_values(ChartKind kind)
    {
        var empty = new Chart(kind, "Tom", new([], []));
        double?[][] cases = [[], [5, 5, 5, 5], [0, 0, 0, 0], [-3, null, null, null]];
        foreach (var chart in cases.Select(values => Make(kind, values)).Append(empty))
            XDocument.Parse(chart.ToSvg("Alt")).Root!.Attribute("role")!.Value.ShouldBe("img");
    }

    [Fact]
    public void Series_differ_by_more_than_colour()
    {
        var series = Enumerable.Range(0, 6).Select(i => new double?[] { i, i + 1, i, i + 2 }).ToArray();
        var lines = Draw(Make(ChartKind.Trend, series)).Marks.OfType<ChartShape>().Where(shape => !shape.Closed
            && shape.Stroke >= ChartPaint.Series1).ToList();
        lines.Count.ShouldBe(6);
        lines.Select(line => (line.Thickness, string.Join(' ', line.Dash))).ShouldBeUnique();

        var hatching = Enumerable.Range(0, 6).Select(i =>
        {
            var canvas = new ChartCanvas(100, 100, 13);
            ChartMarks.Bar(canvas, i, 0, 0, 50, 50);
            return string.Join(';', canvas.Marks.OfType<ChartShape>().Where(mark => !mark.Closed).Select(mark => string.Join(' ', mark.Points)));
        });
        hatching.ShouldBeUnique();
    }

    [Fact]
    public void The_target_is_drawn_at_its_height_and_named()
    {
        var drawing = Draw(Make(ChartKind.Trend, [100, 200, 300, 400]) with { Target = new(300, "Loft") });
        var line = drawing.Marks.OfType<ChartShape>().Single(shape => shape.Stroke == ChartPaint.Target);

        line.Points[0].Y.ShouldBe(drawing.Marks.OfType<ChartShape>().Single(shape =>
            shape.Stroke == ChartPaint.Series1).Points[2].Y, 0.01);
        drawing.Marks.OfType<ChartLabel>().ShouldContain(label => label.Text == "Loft 300");
    }

    [Fact]
    public void Axis_numbers_are_Danish_and_the_chart_says_what_it_is()
    {
        var svg = XDocument.Parse(Make(ChartKind.Bar, [1200, 2400, 3100, 900]).ToSvg("Falder <b>")).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";

        svg.Elements(ns + "text").Select(text => text.Value).ShouldContain("1.000");
        svg.Element(ns + "title")!.Value.ShouldBe("Titel");
        svg.Element(ns + "desc")!.Value.ShouldBe("Falder <b>");
    }

    [Fact]
    public void The_paper_shows_the_same_words_as_the_page()
    {
        var chart = Make(ChartKind.Trend, [100, 200, 300, 400], [5, 6, 7, null]) with { Target = new(300, "Loft") };
        var day = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var figure = new Document("T", day, [new FigureBlock(chart, "Alt")]).ToPdf();
        var onPaper = new TaggedPdf(figure).Root.All.Single(element => element.Type == "Figure").Text;

        onPaper.ShouldBe(string.Concat(ChartDrawing.Of(chart, PaperFlow.Width).Marks.OfType<ChartLabel>().Select(label => label.Text)));
    }

    [Fact]
    public void The_table_behind_a_chart_has_every_value_and_says_what_is_missing()
    {
        var table = Make(ChartKind.Trend, [1, null, 3, double.NaN]).ToTable();
        table.Rows.Select(row => string.Concat(row.Cells[1].Runs.Select(run => run.Text))).ShouldBe(["1", "–", "3", "–"]);
        table.Note.ShouldBe("Enhed: personer.");
    }
}
