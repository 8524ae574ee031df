using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// The database goes away and comes back while people work: each is told so in a plain sentence, nobody waits for long,
/// and everything is well afterwards.
/// </summary>
public sealed class DatabaseAwayTests
{
    private const string Said = "Virker kan ikke nå kommunens database lige nu.";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Theory, EachDatabase]
    public async Task Whoever_asks_while_the_database_is_away_is_told_so_and_all_is_well_afterwards(Dialect dialect)
    {
        // A file goes away with its disk and not with a cable.
        if (dialect == Dialect.Sqlite) return;
        await using var cable = new Cable();
        await using var web = await WebHouse.OpenAsync(on: dialect, reach: cable.Reach);
        var people = await Task.WhenAll(
            new[] { Role.CaseWorker, Role.TeamLeader, Role.Citizen, Role.Clerk, Role.Administrator }.Select(role =>
                web.AsAsync(role)
            )
        );
        string[] pages =
        [
            "/",
            "/i-dag",
            "/borgere",
            $"/borgere/{web.Town.Own}",
            "/plan",
            "/regler",
            "/udvalg",
            "/politik",
            "/noegletal",
        ];
        var before = new Dictionary<string, int>();
        foreach (var address in pages) before[address] = (await people[0].GetAsync(address)).Status;
        before["/i-dag"].ShouldBe(200);
        var seen = new ConcurrentBag<Seen>();
        var isOver = false;

        var asking = people
            .SelectMany(
                (visitor, at) =>
                    new[] { visitor, visitor }.Select(
                        (v, hand) =>
                            Task.Run(async () =>
                            {
                                for (var turn = at + hand; !Volatile.Read(ref isOver); turn++)
                                {
                                    var (address, started) = (pages[turn % pages.Length], Stopwatch.GetTimestamp());
                                    seen.Add(
                                        new(
                                            $"{at}",
                                            address,
                                            await v.GetAsync(address),
                                            Stopwatch.GetElapsedTime(started)
                                        )
                                    );
                                }
                            })
                    )
            )
            .ToList();
        await Task.Delay(1000);
        await cable.PullOutAsync();
        await Task.Delay(1500);
        cable.PutIn();
        await Task.Delay(1500);
        Volatile.Write(ref isOver, true);
        await Task.WhenAll(asking);

        seen.Where(s => s.Took > Longest).Select(s => $"{s.Address} took {s.Took}").ShouldBeEmpty();
        seen.Where(s => s.Answer.Status is not (200 or 403 or 503))
            .Select(s => $"{s.Address} {s.Answer.Status}")
            .Distinct()
            .ShouldBeEmpty();
        var told = seen.Select(s => s.Answer).Where(a => a.Status == 503).ToList();
        told.Count.ShouldBeGreaterThan(10);
        told.ShouldEachBe(a => a.Words.Contains(Said) && a.Response.Headers.RetryAfter != null);
        // Connections that broke while nobody used them are thrown away at the first try.
        await Parallel.ForAsync(
            0,
            40,
            async (number, _) => (await people[number % people.Length].GetAsync("/konto")).Status.ShouldBe(200)
        );
        foreach (var address in pages)
            (await people[0].GetAsync(address)).Status.ShouldBe(before[address], address);
    }

    [Theory, EachDatabase]
    public async Task A_note_that_was_sent_while_the_database_was_away_is_saved_once_when_it_is_sent_again(
        Dialect dialect
    )
    {
        if (dialect == Dialect.Sqlite) return;
        await using var cable = new Cable();
        await using var web = await WebHouse.OpenAsync(on: dialect, reach: cable.Reach);
        var worker = await web.AsAsync(Role.CaseWorker);
        var form = await worker.GetAsync($"/borgere/{web.Town.Own}/notater/nyt");

        await cable.PullOutAsync();
        var away = await form.SubmitAsync("notat", ("Title", "Ringede"), ("Text", "Vil gerne have en tid i morgen."));
        cable.PutIn();
        var sent = await form.SubmitAsync("notat", ("Title", "Ringede"), ("Text", "Vil gerne have en tid i morgen."));
        var again = await form.SubmitAsync("notat", ("Title", "Ringede"), ("Text", "Vil gerne have en tid i morgen."));

        (away.Status, sent.Status, again.Status).ShouldBe((503, 302, 302));
        away.Words.ShouldContain("det bliver kun gemt én gang");
        (await worker.GetAsync($"/borgere/{web.Town.Own}"))
            .Text.Split("Vil gerne have en tid i morgen.")
            .Length.ShouldBe(2);
    }

    [Fact]
    public void Only_what_is_worth_trying_again_is_said_to_be_away()
    {
        Exception[] away =
        [
            new NpgsqlException("Exception while reading", new IOException()),
            new InvalidOperationException(
                "transient",
                new NpgsqlException("Failed to connect", new System.Net.Sockets.SocketException())
            ),
            new NpgsqlException("The pool is exhausted", new TimeoutException()),
            Postgres("57P01"),
            Postgres("57P03"),
            Postgres("53300"),
            Postgres("08006"),
            new SqliteException("disk full", 13),
            new AggregateException(new SqliteException("busy", 5)),
        ];
        Exception[] ours =
        [
            new InvalidOperationException(),
            new NullReferenceException(),
            Postgres("23505"),
            Postgres("42P01"),
            Postgres("40001"),
            Postgres("22001"),
            new SqliteException("no such table", 1),
            new TimeoutException(),
        ];

        away.ShouldEachBe(problem => DatabaseAway.Is(problem));
        ours.ShouldEachBe(problem => !DatabaseAway.Is(problem));

        static PostgresException Postgres(string state) => new("told", "FATAL", "FATAL", state);
    }
}
