using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;
using Xunit.Abstractions;

namespace Virker.Tests.Casework;

/// <summary>
/// Sixty-four clients book, move and cancel at once, with workers, rooms and interpreters that are far fewer than they
/// are. Afterwards the conversations themselves, not the lock that should have kept them apart, say whether any two
/// share a worker, a citizen, a room or an interpreter. VIRKER_BOOKINGS sets how many bookings (bench/bookings.sh).
/// </summary>
[Trait("Pace", "Slow")]
public sealed class ManyBookingsTests(ITestOutputHelper output)
{
    private const int Clients = 64;
    private const int Workers = 8;
    private const int Rooms = 6;
    private const int TimesADay = 8;
    private const double Room = 2.3;

    private static readonly int Wanted = int.TryParse(
        Environment.GetEnvironmentVariable("VIRKER_BOOKINGS"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var wanted
    )
        ? wanted
        : 400;

    private sealed record Town(
        JobOffice Office,
        IReadOnlyList<UserId> Workers,
        IReadOnlyList<CitizenId> Citizens,
        IReadOnlyList<DateTimeOffset> Times
    );

    [Theory, EachDatabase]
    public async Task Sixty_four_clients_book_thousands_of_times_and_no_two_share_anything(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect, Rooms);
        var town = await TownAsync(office);
        var (left, refused, moved, ended) = (Wanted, new ConcurrentDictionary<string, int>(), 0, 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var chance = new Random(client);
            while (Volatile.Read(ref left) > 0)
            {
                var citizen = town.Citizens[chance.Next(town.Citizens.Count)];
                var booked = await BookAsync(town, citizen, chance);
                if (booked.IsRefused)
                {
                    refused.AddOrUpdate(booked.Refusal.Code, 1, (_, n) => n + 1);
                    continue;
                }

                            Interlocked.Decrement(ref left);
                            if (
                                chance.Next(10) == 0
                                && !(
                                    await office.Anna.RunAsync(
                                        new RebookMeeting(
                                            citizen,
                                            booked.Value.Id,
                                            1,
                                            town.Times[chance.Next(town.Times.Count)]
                                        )
                                    )
                                ).IsRefused
                            )
                                Interlocked.Increment(ref moved);
                            else if (
                                chance.Next(10) == 0
                                && !(
                                    await office.Anna.RunAsync(
                                        new EndMeeting(citizen, booked.Value.Id, 1, MeetingStatus.Cancelled, "Prøve")
                                    )
                                ).IsRefused
                            )
                                Interlocked.Increment(ref ended);
                        }
                    })
                )
        );
        watch.Stop();
        var bookings = await office.House.CountAsync("meetings");
        bookings.ShouldBeGreaterThanOrEqualTo(Wanted);
        await NobodyTwiceAsync(office);
        refused.Keys.ShouldEachBe(code => code.StartsWith("booking.") || code.StartsWith("conflict."));
        refused.Values.Sum().ShouldBeGreaterThan(0, "without a single clash nothing was tried");
        output.WriteLine(
            FormattableString.Invariant(
                $"{dialect}: {Clients} clients, {bookings} bookings, {moved} moved, {ended} cancelled, {refused.Values.Sum()} refused ({string.Join(", ", refused.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}"))}), {watch.Elapsed.TotalSeconds:0.0} s, {bookings / watch.Elapsed.TotalSeconds:0} bookings a second, double bookings: 0"
            )
        );
    }

    private static async Task<Town> TownAsync(JobOffice office)
    {
        var workers = Enumerable.Range(0, Workers).Select(_ => NewId.Of<UserId>()).ToList();
        await office.TakeInAsync([
            .. workers.Select((id, i) => new RegisteredWorker(id, office.Team, $"Prøve {i}", "Jobkonsulent")),
        ]);
        var citizens = new List<CitizenId>();
        for (var i = 0; i < Clients * 2; i++)
            citizens.Add(await office.CitizenAsync(interpreter: i % 8 == 0 ? "arabisk" : null));
        var (times, day) = (new List<DateTimeOffset>(), office.Today);
        while (times.Count * Workers < Wanted * Room)
        {
            day = PublicHolidays.NextWorkingDay(day);
            times.AddRange(
                Enumerable.Range(0, TimesADay).Select(hour => day.ToDateTime(new TimeOnly(8 + hour, 0)).DanishInstant())
            );
        }

        return new(office, workers, citizens, times);
    }

    private static Task<Outcome<MeetingBooked>> BookAsync(Town town, CitizenId citizen, Random chance) =>
        town.Office.Anna.RunAsync(
            new BookMeeting(
                citizen,
                town.Times[chance.Next(town.Times.Count)],
                MeetingKind.Job,
                chance.Next(2) == 0 ? MeetingChannel.Attendance : MeetingChannel.Phone
            )
            {
                Worker = town.Workers[chance.Next(Workers)],
            }
        );

    /// <summary>
    /// Every conversation that is agreed begins on the hour here and lasts less than one, so two that share something
    /// share the instant.
    /// </summary>
    private static async Task NobodyTwiceAsync(JobOffice office)
    {
        foreach (var who in new[] { "worker_id", "citizen_id", "room_id", "interpreter_id" })
        {
            (
                await office.House.ReadAsync(
                    $"select count(*) from (select {who}, at from meetings where status = 'planlagt' and {who} is not null group by {who}, at having count(*) > 1) doubled"
                )
            )
                .Select(Convert.ToInt64)
                .ShouldBe([0L], who);
        }

        (
            await office.House.ReadAsync(
                "select count(*) from meetings where status = 'planlagt' and room_id is not null and interpreter_id is not null"
            )
        )
            .Select(Convert.ToInt64)
            .Single()
            .ShouldBeGreaterThan(0);
        var taken = (
            await office.House.ReadAsync(
                "select sum(3 * (2 + case when room_id is null then 0 else 1 end + case when interpreter_id is null then 0 else 1 end)) from meetings where status = 'planlagt'"
            )
        )
            .Select(Convert.ToInt64)
            .Single();
        (await office.House.CountAsync("booked_times")).ShouldBe(taken);
    }
}
