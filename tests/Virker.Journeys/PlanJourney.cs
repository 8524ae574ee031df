using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// From the employment plan to a measure, its figure, its definition and, for those who may, the cases behind the
/// number.
/// </summary>
public sealed class PlanJourney
{
    [Theory]
    [InlineData("politician")]
    [InlineData("controller")]
    [InlineData("clerk")]
    public async Task A_measure_says_where_it_stands(string role)
    {
        await using var visit = await Visit.AsAsync(role);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Beskæftigelsesplan" }).First.ClickAsync();
        await visit.LookAsync();
        var measures = await visit
            .Page.Locator("main a[href^='/plan/maal/']")
            .EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => a.getAttribute('href')))]");
        measures.Length.ShouldBeGreaterThan(10);

        var told = 0;
        foreach (var measure in measures.Take(6))
        {
            await visit.GoAsync(measure);
            await visit.LookAsync();
            told += await visit.Page.Locator("main svg").CountAsync() > 0 ? 1 : 0;
        }

        told.ShouldBeGreaterThan(0, "at least one measure is drawn");
    }

    [Fact]
    public async Task The_plan_is_read_on_a_phone_without_script()
    {
        await using var visit = await Visit.AsAsync("politician", Screen.Phone, script: false);
        await visit.GoAsync("/plan");
        (await visit.Page.Locator("main a[href^='/plan/maal/']").CountAsync()).ShouldBeGreaterThan(10);
        await visit.Page.Locator("main a[href^='/plan/maal/']").First.ClickAsync();
        (await visit.Page.Locator("h1").CountAsync()).ShouldBe(1);
    }
}
