using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>A list of citizens without a mouse, and a note that is written while the connection is gone.</summary>
public sealed class KeyboardJourney
{
    [Fact]
    public async Task A_list_is_walked_by_keys_and_what_is_typed_without_a_connection_is_brought_back()
    {
        await using var visit = await Visit.AsAsync("case-worker");
        await visit.GoAsync("/borgere");
        foreach (var key in new[] { "j", "j", "k" }) await visit.Page.Keyboard.PressAsync(key);
        var first = visit.Page.Locator("main table tbody th a").First;
        await Expect(first).ToBeFocusedAsync();
        var address = (await first.GetAttributeAsync("href"))!;
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync($"**{address}");
        await visit.Page.Keyboard.PressAsync("n");
        await visit.Page.WaitForURLAsync("**/notater/nyt");

        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.GetByLabel("Overskrift").FillAsync("Opkald");
        await visit.Page.GetByLabel("Notat", new() { Exact = true }).FillAsync("Skrevet uden forbindelse, g, j og k.");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(visit.Page.GetByText("Der er ingen forbindelse lige nu")).ToBeVisibleAsync();
        await visit.Page.Context.SetOfflineAsync(false);
        visit.Forgive();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByText("er hentet frem")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByLabel("Notat", new() { Exact = true }))
            .ToHaveValueAsync("Skrevet uden forbindelse, g, j og k.");
        await visit.LookAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Gem") }).ClickAsync();
        await Expect(visit.Page.GetByText("Notatet er gemt.")).ToBeVisibleAsync();
        await visit.GoAsync($"{address}/notater/nyt");
        await Expect(visit.Page.GetByLabel("Notat", new() { Exact = true })).ToHaveValueAsync("");
    }
}
