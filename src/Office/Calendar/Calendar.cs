using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>
/// Takes time: worker, party, room and interpreter in one statement, quarter by quarter. The database's key refuses a
/// second taker, however many ask in the same instant; the rows always come in the same order, so that two takers wait
/// and do not lock each other out.
/// </summary>
[Part]
internal sealed class Calendar(VirkerContext db, IStaffDirectory directory) : IOfficeCalendar
{
    public async Task<Outcome<TimeWanted>> FindAsync(
        TimeWanted wanted,
        bool needsRoom,
        string? language,
        CancellationToken ct
    )
    {
        var staff = await directory.ReadAsync(ct);
        if (needsRoom)
        {
            var team = staff.Member(wanted.Worker)?.Team;
            var rooms = staff.Resources.Where(r => r.IsRoom && (r.Team is null || r.Team == team)).ToList();
            if (await OneFreeAsync(rooms, wanted, ct) is { } room) wanted = wanted with { Room = room };
            else if (rooms.Count > 0) return NoRoom;
        }

        if (language is null) return wanted;
        var interpreters = staff.Resources.Where(r => r.IsInterpreter && r.Language == language).ToList();
        return await OneFreeAsync(interpreters, wanted, ct) is { } interpreter
            ? wanted with { Interpreter = interpreter }
            : NoInterpreter(language);
    }

    public async Task<Refusal?> TakeAsync(TimeWanted wanted, CancellationToken ct)
    {
        var times = CalendarGrain.Quarters(wanted.At, wanted.Minutes).ToList();
        var cells = Needed(wanted)
            .SelectMany(resource => times.Select(at => (resource.Id, at)))
            .OrderBy(c => c.Id)
            .ThenBy(c => c.at)
            .ToList();
        var values = new List<object> { Sql.Stored(wanted.Booking, db.Dialect) };
        foreach (var (id, at) in cells)
        {
            values.Add(Sql.Stored(id, db.Dialect));
            values.Add(Sql.Stored(at, db.Dialect));
        }

        var rows = string.Join(", ", cells.Select((_, i) => $"({{{(2 * i) + 1}}}, {{{(2 * i) + 2}}}, {{0}})"));
        var sql = string.Concat(
            "insert into booked_times (resource_id, at, booking_id) values ",
            rows,
            " on conflict do nothing"
        );
        var written = await db.Database.ExecuteSqlRawAsync(sql, values, ct);
        return written == cells.Count ? null : await RefuseAsync(wanted, times, ct);
    }

    public Task ReleaseAsync(Guid booking, CancellationToken ct) =>
        db.Set<BookedTimeRow>().Where(b => b.BookingId == booking).ExecuteDeleteAsync(ct);

    public async Task<IReadOnlySet<(Guid Who, long Ticks)>> TakenAsync(
        IReadOnlyCollection<Guid> who,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken ct
    ) =>
        (
            await db.Set<BookedTimeRow>()
                .Where(b => who.Contains(b.ResourceId) && b.At >= from && b.At < to)
                .Select(b => new { b.ResourceId, b.At })
                .ToListAsync(ct)
        )
            .Select(b => (b.ResourceId, b.At.UtcTicks))
            .ToHashSet();

    private static readonly Refusal NoRoom = new(
        "booking.no-room",
        "Alle lokaler er optaget på det tidspunkt. Vælg en anden tid, telefon eller video.",
        Field: nameof(TimeWanted.At)
    );

    private static Refusal NoInterpreter(string language) =>
        new(
            "booking.no-interpreter",
            $"Ingen tolk på {language} er ledig på det tidspunkt. Vælg en anden tid, eller book uden tolk.",
            Field: nameof(TimeWanted.Interpreter)
        );

    /// <summary>Not always the first free one, so that two who book in the same instant seldom want the same.</summary>
    private async Task<ResourceId?> OneFreeAsync(
        IReadOnlyList<OfficeResource> wanted,
        TimeWanted time,
        CancellationToken ct
    )
    {
        var (first, end) = (CalendarGrain.Quarters(time.At, time.Minutes).First(), time.At.AddMinutes(time.Minutes));
        var ids = wanted.Select(r => r.Id.Value).ToList();
        var taken = (await TakenAsync(ids, first, end, ct)).Select(t => t.Who).ToHashSet();
        var free = wanted.Where(r => !taken.Contains(r.Id.Value)).ToList();
        return free.Count == 0 ? null : free[(time.Booking.GetHashCode() & int.MaxValue) % free.Count].Id;
    }

    private static IEnumerable<(Guid Id, string Code, string Text)> Needed(TimeWanted wanted)
    {
        yield return wanted.Party.Citizen is null
            ? (
                wanted.Party.Id,
                "booking.company-taken",
                "Virksomheden har allerede en aftale på det tidspunkt."
            )
            : (
                wanted.Party.Id,
                "booking.citizen-taken",
                "Borgeren har allerede en samtale på det tidspunkt."
            );
        if (wanted.Worker is { } worker)
            yield return (
                worker.Value,
                "booking.worker-taken",
                "Sagsbehandleren har allerede en samtale på det tidspunkt. Vælg en anden tid."
            );
        if (wanted.Room is { } room)
            yield return (room.Value, "booking.room-taken", "Lokalet blev taget imens. Prøv igen, så vælges et andet.");
        if (wanted.Interpreter is { } interpreter)
            yield return (
                interpreter.Value,
                "booking.interpreter-taken",
                "Tolken blev taget imens. Prøv igen, så vælges en anden."
            );
    }

    private async Task<Refusal> RefuseAsync(TimeWanted wanted, List<DateTimeOffset> times, CancellationToken ct)
    {
        var needed = Needed(wanted).ToList();
        var (ids, first, last) = (needed.Select(n => n.Id).ToList(), times[0], times[^1]);
        var others = (
            await db.Set<BookedTimeRow>()
                .Where(b =>
                    ids.Contains(b.ResourceId) && b.At >= first && b.At <= last && b.BookingId != wanted.Booking
                )
                .Select(b => b.ResourceId)
                .ToListAsync(ct)
        ).ToHashSet();
        var what = needed.FirstOrDefault(n => others.Contains(n.Id));
        return what.Code is null
            ? new Refusal("booking.taken", "Tiden blev taget imens. Vælg en anden.")
            : new Refusal(what.Code, what.Text, Field: nameof(TimeWanted.At));
    }
}
