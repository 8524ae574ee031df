using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// A long note, and the user signs out in another tab before it is saved: it stands there again after sign-in, and
/// another user of the same browser sees nothing of it.
/// </summary>
public sealed class KeptTextJourney
{
    private const string Text = "Vi har talt længe om køkkenet, og borgeren vil gerne prøve igen.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_saved_after_a_sign_out_in_another_tab_is_not_lost(bool script)
    {
        await using var visit = await Visit.AsAsync("case-worker", script: script);
        var address = await WriteAsync(visit);
        await SignOutAsync(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Gem" }).First.ClickAsync();
        await Expect(visit.Page.GetByText("Det, du skrev, er beholdt")).ToBeVisibleAsync();
        await SignInAsync(visit, "clerk");
        await SignOutAsync(visit);
        await SignInAsync(visit, "team-leader");
        await visit.GoAsync(address);
        await Expect(visit.Page.GetByText(Text)).ToHaveCountAsync(0);
        await SignOutAsync(visit);
        await SignInAsync(visit, "case-worker");
        await visit.GoAsync(address);
        (await visit.Page.GetByLabel("Notat").InputValueAsync()).ShouldBe(Text);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Gem" }).First.ClickAsync();
        await visit.GoAsync(address);
        (await visit.Page.GetByLabel("Notat").InputValueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_only_typed_is_kept_when_the_page_is_reloaded_after_a_sign_out()
    {
        await using var visit = await Visit.AsAsync("case-worker");
        var address = await WriteAsync(visit);
        await SignOutAsync(visit);
        visit.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await visit.GoAsync(address);
        visit.Page.Url.ShouldContain("/log-ind");
        await SignInAsync(visit, "case-worker");
        await visit.GoAsync(address);
        await Expect(visit.Page.GetByText("er hentet frem").First).ToBeVisibleAsync();
        (await visit.Page.GetByLabel("Notat").InputValueAsync()).ShouldBe(Text);
    }

    private static async Task<string> WriteAsync(Visit visit)
    {
        await visit.GoAsync("/borgere");
        await visit.Page.Locator("main table tbody th a").Nth(3).ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("/borgere/", StringComparison.Ordinal));
        var address = $"{new Uri(visit.Page.Url).AbsolutePath}/notater/nyt";
        await visit.GoAsync(address);
        await visit.Page.GetByLabel("Overskrift").FillAsync("Køkkenet");
        await visit.Page.GetByLabel("Notat").FillAsync(Text);
        return address;
    }

    private static async Task SignOutAsync(Visit visit)
    {
        var tab = await visit.Page.Context.NewPageAsync();
        await tab.GotoAsync("/");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Log ud" }).First.ClickAsync();
        await tab.WaitForURLAsync(url => url.Contains("/log-ind", StringComparison.Ordinal));
        await tab.CloseAsync();
    }

    private static async Task SignInAsync(Visit visit, string role)
    {
        await visit.GoAsync("/log-ind");
        await visit.Page.Locator($"[data-role='{role}']").First.ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.Contains("/log-ind", StringComparison.Ordinal));
    }
}
