using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

/// <summary>A measure has a short name of its own; what the plan prints is on its page.</summary>
public sealed class MeasureNameTests
{
    private const string Whole = "Mindst 120 borgere starter i voksenlærlingeforløb";

    private readonly SampleFacts _facts = new(new(2023, 12, 31));

    [Theory]
    [InlineData("Mindst 120 borgere starter i voksenlærlingeforløb.", null, Whole)]
    [InlineData("8 % af borgerne er i lønnede timer;", null, "8 % af borgerne er i lønnede timer")]
    [InlineData("Andelen er mindst 20 pct.", null, "Andelen er mindst 20 pct.")]
    [InlineData("heraf minimum 50 fra ledighed.", Whole, Whole + ": heraf minimum 50 fra ledighed")]
    [InlineData("heraf minimum 50 fra ledighed.", null, "Voksenlærlinge fra ledighed")]
    [InlineData("og højst 10 % falder fra", null, "Voksenlærlinge fra ledighed")]
    [InlineData("at antallet af sygemeldte er højst 889", null, "Antallet af sygemeldte er højst 889")]
    [InlineData("antallet af sygemeldte er højst 889", null, "Antallet af sygemeldte er højst 889")]
    public void A_measure_is_called_by_a_whole_phrase(string printed, string? parent, string name) =>
        MeasureNames.Usual(printed, "voksenlærlinge fra ledighed", parent).ShouldBe(name);

    [Theory, EachDatabase]
    public async Task A_name_stands_wherever_the_measure_does_and_goes_with_the_plan_when_it_is_read_again(
        Dialect dialect
    )
    {
        await using var house = await TestHouse.OnAsync(dialect, _facts.Into);
        var controller = house.As(Role.Controller);
        await controller.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        var usual = await LineAsync(house, "A4b");
        usual.Name.ShouldBe($"{Whole}: heraf mindst 50 fra ledighed");
        (await LineAsync(house, "A4a")).Condition.ShouldBe("at forsøget forlænges");

        var seen = await controller.DoneAsync(new SeeMeasure(usual.Id));
        (seen.Text, seen.Printed[0]).ShouldBe(
            ("heraf mindst 50 fra ledighed", ("I planen står", "heraf mindst 50 fra ledighed"))
        );
        var journal = await house.CountAsync("journal");
        await controller.DoneAsync(new RenameMeasure(usual.Id, $" {usual.Name} ", seen.Tie.Version));
        (await house.CountAsync("journal")).ShouldBe(journal, "what is saved unchanged writes nothing");
        (await controller.RefusedAsync(new RenameMeasure(usual.Id, " ", seen.Tie.Version))).ShouldBe("measure.name");
        (await controller.RefusedAsync(new RenameMeasure(usual.Id, new('x', 121), seen.Tie.Version))).ShouldBe(
            "measure.name"
        );
        (
            await house
                .As(Role.Politician)
                .RefusedAsync(new RenameMeasure(usual.Id, "Lærlinge fra ledighed", seen.Tie.Version))
        ).ShouldBe("permission.denied");
        await controller.DoneAsync(new RenameMeasure(usual.Id, "Lærlinge fra ledighed", seen.Tie.Version));
        (await controller.RefusedAsync(new RenameMeasure(usual.Id, "Noget andet", seen.Tie.Version))).ShouldBe(
            "measure.changed-meanwhile"
        );

        var outlook = await controller.DoneAsync(new SeeOutlook());
        outlook.Themes.SelectMany(t => t.Measures).Single(m => m.Id == usual.Id).Name.ShouldBe("Lærlinge fra ledighed");
        var frozen = await controller.DoneAsync(new FreezeKeyFigures(new(2023, 11, 15)));
        var line = (await controller.DoneAsync(new SeeKeyFigureAnnex(frozen.Id))).Lines.Single(l => l.Key == "A4b");
        (line.Title, line.Text).ShouldBe(("Lærlinge fra ledighed", "heraf mindst 50 fra ledighed"));

        await controller.PutInForceAsync(SamplePlan.Draft, "plan, rettet.txt");
        var again = await LineAsync(house, "A4b");
        (again.Name, again.Id == usual.Id).ShouldBe(("Lærlinge fra ledighed", false));
        await controller.DoneAsync(
            new RenameMeasure(again.Id, usual.Name, (await controller.DoneAsync(new SeeMeasure(again.Id))).Tie.Version)
        );
        (await LineAsync(house, "A4b")).Name.ShouldBe(usual.Name);
    }

    [Fact]
    public async Task The_row_has_name_and_condition_and_the_page_has_the_printed_sentence()
    {
        await using var web = await WebHouse.OpenAsync(also: _facts.Into);
        await using var scope = web.Scope(Actor.System);
        await scope.ServiceProvider.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        var controller = await web.AsAsync(Role.Controller);
        foreach (var address in new[] { "/plan", "/noegletal" })
            (await controller.GetAsync(address))
                .Document.QuerySelectorAll("tr")
                .Single(r => r.QuerySelector("a")?.TextContent == Whole)
                .TextContent.ShouldContain("Forudsætning: at forsøget forlænges");
        var link = (await controller.GetAsync("/plan"))
            .Document.QuerySelectorAll("a")
            .Single(a => a.TextContent == $"{Whole}: heraf mindst 50 fra ledighed")
            .GetAttribute("href")!;
        var page = await controller.GetAsync(link);
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe($"{Whole}: heraf mindst 50 fra ledighed");
        page.Document.QuerySelectorAll("dd").ShouldContain(d => d.TextContent.Trim() == "heraf mindst 50 fra ledighed");
        (await controller.GetAsync($"{link}/navn"))
            .Document.QuerySelector("input[name=Name]")!
            .GetAttribute("value")
            .ShouldBe($"{Whole}: heraf mindst 50 fra ledighed");
    }

    private static async Task<MeasureLine> LineAsync(TestHouse house, string key) =>
        (await house.System.DoneAsync(new SeePlan())).Themes.SelectMany(t => t.Measures).Single(m => m.Key == key);
}
