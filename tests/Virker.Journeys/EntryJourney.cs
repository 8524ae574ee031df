using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// From the first enquiry to a booked conversation, a shift of benefit, and a time that the citizen books alone: how
/// many times somebody must press, choose or type.
/// </summary>
public sealed class EntryJourney
{
    private const int EntryBudget = 15;
    private const int ShiftBudget = 6;
    private const int LinkBudget = 6;

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_first_enquiry_of_somebody_without_a_case_ends_in_a_booked_conversation_within_the_budget(
        bool script,
        int number
    )
    {
        var (cpr, address) = await StrangerAsync(number);
        await using var visit = await Visit.AsAsync("case-worker", script ? Screen.Desktop : Screen.Phone, script);
        var hand = new Hand(visit);
        await visit.GoAsync("/henvendelser");
        if (script) await visit.LookAsync();
        await hand.TypeAsync(visit.Page.GetByLabel("CPR-nummer"), cpr);
        await hand.ChooseAsync(visit.Page.GetByLabel("Gælder"), "Sygedagpenge");
        await hand.TypeAsync(visit.Page.GetByLabel("Hvorfor henvender borgeren sig?"), "Er blevet syg");
        foreach (var paper in new[] { "Legitimation", "Oplysningsskema om sygdommen", "Arbejdsgiverens anmeldelse" })
            await hand.PressAsync(visit.Page.GetByLabel(paper));
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Modtag" }));
        if (script) await visit.LookAsync();
        (await visit.Page.GetByText("har allerede en sag hos").CountAsync()).ShouldBe(0);
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
        await hand.ChooseAsync(
            visit.Page.GetByLabel("Ny ydelse"),
            now.Contains("Sygedagpenge", StringComparison.Ordinal) ? "Ressourceforløbsydelse" : "Sygedagpenge"
        );
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Se, hvad der sker" }));
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Det sker" })).ToBeVisibleAsync();
        await visit.LookAsync();
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Skift ydelse" }));
        await Expect(visit.Page.GetByText("Ydelsen er skiftet")).ToBeVisibleAsync();
        hand.Interactions.ShouldBeLessThanOrEqualTo(ShiftBudget);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 3)]
    public async Task A_citizen_books_by_the_personal_link_waits_for_an_earlier_time_and_takes_it_to_the_calendar(
        bool script,
        int citizen
    )
    {
        await using var worker = await Visit.AsAsync("case-worker");
        var address = await OpenAsync(worker, citizen);
        var born = (await worker.Page.Locator("[data-field='citizen.born']").First.InnerTextAsync())
            .Split('(', ',')[0]
            .Trim();
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
        await hand.PressAsync(visit.Page.Locator("input[name='At']:visible").Last);
        await hand.PressAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Book tiden" }));
        await Expect(visit.Page.GetByText("Din tid er")).ToBeVisibleAsync();
        hand.Interactions.ShouldBeLessThanOrEqualTo(LinkBudget);
        (await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Læg den i din kalender" }).GetAttributeAsync("href"))
            .ShouldNotBeNull()
            .ShouldStartWith("data:text/calendar");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Skriv mig op til en tidligere tid" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tag mig af listen" })).ToBeVisibleAsync();
        if (script) await visit.LookAsync();
        await worker.GoAsync($"{address}/samtaler");
        await Expect(worker.Page.GetByText("på ventelisten siden").First).ToBeVisibleAsync();
    }

    /// <summary>
    /// Somebody who lives here, is of working age and has no case: the number on their card, which they bring to the
    /// entry, and the address of their page.
    /// </summary>
    private static async Task<(string Cpr, string Address)> StrangerAsync(int number)
    {
        await using var leader = await Visit.AsAsync("team-leader");
        await leader.GoAsync("/soeg");
        await leader.Page.GetByLabel("Navn, CPR-nummer").FillAsync("an");
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Søg" }).Last.ClickAsync();
        var hits = leader
            .Page.Locator("section[aria-label='Borgere'] li")
            .Filter(new() { HasTextRegex = new(@"født \d\d-\d\d-19[6-9]\d") });
        var strangers = hits.Filter(new() { HasText = "ingen løbende sag" }).Filter(new() { HasNotText = "beskyttet" });
        // Those with a case come first; who has none is further on.
        var pager = leader.Page.GetByRole(AriaRole.Form, new() { Name = "Sider i Borgere" });
        for (var page = 2; await strangers.CountAsync() <= number; page++)
        {
            await pager.GetByRole(AriaRole.Button, new() { Name = "Næste" }).ClickAsync();
            await Expect(pager.GetByText($"Side {page} af")).ToBeVisibleAsync();
        }

        await leader.GoAsync((await strangers.Nth(number).GetByRole(AriaRole.Link).GetAttributeAsync("href"))!);
        await leader
            .Page.GetByLabel("Hvorfor skal du se borgeren?")
            .FillAsync("Borgeren står i receptionen og vil søge sygedagpenge");
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Skriv begrundelsen" }).ClickAsync();
        await Expect(leader.Page.GetByText("Ingen løbende sag")).ToBeVisibleAsync();
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Vis hele nummeret" }).ClickAsync();
        return (
            (await leader.Page.Locator("[data-field='citizen.cpr']").First.InnerTextAsync()).Trim(),
            new Uri(leader.Page.Url).PathAndQuery.Split('?')[0]
        );
    }

    /// <summary>The citizen's page, by their number from the end of the caseload; its address.</summary>
    private static async Task<string> OpenAsync(Visit visit, int number)
    {
        await visit.GoAsync("/borgere");
        var citizens = await visit
            .Page.Locator("main table tbody th a")
            .EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        await visit.GoAsync(citizens[^(1 + (number % citizens.Length))]);
        return new Uri(visit.Page.Url).PathAndQuery;
    }
}
