using System.Text.RegularExpressions;
using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// The one who leads the work, from all the targets to one figure, what is behind it, and a copy of it to take along.
/// </summary>
public sealed partial class ChiefJourney
{
    private const string Benefits = "/noegletal/ydelser.tre-grupper";

    /// <summary>
    /// Overview, figure, breakdown, comparison, why it changed, the cases behind it (each in the access log), and the
    /// numbers as a file.
    /// </summary>
    [Fact]
    public async Task From_all_the_targets_to_the_cases_behind_a_figure()
    {
        await using var visit = await Visit.AsAsync("team-leader");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Nøgletal", Exact = true }).First.ClickAsync();
        await visit.LookAsync();
        (await visit.Page.Locator("main .status").CountAsync()).ShouldBeGreaterThan(
            5,
            "each target says in words where it stands"
        );

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Alle nøgletal" }).ClickAsync();
        await visit
            .Page.GetByRole(AriaRole.Link, new() { Name = "Fuldtidspersoner på de tre store ydelsesgrupper" })
            .ClickAsync();
        await visit.LookAsync();
        await visit.Page.GetByLabel("Del op efter").SelectOptionAsync(new SelectOptionValue { Label = "Alder" });
        await PressAsync(visit, "Vis");
        await visit.LookAsync();
        (
            await visit.Page.Locator("main table tbody th", new() { HasTextRegex = Band() }).CountAsync()
        ).ShouldBeGreaterThan(2, "the age groups");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sammenlign" }).ClickAsync();
        await visit.Page.GetByLabel("Den ene gruppe").SelectOptionAsync(new SelectOptionValue { Label = "Kvinder" });
        await visit.Page.GetByLabel("Den anden gruppe").SelectOptionAsync(new SelectOptionValue { Label = "Mænd" });
        await PressAsync(visit, "Sammenlign");
        await visit.LookAsync();
        (await visit.Page.Locator(".figure-words").AllTextContentsAsync()).ShouldContain(t => t.StartsWith("Kvinder"));

        await visit.GoAsync($"{Benefits}/hvorfor");
        await visit.LookAsync();
        (await visit.Page.Locator("main h2").AllTextContentsAsync()).ShouldContain("Tilgang og afgang");

        await visit.GoAsync(Benefits);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Se sagerne bag tallet" }).ClickAsync();
        await visit.LookAsync();
        (await visit.Page.Locator("main").TextContentAsync())
            .ShouldNotBeNull()
            .ShouldContain("Hvert opslag her står i adgangsloggen");
        (await visit.Page.Locator("main table tbody tr").CountAsync()).ShouldBe(25);
    }

    /// <summary>
    /// Two groups and two months: the address that the page prints shows the same numbers to whoever gets it.
    /// </summary>
    [Theory]
    [InlineData(Benefits + "?opdeling=age&gruppe=sex:kvinde&maaneder=13&maaned=2023-06")]
    [InlineData(Benefits + "/sammenlign?a=sex:kvinde&a-maaned=2022-12&b=&b-maaned=2023-12")]
    [InlineData(Benefits + "/hvorfor?fra=2022-12&til=2023-12&opdeling=sex")]
    public async Task The_fixed_address_shows_the_same_page_again(string chosen)
    {
        await using var visit = await Visit.AsAsync("team-leader", script: false);
        await visit.GoAsync(chosen);
        var first = await visit.Page.Locator("main").TextContentAsync();
        var address = await visit.Page.Locator(".page-note a").Last.GetAttributeAsync("href");
        await visit.GoAsync(address.ShouldNotBeNull());
        (await visit.Page.Locator("main").TextContentAsync()).ShouldBe(first);
        first.ShouldNotBeNull().ShouldNotContain("Tallet vises ikke");
    }

    [Fact]
    public async Task The_numbers_are_taken_along_as_a_file()
    {
        await using var visit = await Visit.AsAsync("politician");
        await visit.GoAsync(Benefits);
        var file = await visit.Page.RunAndWaitForDownloadAsync(() =>
            visit.Page.GetByRole(AriaRole.Link, new() { Name = "Hent som CSV" }).First.ClickAsync()
        );
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        lines.Length.ShouldBeGreaterThan(25);
        lines[0].ShouldContain("Definition");
        lines[^1].ShouldContain("ydelser.tre-grupper, version 1");
        lines[^1].ShouldMatch("^.*[0-9]{4}\"?;\"?[0-9]");
        (await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Se sagerne bag tallet" }).CountAsync()).ShouldBe(
            0,
            "a politician is not led to the cases"
        );
    }

    /// <summary>
    /// On paper: no menu and no buttons, but whose it is, the day that the register goes to, and the definition.
    /// </summary>
    [Theory]
    [InlineData("/noegletal", false)]
    [InlineData("/noegletal/alle", false)]
    [InlineData("/noegletal/politiske-maal", false)]
    [InlineData(Benefits + "?opdeling=age", true)]
    [InlineData(Benefits + "/sammenlign", true)]
    [InlineData(Benefits + "/hvorfor", true)]
    public async Task A_printed_page_looks_like_a_report(string address, bool hasDefinition)
    {
        await using var visit = await Visit.AsAsync("controller");
        await visit.GoAsync(address);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var gone in new[] { ".top", ".foot", ".breadcrumbs", ".page-actions", ".choices", ".table-foot" })
            (await visit.Page.Locator($"{gone} >> visible=true").CountAsync()).ShouldBe(0, $"{gone} on {address}");
        (await visit.Page.Locator("h1").IsVisibleAsync()).ShouldBeTrue();
        (await visit.Page.Locator(".report-line").InnerTextAsync()).ShouldContain("tal fra registeret til og med");
        if (hasDefinition) (await visit.Page.GetByText("Sådan er tallet regnet ud").IsVisibleAsync()).ShouldBeTrue();
        var paper = await visit.Page.PdfAsync(new() { Format = "A4" });
        paper.Length.ShouldBeGreaterThan(10_000);
    }

    /// <summary>The country beside the municipality, and how new its figures are: on a desk and on a phone.</summary>
    [Theory]
    [InlineData("/noegletal/politiske-maal", "Placering")]
    [InlineData("/noegletal/indlaes", "forbindelsen er slukket")]
    public async Task The_countrys_figures_say_what_is_missing(string address, string says)
    {
        await using var visit = await Visit.AsAsync("controller");
        await visit.GoAsync(address);
        await visit.LookAsync();
        await visit.LookOnAPhoneAsync();
        (await visit.Page.Locator("main").TextContentAsync()).ShouldNotBeNull().ShouldContain(says);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_cases_is_told_so()
    {
        await using var visit = await Visit.AsAsync("politician");
        await visit.GoAsync($"{Benefits}/sager");
        (await visit.Page.Locator("main h1").InnerTextAsync()).ShouldNotContain("Sagerne bag tallet");
        await visit.LookAsync();
    }

    private static Task PressAsync(Visit visit, string name) =>
        visit.Page.Locator("main form button[type=submit]", new() { HasText = name }).First.ClickAsync();

    [GeneratedRegex("\\d\\d-\\d\\d år")]
    private static partial Regex Band();
}
