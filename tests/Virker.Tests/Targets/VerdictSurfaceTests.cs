using Virker.Committee;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Committee;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

/// <summary>
/// Wherever a target stands, its number, its distance and its verdict are of the same days, and the newest number
/// stands beside with its own.
/// </summary>
public sealed class VerdictSurfaceTests
{
    /// <summary>Decided by 2023 and by July 2023, while the newest figure is that of December.</summary>
    private static readonly (string Text, string State, string Figure, string Gap, string Latest)[] Decided =
    [
        (
            "Antallet af helårspersoner på kontanthjælp (aktivitetsparate) er højst 889 i 2023",
            "Afgjort: nået",
            "100 helårspersoner (2023)",
            "789 helårspersoner under målet",
            "100 helårspersoner (december 2023)"
        ),
        (
            "Mindst 15 % af de aktivitetsparate på kontanthjælp er til enhver tid i lønnede timer",
            "Afgjort: ikke nået",
            "10,0 pct. (juli 2023)",
            "5,0 procentpoint under målet",
            "20,0 pct. (december 2023)"
        ),
    ];

    private readonly SampleFacts _facts = new(new(2023, 12, 31));

    [Fact]
    public async Task Plan_overview_and_measure_show_the_judged_number_with_its_distance_and_the_newest_beside()
    {
        await using var web = await OpenAsync();
        var leader = await web.AsAsync(Role.TeamLeader);
        foreach (var address in new[] { "/plan", "/noegletal" })
        {
            var page = await leader.GetAsync(address);
            foreach (var (text, state, figure, gap, latest) in Decided)
            {
                var row = page
                    .Document.QuerySelectorAll("tr")
                    .Single(r => r.TextContent.Contains(text, StringComparison.Ordinal));
                var cells = row.QuerySelectorAll("th, td")
                    .Select(c =>
                        string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    )
                    .ToList();
                cells[1..5].ShouldBe([state, figure, gap, latest], $"{address}: {text}");
                if (address == "/noegletal") cells[^1].ShouldBeEmpty($"what is decided is not forecast: {text}");
            }
        }
    }

    [Fact]
    public async Task The_start_page_and_the_figures_page_tell_the_judged_number_with_its_days()
    {
        await using var web = await OpenAsync();
        var (text, _, figure, gap, _) = Decided[1];
        foreach (var role in new[] { Role.Politician, Role.TeamLeader, Role.Clerk, Role.Controller })
        {
            var line = (await (await web.AsAsync(role)).GetAsync("/"))
                .Document.QuerySelectorAll("li")
                .Single(l => l.TextContent.Contains(text, StringComparison.Ordinal))
                .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            string.Join(' ', line).ShouldContain($"{figure}: {gap}. Afgjort.");
        }

        var page = await (await web.AsAsync(Role.Politician)).GetAsync($"/noegletal/{SamplePlan.Ties["R1a"]}");
        page.Document.QuerySelector(".target-line")!.TextContent.ShouldContain($"{figure}: {gap}");
    }

    [Fact]
    public async Task The_agenda_item_and_its_frozen_annex_tell_the_same()
    {
        await using var office = await CommitteeOffice.OnAsync(Dialect.Sqlite, _facts.Into);
        await office.Clerk.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        var meeting = await office.DraftedAsync();
        var item = (await office.ReadAsync(meeting))
            .Items.Single(i => i.Head.Standing == StandingItem.KeyFigures.Code)
            .Id;
        var drafted = await office.Clerk.DoneAsync(new DraftKeyFigures(item, new DateOnly(2024, 1, 1)));
        var table = (await office.ItemAsync(item)).Tables.ShouldHaveSingleItem();
        var annex = (await office.Clerk.DoneAsync(new ReadAttachment(drafted.Attachment)))
            .Document.Blocks.OfType<DocumentTable>()
            .First()
            .Rows;
        foreach (var (text, state, figure, gap, latest) in Decided)
        {
            table.Rows.Single(r => r.Label == text).Values.Skip(1).ShouldBe([state, figure, gap, latest]);
            annex.Single(r => Text(r.Cells[0]) == text).Cells.Skip(2).Select(Text)
                .ShouldBe([state, Dense(figure), gap, Dense(latest)]);
        }

        // The annex's table is dense, and writes its months short.
        static string Dense(string words) => words.Replace("december 2", "dec. 2", StringComparison.Ordinal)
            .Replace("juli 2", "jul. 2", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_rounded_off_never_turns_distance_and_verdict_against_one_another()
    {
        var (rule, indicator) = (
            new TargetRule(TargetRule.AtMost, "pct.") { Plan = FigurePeriod.Year(2023) },
            HouseCatalogue.It.Get("kontanthjaelp.aktivitetsparat.loennede-timer")
        );
        foreach (
            var (part, of, target, gap, state) in new[]
            {
                (364, 10_000, 3.62m, "mindre end 0,1 procentpoint over målet", TargetState.NotMet),
                (361, 10_000, 3.62m, "mindre end 0,1 procentpoint under målet", TargetState.Met),
                (362, 10_000, 3.62m, "præcis på målet", TargetState.Met),
                (380, 10_000, 3.62m, "0,2 procentpoint over målet", TargetState.NotMet),
            }
        )
        {
            var figure = new KeyFigure(
                indicator.Id,
                1,
                FigurePeriod.Year(2023),
                FigureState.Known,
                new(2023, 12, 31),
                new Result(new Fraction(part * 100, of), null, null)
            );
            var verdict = TargetVerdict.Judged(rule, indicator, figure, Fraction.Of(target), true);
            (verdict.GapText, verdict.State).ShouldBe((gap, state));
        }
    }

    [Theory]
    [InlineData(1, 0, "helårspersoner", "1 helårsperson")]
    [InlineData(-1, 0, "personer", "−1 person")]
    [InlineData(0.6, 0, "dage", "1 dag")]
    [InlineData(1, 1, "timer", "1,0 timer")]
    [InlineData(21, 0, "borgere", "21 borgere")]
    [InlineData(1, 0, "forløb", "1 forløb")]
    public void One_is_said_as_one(double value, int decimals, string unit, string words) =>
        Danish.Amount((decimal)value, decimals, unit).ShouldBe(words);

    private static string Text(TableCell cell) => string.Concat(cell.Runs.Select(r => r.Text));

    private async Task<WebHouse> OpenAsync()
    {
        var web = await WebHouse.OpenAsync(also: _facts.Into);
        await using var scope = web.Scope(Actor.System);
        await scope.ServiceProvider.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        return web;
    }
}
