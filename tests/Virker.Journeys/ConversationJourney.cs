using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// From the list of the day (without script: from the list of citizens) to a conversation that is recorded, with a step
/// agreed and the next one booked: how many times somebody must press, choose or type. The ministry counted forty in
/// 2024; the budget is twelve.
/// </summary>
public sealed class ConversationJourney
{
    private const int Budget = 12;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_conversation_is_prepared_held_and_recorded_within_the_budget(bool script)
    {
        await using var visit = await Visit.AsAsync("case-worker", script ? Screen.Desktop : Screen.Phone, script);
        var hand = new Hand(visit);
        if (script)
        {
            await visit.GoAsync("/i-dag");
            await visit.LookAsync();
        }

        // One's own cases are always there; the small town's list of the day may be done.
        await visit.GoAsync("/borgere");
        await hand.PressAsync(visit.Page.Locator("main table tbody th a").Nth(script ? 0 : 1));
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Samtale nu" }));
        if (script) await visit.LookAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Siden sidst" })).ToBeVisibleAsync();
        var text = $"Vi talte om lagerarbejde {(script ? "med" : "uden")} script.";
        await hand.TypeAsync(visit.Page.GetByLabel("Det, I talte om"), text);
        await hand.TypeAsync(visit.Page.GetByLabel("Hvad").First, "Ringe til to lagre");
        await hand.PressAsync(visit.Page.GetByLabel("Del notatet med borgeren"));
        await hand.PressAsync(visit.Page.Locator("input[name='Sent.Next']").Nth(1));
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Gem samtalen" }));
        await Expect(visit.Page.GetByText(text)).ToBeVisibleAsync();
        hand.Interactions.ShouldBeLessThanOrEqualTo(Budget);
    }

    [Fact]
    public async Task What_is_written_is_kept_by_itself_and_stands_there_on_the_next_visit()
    {
        await using var visit = await Visit.AsAsync("case-worker");
        await visit.GoAsync("/borgere");
        await visit.Page.Locator("main table tbody th a").Nth(2).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Samtale nu" }).ClickAsync();
        await visit.Page.GetByLabel("Det, I talte om").PressSequentiallyAsync("Halvt skrevet");
        await Expect(visit.Page.Locator("[data-draft-status]")).ToContainTextAsync("Kladden er gemt kl.");
        var address = new Uri(visit.Page.Url).PathAndQuery;
        await using var elsewhere = await Visit.AsAsync("case-worker", Screen.Phone);
        await elsewhere.GoAsync(address);
        (await elsewhere.Page.GetByLabel("Det, I talte om").InputValueAsync()).ShouldBe("Halvt skrevet");
        await elsewhere.LookAsync();
    }
}
