using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Virker.Bench;

/// <summary>
/// What the two pages stand on, by plain SQL over the same register, each row written out as it comes.
/// </summary>
internal sealed class BarePages : IAsyncDisposable
{
    private const string Mine = "(select citizen_id from cases where worker_id = $who and closed is null)";

    private static readonly string[] TodaySql =
    [
        "select max(sequence) from journal",
        "select id from law_regulations where state = 'godkendt'",
        """
            select c.citizen_id, p.given_name, p.family_name, p.born, p.interpreter_language, p.address_protected, w.name, c.team_id, c.opened,
                   (select max(from_day) from case_assignments a where a.case_id = c.id and a.to_day is null and a.from_day >= $month),
                   (select benefit from benefit_spells s where s.citizen_id = c.citizen_id and s.to_day is null order by from_day desc limit 1)
            from cases c join citizens p on p.id = c.citizen_id left join workers w on w.user_id = c.worker_id where c.worker_id = $who and c.closed is null
            """,
        $"select citizen_id, benefit, from_day from benefit_spells where (to_day is null or to_day >= $today) and from_day <= $today and citizen_id in {Mine}",
        $"select citizen_id, target_group, from_day from target_group_spells where (to_day is null or to_day >= $today) and from_day <= $today and citizen_id in {Mine}",
        $"select citizen_id, at, status, holder from meetings where at >= $half and status in ('afholdt', 'planlagt') and citizen_id in {Mine}",
        $"select citizen_id, status, max(at) from meetings where at >= $year and status in ('afholdt', 'udeblevet') and citizen_id in {Mine} group by citizen_id, status",
        $"select m.citizen_id, m.id, m.at, exists (select 1 from worker_absences a where a.worker_id = m.worker_id and a.from_at <= m.at and a.to_at > m.at) from meetings m where m.status = 'planlagt' and m.at >= $year and m.citizen_id in {Mine}",
        $"select citizen_id, book_by from call_ups where meeting_id is null and book_by is not null and link_index is not null and citizen_id in {Mine}",
        $"select citizen_id, max(answered_at) from my_plan_steps where answered_at > $half and citizen_id in {Mine} group by citizen_id",
        $"select citizen_id, to_day, agreed_at, read_at from my_plan_steps where status in ('foreslaaet', 'planlagt', 'i-gang') and citizen_id in {Mine}",
        $"select citizen_id, until_day, reason from case_holds where lifted_at is null and until_day > $today and citizen_id in {Mine}",
        "select citizen_id, on_day, text from reminders where user_id = $who and done_at is null",
        "select citizen_id, colour from case_marks where user_id = $who",
        "select id, name, query from saved_views where user_id = $who",
    ];

    private static readonly string[] CitizenSql =
    [
        "select id from cases where citizen_id = $who and closed is null",
        "select given_name, family_name, born, address, phone, email, origin, education, interpreter_language, residence_from, residence_to from citizens where id = $who",
        """
            select c.id, c.opened, t.name, w.name, (select count(*) from case_assignments a where a.case_id = c.id)
            from cases c join teams t on t.id = c.team_id left join workers w on w.user_id = c.worker_id where c.citizen_id = $who and c.closed is null
            """,
        "select benefit, from_day, to_day from benefit_spells where citizen_id = $who order by from_day desc",
        "select target_group, from_day from target_group_spells where citizen_id = $who and to_day is null order by from_day desc limit 1",
        "select m.at, m.kind, m.channel, m.status, w.name, m.note from meetings m left join workers w on w.user_id = m.worker_id where m.citizen_id = $who order by m.at desc limit 24",
        "select kind, workplace, from_day, to_day, hours_per_week from interventions where citizen_id = $who order by from_day desc limit 24",
        "select month, hours from paid_hours where citizen_id = $who order by month desc limit 24",
        "select title, text, author, written_at from notes where citizen_id = $who order by written_at desc limit 24",
        "select decided_on, kind, reason from sanctions where citizen_id = $who order by decided_on desc limit 24",
        "select max(at) from meetings where citizen_id = $who and status = 'afholdt'",
        "select text from my_plan_goals where citizen_id = $who and to_day is null order by from_day desc limit 1",
        "select kind, text, made_at, made_by from profile_items where citizen_id = $who and ended_at is null order by kind, made_at",
        "select reason, note, until_day, made_by from case_holds where citizen_id = $who and lifted_at is null and until_day > $today order by made_at desc limit 1",
        "select id from law_regulations where state = 'godkendt'",
        "select benefit, from_day from benefit_spells where (to_day is null or to_day >= $today) and from_day <= $today and citizen_id = $who",
        "select target_group, from_day from target_group_spells where (to_day is null or to_day >= $today) and from_day <= $today and citizen_id = $who",
        "select at, status, holder from meetings where at >= $half and status in ('afholdt', 'planlagt') and citizen_id = $who",
        "select title, status, owner, to_day, agreed_at from my_plan_steps where citizen_id = $who and status in ('foreslaaet', 'planlagt', 'i-gang')",
    ];

    private readonly WebApplication _site;

    private BarePages(WebApplication site) => _site = site;

    public Uri Address =>
        new(_site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<BarePages> StartAsync(string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var today = Today(database);
        site.MapGet("/i-dag/{who}", (string who, HttpContext http) => WriteAsync(http, database, who, today, TodaySql));
        site.MapGet(
            "/borgere/{who}",
            (string who, HttpContext http) => WriteAsync(http, database, who, today, CitizenSql)
        );
        await site.StartAsync();
        return new(site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>The register's own day, so that the bare pages ask for the same rows.</summary>
    private static DateOnly Today(string database)
    {
        using var db = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "select max(last_day) from register_dates";
        return DateOnly.Parse((string)command.ExecuteScalar()!, CultureInfo.InvariantCulture).AddDays(2);
    }

    private static async Task WriteAsync(
        HttpContext http,
        string database,
        string who,
        DateOnly today,
        string[] questions
    )
    {
        var html = new StringBuilder("<!doctype html><html lang=\"da\"><title>Nøgen side</title><table>");
        await using var db = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await db.OpenAsync();
        var start = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        foreach (var question in questions)
        {
            await using var command = db.CreateCommand();
            command.CommandText = question;
            command.Parameters.AddWithValue("$who", Guid.Parse(who).ToByteArray(true));
            command.Parameters.AddWithValue("$today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue(
                "$month",
                today.AddDays(-31).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
            command.Parameters.AddWithValue("$half", start.AddMonths(-7).UtcTicks);
            command.Parameters.AddWithValue("$year", start.AddMonths(-12).UtcTicks);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                html.Append("<tr>");
                for (var column = 0; column < rows.FieldCount; column++)
                    html.Append("<td>").Append(rows.GetValue(column));
            }
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html.ToString());
    }
}
