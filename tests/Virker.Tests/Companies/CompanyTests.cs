using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Companies;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Companies;

/// <summary>Companies are found, seen and counted: by name, number and what has been agreed with them.</summary>
public sealed class CompanyTests
{
    private static readonly CompanyId Bakery = NewId.Of<CompanyId>(),
        Smithy = NewId.Of<CompanyId>(),
        Shut = NewId.Of<CompanyId>();

    private static readonly UserId Kirsten = NewId.Of<UserId>();

    [Theory, EachDatabase]
    public async Task A_company_is_found_by_words_in_any_order_without_accents_and_by_its_numbers(Dialect dialect)
    {
        await using var house = await OpenAsync(dialect);
        var consultant = house.As(Role.CompanyConsultant);
        foreach (
            var text in new[]
            {
                "prøvebageriet",
                "Café Prøvebageriet",
                "cafe prøve",
                "PRØVEBAGERIET  café",
                "10000009",
                "10 00 00 09",
                "1000000001",
                "1000 000 001",
            }
        )
            (await consultant.DoneAsync(new FindCompanies(text)))
                .Companies.ShouldHaveSingleItem(text)
                .Id.ShouldBe(Bakery, text);
        (await consultant.DoneAsync(new FindCompanies("prøve")))
            .Companies.Select(c => (c.Name, c.Closed))
            .ShouldBe([("Café Prøvebageriet", false), ("Lukkede Prøvevarer", true), ("Prøvesmedjen", false)]);
        (await consultant.DoneAsync(new FindCompanies("findes ikke"))).ShouldSatisfyAllConditions(
            f => f.Companies.ShouldBeEmpty(),
            f => f.Total.ShouldBe(0)
        );
        (await consultant.RefusedAsync(new FindCompanies(" p "))).ShouldBe("company.search-too-short");
    }

    [Theory, EachDatabase]
    public async Task All_are_counted_and_stand_a_page_at_a_time(Dialect dialect)
    {
        await using var house = await OpenAsync(dialect, more: 57);
        var found = await house.As(Role.CompanyConsultant).DoneAsync(new FindCompanies("Rækken"));
        (found.Companies.Count, found.Total, found.Companies[0].Name).ShouldBe((30, 57, "Rækken 01"));
        var rest = await house.As(Role.CompanyConsultant).DoneAsync(new FindCompanies("Rækken", Page: 2));
        (rest.Companies.Count, rest.Total, rest.Companies[0].Name, rest.Companies[^1].Name).ShouldBe(
            (27, 57, "Rækken 31", "Rækken 57")
        );
    }

    [Theory, EachDatabase]
    public async Task A_company_is_shown_with_its_people_contacts_and_orders_the_newest_first(Dialect dialect)
    {
        await using var house = await OpenAsync(dialect);
        var seen = await house.As(Role.CompanyConsultant).DoneAsync(new SeeCompany(Bakery));
        (seen.Company.Name, seen.PNumber, seen.Address, seen.Sector, seen.Phone, seen.Email).ShouldBe(
            (
                "Café Prøvebageriet",
                "1000000001",
                "Prøvevej 2, 9999 Prøveby",
                Sector.Private,
                "00 00 00 00",
                "post@eksempel.test"
            )
        );
        seen.People.Select(p => p.Name).ShouldBe(["Anton Kontaktsen", "Kaj Kontaktsen"]);
        seen.Contacts.Select(c => c.About).ShouldBe(["Ny ovn", "Første besøg"]);
        seen.JobOrders.Select(o => (o.Title, o.Positions, o.Hired, o.HoursPerWeek))
            .ShouldBe([("Konditor", 1, 1, 30), ("Bager", 3, 1, 37)]);
        (await house.As(Role.CompanyConsultant).RefusedAsync(new SeeCompany(NewId.Of<CompanyId>()))).ShouldBe(
            "company.not-found"
        );
    }

    [Theory, EachDatabase]
    public async Task The_work_counts_contacts_and_the_companies_that_they_were_with(Dialect dialect)
    {
        await using var house = await OpenAsync(dialect);
        var work = await house.As(Role.CompanyConsultant).DoneAsync(new SeeCompanyWork());
        work.Open.Select(o => (o.Title, o.Positions, o.Hired)).ShouldBe([("Bager", 3, 1), ("Smed", 2, 0)]);
        (work.OpenOrders, work.OpenPositions, work.Contacts, work.CompaniesContacted).ShouldBe((3, 6, 2, 2));
    }

    [Fact]
    public async Task A_page_that_knows_ids_gets_the_names_of_those_that_there_are()
    {
        await using var house = await OpenAsync(Dialect.Sqlite);
        var named = await house
            .As(Role.CaseWorker)
            .DoneAsync(new NameCompanies([Bakery, Shut, Bakery, NewId.Of<CompanyId>()]));
        named.Names.ShouldBe(
            new Dictionary<CompanyId, string> { [Bakery] = "Café Prøvebageriet", [Shut] = "Lukkede Prøvevarer" },
            ignoreOrder: true
        );
    }

    [Theory, EachDatabase]
    public async Task A_contact_that_is_written_stands_on_the_company_with_who_had_it(Dialect dialect)
    {
        await using var house = await OpenAsync(dialect);
        var consultant = new Actor(Kirsten, "Kirsten Prøvesen", [RoleAssignment.Of(Role.CompanyConsultant)]);
        var (kirsten, now) = (house.As(consultant), house.Clock.GetUtcNow());
        await kirsten.DoneAsync(
            new WriteContact(Shut, now.AddHours(-1), CompanyContactKind.Phone, "  De vil have to praktikanter ")
        );
        (await kirsten.DoneAsync(new SeeCompany(Shut)))
            .Contacts.ShouldHaveSingleItem()
            .ShouldBe(
                new(now.AddHours(-1), CompanyContactKind.Phone, "De vil have to praktikanter", consultant.Name)
            );
        (await kirsten.DoneAsync(new SeeCompanyWork())).CompaniesContacted.ShouldBe(3);
        var refused = await kirsten.RunAsync(
            new WriteContact(Shut, now.AddMinutes(1), CompanyContactKind.Visit, new string('x', 501))
        );
        refused.Refusal!.Every().Select(r => (r.Code, r.Field)).ShouldBe(
            [("company-contact.in-future", "At"), ("company-contact.too-long", "About")]
        );
        (await kirsten.RefusedAsync(new WriteContact(Shut, now, CompanyContactKind.Visit, " "))).ShouldBe(
            "company-contact.no-text"
        );
        (
            await kirsten.RefusedAsync(
                new WriteContact(NewId.Of<CompanyId>(), now, CompanyContactKind.Visit, "Ingen")
            )
        ).ShouldBe("company.not-found");
        (await house.As(Role.CaseWorker).RefusedAsync(new WriteContact(Shut, now, CompanyContactKind.Visit, "Hej")))
            .ShouldBe("permission.denied");
    }

    [Fact]
    public async Task A_consultant_writes_a_contact_on_the_companys_page()
    {
        await using var web = await WebHouse.OpenAsync();
        var consultant = await web.AsAsync(Role.CompanyConsultant);
        var page = await consultant.GetAsync($"/virksomheder/{web.Town.Bakery}/kontakt");
        var unread = await page.SubmitAsync("kontakt", ("Kind", "besoeg"), ("Time", "efter frokost"));
        unread.Words.ShouldContain("Skriv kort, hvad I talte om.");
        unread.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")!.Split('#')[1])
            .ShouldBe(["felt-time", "felt-about"]);
        var saved = await unread.SubmitAsync(
            "kontakt",
            ("Kind", "moede"),
            ("Time", "00.01"),
            ("About", "Nyt om en læreplads")
        );
        var company = await consultant.GetAsync(saved.Location!);
        company.Text.ShouldContain("Kontakten er gemt.");
        company.Words.ShouldContain("Nyt om en læreplads");
        var leader = await web.AsAsync(Role.TeamLeader);
        (await leader.GetAsync($"/virksomheder/{web.Town.Bakery}/kontakt")).Status.ShouldBe(403);
        (await leader.GetAsync($"/virksomheder/{web.Town.Bakery}")).Words.ShouldNotContain("Skriv en kontakt");
    }

    [Fact]
    public async Task Who_may_find_see_and_count()
    {
        await using var house = await OpenAsync(Dialect.Sqlite);
        Role[] find = [Role.CompanyConsultant, Role.TeamLeader, Role.CaseWorker, Role.YouthCounsellor];
        foreach (var role in Role.SignedIn)
        {
            var (seat, may) = (house.As(role), find.Contains(role));
            (await seat.RunAsync(new FindCompanies("prøve")))
                .Match(_ => "", r => r.Code)
                .ShouldBe(may ? "" : "permission.denied", role.Name);
            (await seat.RunAsync(new SeeCompany(Bakery)))
                .Match(_ => "", r => r.Code)
                .ShouldBe(may ? "" : "permission.denied", role.Name);
            (await seat.RunAsync(new NameCompanies([Bakery])))
                .Match(_ => "", r => r.Code)
                .ShouldBe(may ? "" : "permission.denied", role.Name);
            (await seat.RunAsync(new SeeCompanyWork()))
                .Match(_ => "", r => r.Code)
                .ShouldBe(role == Role.CompanyConsultant ? "" : "permission.denied", role.Name);
        }

        (await house.As(Smithy).DoneAsync(new SeeOwnCompany())).Company.Id.ShouldBe(Smithy);
        (await house.As(Smithy).RefusedAsync(new SeeCompany(Bakery))).ShouldBe("permission.denied");
    }

    [Fact]
    public async Task The_pages_find_and_show_a_company_and_lead_from_one_to_the_other()
    {
        await using var web = await WebHouse.OpenAsync();
        var consultant = await web.AsAsync(Role.CompanyConsultant);
        (await consultant.GetAsync("/virksomheder")).Words.ShouldContain("Skriv mindst to tegn");
        (await consultant.GetAsync("/virksomheder?navn=findes+ikke")).Words.ShouldContain(
            "Ingen virksomhed passer til søgningen"
        );
        var found = await consultant.GetAsync("/virksomheder?navn=bageri");
        var page = await consultant.GetAsync(
            found
                .Document.QuerySelectorAll("main table a")
                .Single(a => a.TextContent == "Prøvebageriet")
                .GetAttribute("href")!
        );
        page.Document.QuerySelector("h1")!.TextContent.ShouldContain("Prøvebageriet");
        page.Words.ShouldContain("Bager");
        page.Words.ShouldContain("Rundvisning i bageriet");
        page.Words.ShouldContain("10000009");
        (await consultant.GetAsync($"/virksomheder/{Guid.NewGuid()}")).Status.ShouldBe(404);
        (await consultant.GetAsync("/virksomheder?navn=bageri&udtraek=virksomheder")).Text.ShouldContain("10000009");
        foreach (
            var role in new[]
            {
                Role.Citizen,
                Role.Company,
                Role.Politician,
                Role.Clerk,
                Role.Controller,
                Role.Administrator,
            }
        )
        {
            var visitor = await web.AsAsync(role);
            (await visitor.GetAsync("/virksomheder?navn=bageri")).Status.ShouldBe(403, role.Name);
            (await visitor.GetAsync($"/virksomheder/{web.Town.Bakery}")).Status.ShouldBe(403, role.Name);
        }
    }

    /// <summary>Three companies, as the register delivers them.</summary>
    private static async Task<TestHouse> OpenAsync(Dialect dialect, int more = 0)
    {
        var house = await TestHouse.OnAsync(dialect);
        await using var scope = house.Scope(Actor.System);
        var (now, today, hired) = (house.Clock.GetUtcNow(), house.Clock.Today, NewId.Of<CitizenId>());
        var team = NewId.Of<TeamId>();
        await scope.ServiceProvider.TakeInAsync([
            new RegisteredTeam(team, "Virksomheder", ""),
            new RegisteredWorker(Kirsten, team, "Kirsten Prøvesen", "Virksomhedskonsulent"),
            Company(Bakery, "10000009", "Café Prøvebageriet"),
            Company(Smithy, "10000017", "Prøvesmedjen"),
            Company(Shut, "10000025", "Lukkede Prøvevarer", today.AddDays(-40)),
            .. Enumerable.Range(1, more).Select(n =>
                Company(NewId.Of<CompanyId>(), Virker.Demo.CompanyRegister.CvrOf(n).Digits, $"Rækken {n:00}")
            ),
            new Virker.Casework.RegisteredCitizen(hired, SmallTown.CprOf(new(1990, 5, 17)), "Alma", "Prøvesen")
            {
                AddressProtected = null,
                ResidenceFrom = new(1990, 5, 17),
            },
            new RegisteredPerson(Guid.NewGuid(), Bakery, "Kaj Kontaktsen", "mester"),
            new RegisteredPerson(Guid.NewGuid(), Bakery, "Anton Kontaktsen", "svend"),
            Contact(Bakery, now.AddDays(-90), "Første besøg"),
            Contact(Bakery, now.AddDays(-2), "Ny ovn"),
            Contact(Smithy, now.AddDays(-3), "Praktik"),
            Order(Bakery, "Bager", today.AddDays(-20), 3) with { Hires = [new(hired, today)] },
            Order(Bakery, "Konditor", today.AddDays(-5), 1) with { HoursPerWeek = 30, Hires = [new(hired, today)] },
            Order(Smithy, "Smed", today.AddDays(-10), 2),
            Order(Smithy, "Lærling", today.AddDays(-30), 4) with { Status = JobOrderStatus.Closed },
        ]);
        return house;
    }

    private static RegisteredCompany Company(CompanyId id, string number, string name, DateOnly? closed = null) =>
        new(id, Cvr.Parse(number).Value, number == "10000009" ? "1000000001" : $"30{number}", name)
        {
            Address = "Prøvevej 2",
            PostalCode = "9999",
            Town = "Prøveby",
            Industry = "Handel",
            Sector = Sector.Private,
            Employees = 12,
            Phone = "00 00 00 00",
            Email = "post@eksempel.test",
            ClosedOn = closed,
        };

    private static RegisteredContact Contact(CompanyId company, DateTimeOffset at, string about) =>
        new(Guid.NewGuid(), company, at, CompanyContactKind.Visit, about);

    private static RegisteredJobOrder Order(CompanyId company, string title, DateOnly created, int positions) =>
        new(NewId.Of<JobOrderId>(), company, JobOrderKind.Ordinary, title)
        {
            CreatedOn = created,
            Positions = positions,
            HoursPerWeek = 37,
            Status = JobOrderStatus.Open,
        };
}
