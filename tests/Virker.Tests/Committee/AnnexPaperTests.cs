using Virker.Committee;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Platform;
using Virker.Tests.Support;
using Virker.Tests.Targets;

namespace Virker.Tests.Committee;

/// <summary>The key figures on paper: where each measure stands, how each has moved, and as an appendix how each is made.</summary>
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
        var (before, status) = (Pages(document, document.Blocks.Take(appendix)), Pages(document, document.Blocks.TakeWhile(b => b is not PageBreak)));
        before.ShouldBeLessThanOrEqualTo(3);
        (before - status).ShouldBe(1, "every small chart is on one page");
        var table = document.Blocks.Take(appendix).OfType<DocumentTable>().ShouldHaveSingleItem();
        table.Rows.Count(r => r.Cells.Count == 1 && r.Cells[0].ColumnSpan == table.Columns.Count).ShouldBe(4, "each theme is a line of the table");
    }

    [Fact]
    public async Task Each_small_chart_has_its_own_unit_and_target()
    {
        var document = await AnnexAsync();
        var chart = document.Blocks.OfType<Figure>().ShouldHaveSingleItem().Chart;
        chart.Kind.ShouldBe(ChartKind.SmallMultiples);
        chart.Data.Series.ShouldAllBe(s => s.Values.Count == chart.Data.Categories.Count && s.Panel != null);
        var hours = chart.Data.Series.Single(s => s.Name == Virker.Insight.Catalogue.Get(SamplePlan.Ties["R1a"]).Name);
        hours.Panel.ShouldBe(new("pct.", 1, 15));
        var drawn = ChartDrawing.Of(chart, 480, 0, 8).Marks;
        var words = drawn.OfType<ChartLabel>().Select(l => l.Text).ToList();
        words.ShouldContain("20,0 pct.");
        words.ShouldContain("Mål 15,0");
        drawn.OfType<ChartShape>().Count(s => s.Stroke == ChartPaint.Target).ShouldBe(chart.Data.Series.Count(s => s.Panel!.Target is not null), "each has its own target line");
        document.Blocks.OfType<DocumentTable>().Last().Rows.ShouldContain(r => r.Cells.Count == chart.Data.Categories.Count + 1);
        chart.ToTable().Columns.Select(c => c.Header).ShouldContain($"{hours.Name} (pct.)");
    }

    private static int Pages(Document document, IEnumerable<DocumentBlock> blocks) => new TaggedPdf((document with { Blocks = [.. blocks] }).ToPdf()).Pages.Count;

    private async Task<Document> AnnexAsync()
    {
        await using var office = await CommitteeOffice.OnAsync(Dialect.Sqlite, _facts.Into);
        await office.Clerk.DoneAsync<ImportPlan, PlanImported>(new(SamplePlan.Draft, "plan.txt"));
        var meeting = await office.DraftedAsync();
        var item = (await office.ReadAsync(meeting)).Items.Single(i => i.Head.Standing == StandingItem.KeyFigures.Code).Id;
        var drafted = await office.Clerk.DoneAsync<DraftKeyFigures, KeyFiguresDrafted>(new(item, new DateOnly(2024, 1, 1)));
        return (await office.Clerk.DoneAsync<ReadAttachment, FrozenDocument>(new(drafted.Attachment))).Document;
    }
}
