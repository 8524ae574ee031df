using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// The case worker finds a citizen, writes, meets a colleague's text, and says why they look at somebody who is not
/// theirs.
/// </summary>
public sealed class CaseWorkerJourney
{
    [Fact]
    public async Task One_key_finds_a_citizen_and_a_note_is_written()
    {
        await using var visit = await Visit.AsAsync("case-worker");
        var name = await FirstOfTheCaseloadAsync(visit);
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync(name);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/soeg?svar=*");
        await visit.LookAsync();
        await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await visit.LookAsync();

        await WriteNoteAsync(visit, "Samtale om arbejde", "Vil gerne prøve kræfter med køkkenarbejde.");

        await Expect(visit.Page.GetByText("Vil gerne prøve kræfter med køkkenarbejde.")).ToBeVisibleAsync();
        await visit.LookAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_who_write_at_once_keep_both_texts(bool script)
    {
        await using var first = await Visit.AsAsync("case-worker");
        await using var second = await Visit.AsAsync("case-worker", Screen.Phone, script);
        await FirstOfTheCaseloadAsync(first);
        await first.Page.Locator("main table tbody a").Nth(script ? 0 : 1).ClickAsync();
        var title = $"Fælles notat {(script ? "med" : "uden")} script";
        await WriteNoteAsync(first, title, "Udgangspunktet.");
        var edit = await first
            .Page.GetByRole(AriaRole.Link, new() { Name = $"Ret notatet {title}" })
            .GetAttributeAsync("href");
        await first.GoAsync(edit!);
        await second.GoAsync(edit!);

        await SaveAsync(first, "Det, den første skrev.");
        await SaveAsync(second, "Det, den anden skrev.");

        await Expect(second.Page.Locator(".theirs")).ToContainTextAsync("Det, den første skrev.");
        (await second.Page.GetByLabel("Notat", new() { Exact = true }).InputValueAsync()).ShouldBe(
            "Det, den anden skrev."
        );
        if (script)
            await second.LookAsync();
        await SaveAsync(second, "Det, den første skrev. Det, den anden skrev.");
        await first.Page.ReloadAsync();
        await Expect(first.Page.GetByText("Det, den første skrev. Det, den anden skrev.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_citizen_of_another_team_opens_when_a_reason_is_given()
    {
        await using var visit = await Visit.AsAsync("case-worker", Screen.Phone);
        await OpenAnothersCitizenAsync(visit, "Jeg er vikar for en syg kollega i dag.");
    }

    /// <summary>
    /// Finds somebody by a common first name who is in another team, and opens the case for <paramref name="reason"/>.
    /// </summary>
    internal static async Task OpenAnothersCitizenAsync(Visit visit, string reason)
    {
        foreach (var name in new[] { "Anne", "Peter", "Mette", "Lars", "Hanne", "Jens", "Kirsten", "Søren" })
        {
            await visit.GoAsync("/soeg");
            await visit.Page.Locator("main input[name='Text']").FillAsync(name);
            await visit.Page.Locator("main input[name='Text']").PressAsync("Enter");
            await visit.Page.WaitForLoadStateAsync();
            foreach (
                var hit in await visit
                    .Page.Locator("main a[href^='/borgere/']")
                    .EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))")
            )
            {
                await visit.GoAsync(hit);
                if (!visit.Page.Url.Contains("/begrundelse", StringComparison.Ordinal)) continue;
                await SayWhyAsync(visit, hit, reason);
                return;
            }
        }

        throw new InvalidOperationException("Nobody found by name is in another team.");
    }

    private static async Task SayWhyAsync(Visit visit, string citizen, string reason)
    {
        await visit.LookAsync();
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Skriv begrundelsen, og vis sagen" });
        await visit.Page.GetByLabel("Hvorfor skal du se borgeren?").FillAsync("Nej");
        await button.ClickAsync();
        await Expect(visit.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await visit.LookAsync();
        await visit.Page.GetByLabel("Hvorfor skal du se borgeren?").FillAsync(reason);
        await button.ClickAsync();
        await visit.Page.WaitForURLAsync($"**{citizen}");
        await visit.LookAsync();
    }

    private static async Task<string> FirstOfTheCaseloadAsync(Visit visit)
    {
        await visit.GoAsync("/borgere");
        return (await visit.Page.Locator("main table tbody a").First.TextContentAsync())!.Trim();
    }

    private static async Task WriteNoteAsync(Visit visit, string title, string text)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skriv notat" }).ClickAsync();
        await visit.LookAsync();
        await visit.Page.GetByLabel("Overskrift").FillAsync(title);
        await visit.Page.GetByLabel("Notat", new() { Exact = true }).FillAsync(text);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Gem notat" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
    }

    private static async Task SaveAsync(Visit visit, string text)
    {
        await visit.Page.GetByLabel("Notat", new() { Exact = true }).FillAsync(text);
        await visit.Page.Locator("main form button[type='submit']").Last.ClickAsync();
        await visit.Page.WaitForLoadStateAsync();
    }
}
