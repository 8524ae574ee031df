using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

public sealed class FailuresPageTests
{
    private const string Failed = """
        insert into jobs (name, next_at, attempts, problem)
        values ('targets.nightly-fetch', @later, 3, 'fetch.failed: Der kom intet svar.')
        on conflict (name) do update set problem = excluded.problem, attempts = 3, next_at = excluded.next_at
        """;

    private const string Dead = """
        insert into outbox (event_id, handler, event, payload, published_at, use_case, reference, attempts, next_at,
        dead_at, problem) values (@id, 'ReadAgain', 'Virker.Prove.Changed', '', @now, 'SetCover', '', 12, @now, @now,
        @problem)
        """;

    [Theory, EachDatabase]
    public async Task The_administrator_sees_what_failed_and_tries_it_again(Dialect dialect)
    {
        await using var web = await WebHouse.OpenAsync(on: dialect);
        await FailAsync(web, 1);
        var administrator = await web.AsAsync(Role.Administrator);
        (await administrator.GetAsync("/")).Words.ShouldContain("1 job, der er mislykkedes");
        (await administrator.GetAsync("/drift")).Words.ShouldContain("1 besked er mislykkedes");

        var page = await administrator.GetAsync("/drift/fejl");
        page.Words.ShouldContain("Landets tal hentes");
        page.Words.ShouldContain("Der kom intet svar.");
        page.Words.ShouldContain("Changed til ReadAgain");
        page.Words.ShouldContain("Databasen kunne ikke skrive eller læse.");
        (await page.SubmitAsync("job-targets-nightly-fetch")).Location.ShouldBe("/drift/fejl");
        (await LineAsync(web, "select name from jobs where next_at < @later")).ShouldContain("targets.nightly-fetch");
        (await administrator.GetAsync("/drift/fejl")).Words.ShouldContain("»Landets tal hentes« prøves igen");
        var letter = page.Document.QuerySelector("input[name='_handler'][value^='besked-']")!.GetAttribute("value")!;
        (await page.SubmitAsync(letter)).Location.ShouldBe("/drift/fejl");
        (await LineAsync(web, "select handler from outbox where dead_at is null and attempts = 0")).Count.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task All_are_tried_again_at_once(Dialect dialect)
    {
        await using var web = await WebHouse.OpenAsync(on: dialect);
        await FailAsync(web, 3);
        var page = await (await web.AsAsync(Role.Administrator)).GetAsync("/drift/fejl");

        (await page.SubmitAsync("alle-beskeder")).Location.ShouldBe("/drift/fejl");
        (await LineAsync(web, "select handler from outbox where dead_at is null and attempts = 0")).Count.ShouldBe(3);
        (await page.SubmitAsync("alle-job")).Location.ShouldBe("/drift/fejl");
        (await LineAsync(web, "select name from jobs where problem is not null and next_at >= @later")).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task What_a_message_held_is_never_shown(Dialect dialect)
    {
        await using var web = await WebHouse.OpenAsync(on: dialect);
        await FailAsync(web, 1, "case.has-worker: Borgeren Ida Prøvesen har en sag hos Anna.");
        var administrator = await web.AsAsync(Role.Administrator);

        var page = await administrator.GetAsync("/drift/fejl");
        page.Words.ShouldContain("Afvist (case.has-worker).");
        page.Words.ShouldNotContain("Ida");
    }

    [Theory, EachDatabase]
    public async Task A_dead_letter_is_dropped_with_a_reason_that_the_journal_keeps(Dialect dialect)
    {
        await using var web = await WebHouse.OpenAsync(on: dialect);
        await FailAsync(web, 1);
        var administrator = await web.AsAsync(Role.Administrator);
        var list = await administrator.GetAsync("/drift/fejl");
        var address = list.Document.QuerySelector("a[href^='/drift/fejl/']")!.GetAttribute("href")!;
        var page = await administrator.GetAsync(address);

        (await page.SubmitAsync("drop", ("Reason", " "))).Status.ShouldBe(422);
        (await page.SubmitAsync("drop", ("Reason", "Borgeren er flyttet"))).Location.ShouldBe("/drift/fejl");

        var after = await administrator.GetAsync("/drift/fejl");
        after.Words.ShouldContain("Ingen besked er mislykkedes");
        after.Words.ShouldContain("Borgeren er flyttet");
        (await LineAsync(web, "select after from journal where use_case = 'DropDelivery'"))
            .ShouldHaveSingleItem()
            .ShouldContain("Borgeren er flyttet");
        (await administrator.GetAsync(address)).Status.ShouldBe(404);
    }

    [Theory, EachDatabase]
    public async Task Nobody_else_sees_them_or_does_anything_about_them(Dialect dialect)
    {
        await using var web = await WebHouse.OpenAsync(on: dialect);
        await FailAsync(web, 1);
        foreach (
            var role in new[]
            {
                Role.CaseWorker,
                Role.TeamLeader,
                Role.DataProtectionOfficer,
                Role.Controller,
                Role.CompanyConsultant,
                Role.Citizen,
                Role.Company,
            }
        )
        {
            var visitor = await web.AsAsync(role);
            (await visitor.GetAsync("/drift/fejl")).Status.ShouldBe(403, role.Name);
            (await visitor.GetAsync($"/drift/fejl/{Guid.NewGuid()}/ReadAgain")).Status.ShouldBe(403, role.Name);
        }
    }

    [Fact]
    public async Task With_nothing_wrong_the_page_says_so()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await (await web.AsAsync(Role.Administrator)).GetAsync("/drift/fejl");
        page.Words.ShouldContain("Ingen job er mislykkedes");
        page.Words.ShouldContain("Ingen besked er mislykkedes");
    }

    private static async Task FailAsync(
        WebHouse web,
        int letters,
        string problem = "PostgresException: Ida 040460"
    )
    {
        await using var connection = await Connections.OpenAsync(DatabaseOf(web));
        await Sql.RunAsync(connection, null, Failed, default, ("later", Later));
        for (var i = 0; i < letters; i++)
            await Sql.RunAsync(
                connection,
                null,
                Dead,
                default,
                ("id", Guid.NewGuid()),
                ("now", new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero)),
                ("problem", problem)
            );
    }

    private static DatabaseAddress DatabaseOf(WebHouse web) =>
        web.Services.GetRequiredService<MunicipalityCatalogue>().OfHost(WebHouse.Host)!.Database;

    private static DateTimeOffset Later => new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static async Task<IReadOnlyList<string>> LineAsync(WebHouse web, string sql)
    {
        await using var connection = await Connections.OpenAsync(DatabaseOf(web));
        await using var command = Sql.Command(connection, null, sql, ("later", Later));
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }
}
