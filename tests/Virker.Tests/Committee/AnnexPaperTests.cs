using Virker.Committee;
using Virker.Insight;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Platform;
using Virker.Tests.Support;
using Virker.Tests.Targets;

namespace Virker.Tests.Committee;

/// <summary>
/// The key figures on paper: where each measure stands, how each has moved, and as an appendix how each is made.
/// </summary>
public sealed class AnnexPaperTests
{
    private readonly SampleFacts _facts = new(new(2023, 12, 31));

    [Fact]
    public async Task Status_and_development_come_first_on_few_pages_and_the_definitions_are_an_appendix()
    {
        var document = await AnnexAsync();
        var appendix = document.Blocks.ToList().FindLastIndex(b => b is PageBreak);
        ((Heading)document.Blocks[appendix + 1]).Text.ShouldStartWith("Tillæg");
        document.Blocks.Skip(appendix).OfType<DefinitionRows>().Count().ShouldBe(21);
        var (before, status) = (
            Pages(document, document.Blocks.Take(appendix)),
            Pages(document, document.Blocks.TakeWhile(b => b is not PageBreak))
        );
        before.ShouldBeLessThanOrEqualTo(3);
        (before - status).ShouldBe(1, "every small chart is on one page");
        var table = document.Blocks.Take(appendix).OfType<DocumentTable>().ShouldHaveSingleItem();
        table
            .Rows.Count(r => r.Cells.Count == 1 && r.Cells[0].ColumnSpan == table.Columns.Count)
            .ShouldBe(4, "each theme is a line of the table");
    }

    /// <summary>
    /// The plan that the fictive municipality ships with: a page of status, a page of small charts, and then the
    /// appendix.
    /// </summary>
    [Fact]
    public async Task The_status_of_the_fictive_municipalitys_plan_is_one_page_and_its_charts_another()
    {
        var demo = Path.Combine(Structure.Repository.Root, "src", "Demo", "Documents",
            "beskaeftigelsesplan-2023-24.txt");
        var read = PlanReader.ReadFile(demo).Value;
        var document = await AnnexAsync(read with { Document = read.Document with { Municipality = null } });
        Pages(document, document.Blocks.TakeWhile(b => b is not PageBreak)).ShouldBe(1);
        var appendix = document.Blocks.ToList().FindLastIndex(b => b is PageBreak);
        Pages(document, document.Blocks.Take(appendix)).ShouldBe(2);
        var chart = document.Blocks.OfType<FigureBlock>().ShouldHaveSingleItem().Chart;
        ChartDrawing.Of(chart, PaperFlow.Width).Marks.OfType<ChartLabel>().Count(l =>
            l.Text.EndsWith('…')).ShouldBeLessThanOrEqualTo(2);
    }

    /// <summary>
    /// The last number of a small chart is of a month that is complete, and the table marks the one that is not.
    /// </summary>
    [Fact]
    public void A_month_that_is_not_complete_is_not_drawn_as_the_newest()
    {
        var line = new AnnexLine(new(Guid.NewGuid()), "Tema", "a", "Mål", TargetVerdict.Unknown(new(">=",
            "pct.") { Plan = FigurePeriod.Year(2024) }, null, null), "Ord")
        {
            Unit = "pct.", Decimals = 1, IndicatorName = "Tal", Trend = [new("jan. 2024", 11.7m), new("feb. 2024",
                11.9m), new("mar. 2024", 8.4m, false)],
        };
        var annex = new KeyFigureAnnex(new(Guid.NewGuid()), "Plan", new(2024, 4, 2), new(2024, 3, 31), default, [line]);
        var blocks = AnnexDocument.Of(annex, "Kommune").Blocks;
        blocks.OfType<FigureBlock>().Single().Chart.Data.Series[0].Values.ShouldBe([11.7, 11.9, null]);
        string.Concat(blocks.OfType<DocumentTable>().Last().Rows[0].Cells[^1].Runs.Select(r => r.Text))
            .ShouldBe("8,4*");
    }

    [Fact]
    public async Task Each_small_chart_has_its_own_unit_and_target()
    {
        var document = await AnnexAsync();
        var chart = document.Blocks.OfType<FigureBlock>().ShouldHaveSingleItem().Chart;
        chart.Kind.ShouldBe(ChartKind.SmallMultiples);
        chart.Data.Series.ShouldEachBe(s => s.Values.Count == chart.Data.Categories.Count && s.Panel != null);
        var hours = chart.Data.Series.Single(s => s.Name == HouseCatalogue.It.Get(SamplePlan.Ties["R1a"]).Name);
        hours.Panel.ShouldBe(new("pct.", 1, 15));
        var drawn = ChartDrawing.Of(chart, 480, 0, 8).Marks;
        var words = drawn.OfType<ChartLabel>().Select(l => l.Text).ToList();
        words.ShouldContain("20,0 pct.");
        words.ShouldContain("Mål 15,0");
        drawn
            .OfType<ChartShape>()
            .Count(s => s.Stroke == ChartPaint.Target)
            .ShouldBe(chart.Data.Series.Count(s => s.Panel!.Target is not null), "each has its own target line");
        document
            .Blocks.OfType<DocumentTable>()
            .Last()
            .Rows.ShouldContain(r => r.Cells.Count == chart.Data.Categories.Count + 1);
        chart.ToTable().Columns.Select(c => c.Header).ShouldContain($"{hours.Name} (pct.)");
    }

    private static int Pages(Document document, IEnumerable<DocumentBlock> blocks) =>
        new TaggedPdf((document with { Blocks = [.. blocks] }).ToPdf()).Pages.Count;

    private async Task<Document> AnnexAsync(PrintedPlan? plan = null)
    {
        await using var office = await CommitteeOffice.OnAsync(Dialect.Sqlite, _facts.Into);
        await office.Clerk.PutInForceAsync(plan ?? SamplePlan.Draft, "plan.txt");
        var meeting = await office.DraftedAsync();
        var item = (await office.ReadAsync(meeting))
            .Items.Single(i => i.Head.Standing == StandingItem.KeyFigures.Code)
            .Id;
        var drafted = await office.Clerk.DoneAsync(new DraftKeyFigures(item, new DateOnly(2024, 1, 1)));
        return (await office.Clerk.DoneAsync(new ReadAttachment(drafted.Attachment))).Document;
    }
}
