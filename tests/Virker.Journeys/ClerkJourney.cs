using System.Globalization;
using System.Text.RegularExpressions;
using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// The clerk takes a meeting from its date to published minutes: the drafted key figures, a text of their own, a closed
/// item, decisions, the public page.
/// </summary>
public sealed class ClerkJourney
{
    private const string Secret = "Personsag om Kvittebert";

    [Fact]
    public async Task From_a_date_to_minutes_that_the_public_reads()
    {
        await using var clerk = await Visit.AsAsync("clerk");
        var meeting = await PlanAsync(clerk);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Begynd dagsordenen" }).ClickAsync();
        await clerk.LookAsync();
        await EditTheKeyFiguresAsync(clerk, meeting);
        await AddClosedAsync(clerk, meeting);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Offentliggør dagsordenen" }).ClickAsync();
        await Expect(clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Åbn mødet" })).ToBeVisibleAsync();
        await NothingSecretAsync(meeting);

        await OpenAsync(clerk, meeting);
        await DecideAllAsync(clerk, meeting);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Godkend referatet" }).ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Offentliggør referatet" }).ClickAsync();
        await clerk.LookAsync();
        await NothingSecretAsync(meeting);
    }

    /// <summary>Today's meeting, since one that lies ahead cannot be opened.</summary>
    private static async Task<string> PlanAsync(Visit clerk)
    {
        await clerk.GoAsync("/udvalg");
        await clerk.LookAsync();
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Planlæg et møde" }).ClickAsync();
        await clerk.LookAsync();
        await clerk.Page.Locator("main input[name='HeldOn']").FillAsync(await TodayAsync(clerk));
        await clerk.Page.Locator("main input[name='Place']").FillAsync("Rådhuset, lokale 1");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Planlæg mødet" }).ClickAsync();
        await clerk.Page.WaitForURLAsync("**/udvalg/moeder/*");
        return new Uri(clerk.Page.Url).AbsolutePath;
    }

    /// <summary>A fictive municipality has a day of its own, and says which.</summary>
    private static async Task<string> TodayAsync(Visit clerk)
    {
        var said = await clerk.Page.GetByText("I dag er").First.InnerTextAsync();
        var date = Regex.Match(said, @"\d{1,2}\. \p{L}+ \d{4}").Value;
        return DateOnly
            .ParseExact(date, "d. MMMM yyyy", CultureInfo.GetCultureInfo("da-DK"))
            .ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
    }

    private static async Task EditTheKeyFiguresAsync(Visit clerk, string meeting)
    {
        await clerk
            .Page.Locator("main")
            .GetByRole(AriaRole.Link, new() { NameRegex = new("nøgletal", RegexOptions.IgnoreCase) })
            .First.ClickAsync();
        await clerk.LookAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Lav udkast med bilag" }).ClickAsync();
        await clerk.LookAsync();
        await clerk.Page.Locator("main textarea").First.FillAsync("Udvalget orienteres om månedens nøgletal.");
        foreach (var area in await clerk.Page.Locator("main textarea").AllAsync())
        {
            if ((await area.InputValueAsync()).StartsWith("Udkast:", StringComparison.Ordinal))
                await area.FillAsync("Forvaltningen vurderer, at udviklingen følger planen.");
        }

        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Gem" }).ClickAsync();
        await Expect(clerk.Page.GetByText("Udvalget orienteres om månedens nøgletal.").First).ToBeVisibleAsync();
        (await clerk.Page.Locator("main a[href*='/udvalg/bilag/']").CountAsync()).ShouldBeGreaterThan(
            0,
            "the annex is drafted as an attachment"
        );
        await clerk.GoAsync(
            await clerk.Page.Locator("main a[href*='/udvalg/bilag/']").First.GetAttributeAsync("href") ?? ""
        );
        await clerk.LookAsync();
        await clerk.GoAsync(meeting);
    }

    private static async Task AddClosedAsync(Visit clerk, string meeting)
    {
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Tilføj punkt" }).ClickAsync();
        await clerk.LookAsync();
        await clerk.Page.Locator("main input[name='Title']").FillAsync(Secret);
        await clerk.Page.GetByLabel("Lukket punkt").CheckAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Tilføj punktet" }).ClickAsync();
        await clerk.GoAsync(meeting);
        await Expect(clerk.Page.GetByText(Secret).First).ToBeVisibleAsync();
    }

    private static async Task OpenAsync(Visit clerk, string meeting)
    {
        await clerk.GoAsync($"{meeting}/fremmoede");
        await clerk.LookAsync();
        foreach (var box in await clerk.Page.Locator("main input[name='Present']").AllAsync()) await box.CheckAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Åbn mødet" }).ClickAsync();
        await clerk.Page.WaitForURLAsync($"**{meeting}");
    }

    private static async Task DecideAllAsync(Visit clerk, string meeting)
    {
        var items = await clerk
            .Page.Locator("main a.agenda-title")
            .EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        items.Length.ShouldBeGreaterThan(2);
        foreach (var item in items)
        {
            await clerk.GoAsync($"{item}/beslutning");
            if (item == items[0]) await clerk.LookAsync();
            await clerk.Page.Locator("main textarea[name='Text']").FillAsync("Taget til orientering.");
            await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Gem og gå til næste" }).ClickAsync();
            await clerk.Page.WaitForLoadStateAsync();
        }

        await clerk.GoAsync(meeting);
    }

    /// <summary>
    /// The public page of the meeting and each of its items: accessible, and the closed item nowhere, nor in the data
    /// beside it.
    /// </summary>
    private static async Task NothingSecretAsync(string meeting)
    {
        await using var anybody = await Visit.BeginAsync(Screen.Phone);
        var address = meeting.Replace("/udvalg/", "/politik/", StringComparison.Ordinal);
        await anybody.GoAsync(address);
        await anybody.LookAsync();
        var items = await anybody
            .Page.Locator($"main a[href^='{address}/punkter/']")
            .EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => a.getAttribute('href').split('#')[0]))]");
        items.Length.ShouldBeGreaterThan(0, await anybody.Page.Locator("main").InnerTextAsync());
        await anybody.GoAsync(items[0]);
        await anybody.LookAsync();
        foreach (
            var open in new[] { address, $"{address}.json", "/politik", "/politik/moeder.json", "/politik/moeder.atom" }
        )
        {
            var answer = await anybody.Page.APIRequest.GetAsync(open);
            answer.Status.ShouldBe(200, open);
            (await answer.TextAsync()).ShouldNotContain("Kvittebert", Case.Insensitive, open);
        }
    }
}
