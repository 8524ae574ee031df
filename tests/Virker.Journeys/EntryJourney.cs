using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>From the first enquiry to a booked conversation, a shift of benefit, and a time that the citizen books alone: how many times somebody must press, choose or type.</summary>
public sealed class EntryJourney
{
    private const int EntryBudget = 15;
    private const int ShiftBudget = 6;
    private const int LinkBudget = 6;

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_first_enquiry_ends_in_a_booked_conversation_within_the_budget(bool script, int citizen)
    {
        await using var visit = await Visit.AsAsync("case-worker", script ? Screen.Desktop : Screen.Phone, script);
        var address = await OpenAsync(visit, citizen);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Vis hele nummeret" }).ClickAsync();
        var cpr = (await visit.Page.Locator("[data-field='citizen.cpr']").First.InnerTextAsync()).Trim();
        var hand = new Hand(visit);
        await visit.GoAsync("/henvendelser");
        if (script) await visit.LookAsync();
        await hand.TypeAsync(visit.Page.GetByLabel("CPR-nummer"), cpr);
        await hand.ChooseAsync(visit.Page.GetByLabel("Gælder"), "Sygedagpenge");
        await hand.TypeAsync(visit.Page.GetByLabel("Hvorfor henvender borgeren sig?"), "Er blevet syg");
        foreach (var paper in new[] { "Legitimation", "Oplysningsskema om sygdommen", "Arbejdsgiverens anmeldelse" }) await hand.PressAsync(visit.Page.GetByLabel(paper));
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Modtag" }));
        if (script) await visit.LookAsync();
        await hand.PressAsync(visit.Page.Locator("input[name='First']").Nth(3));
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Afgør, og book samtalen" }));
        await Expect(visit.Page.GetByText("Afgjort")).ToBeVisibleAsync();
        hand.Interactions.ShouldBeLessThanOrEqualTo(EntryBudget);
        await visit.GoAsync($"{address}/samtaler");
        await Expect(visit.Page.GetByText("Planlagt").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_shift_of_benefit_is_made_within_the_budget()
    {
        await using var visit = await Visit.AsAsync("case-worker");
        await OpenAsync(visit, 2);
        var hand = new Hand(visit);
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skift ydelse" }));
        await visit.LookAsync();
        var now = await visit.Page.Locator("[data-field='citizen.benefit']").First.InnerTextAsync();
        await hand.ChooseAsync(visit.Page.GetByLabel("Ny ydelse"), now.Contains("Sygedagpenge", StringComparison.Ordinal) ? "Ressourceforløbsydelse" : "Sygedagpenge");
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Skift ydelse" }));
        await Expect(visit.Page.GetByText("Ydelsen er skiftet")).ToBeVisibleAsync();
        hand.Interactions.ShouldBeLessThanOrEqualTo(ShiftBudget);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 3)]
    public async Task A_citizen_books_by_the_personal_link_waits_for_an_earlier_time_and_takes_it_to_the_calendar(bool script, int citizen)
    {
        await using var worker = await Visit.AsAsync("case-worker");
        var address = await OpenAsync(worker, citizen);
        var born = (await worker.Page.Locator("[data-field='citizen.born']").First.InnerTextAsync()).Split('(', ',')[0].Trim();
        await worker.GoAsync($"{address}/samtaler/inviter");
        await worker.LookAsync();
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "Lav linket" }).ClickAsync();
        var link = (await worker.Page.Locator("[data-field='citizen.link']").InnerTextAsync()).Trim();

        await using var visit = await Visit.BeginAsync(Screen.Phone, script);
        await visit.GoAsync(link);
        var hand = new Hand(visit);
        await hand.TypeAsync(visit.Page.GetByLabel("Din fødselsdag"), born);
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Fortsæt" }));
        if (script) await visit.LookAsync();
        await hand.PressAsync(visit.Page.Locator("input[name='At']").Last);
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Book tiden" }));
        await Expect(visit.Page.GetByText("Din tid er")).ToBeVisibleAsync();
        hand.Interactions.ShouldBeLessThanOrEqualTo(LinkBudget);
        (await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Læg den i din kalender" }).GetAttributeAsync("href")).ShouldNotBeNull().ShouldStartWith("data:text/calendar");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Skriv mig op til en tidligere tid" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tag mig af listen" })).ToBeVisibleAsync();
        if (script) await visit.LookAsync();
        await worker.GoAsync($"{address}/samtaler");
        await Expect(worker.Page.GetByText("på ventelisten siden").First).ToBeVisibleAsync();
    }

    /// <summary>The citizen's page, by their number from the end of the caseload; its address.</summary>
    private static async Task<string> OpenAsync(Visit visit, int number)
    {
        await visit.GoAsync("/borgere");
        var citizens = await visit.Page.Locator("main table tbody th a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        await visit.GoAsync(citizens[^(1 + (number % citizens.Length))]);
        return new Uri(visit.Page.Url).PathAndQuery;
    }
}
