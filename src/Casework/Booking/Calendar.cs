using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Takes time for a conversation: worker, citizen, room and interpreter in one statement, quarter by quarter. The
/// database's key refuses a second taker, however many ask in the same instant; the rows always come in the same order,
/// so that two takers wait and do not lock each other out.
/// </summary>
[Part]
internal sealed class Calendar(VirkerContext db)
{
    public const int Grain = 15;

    /// <summary>
    /// Null when all of it was free; else who or what was not, and then the transaction must not go on.
    /// </summary>
    public async Task<Refusal?> TakeAsync(MeetingRow meeting, CancellationToken ct)
    {
        var times = Quarters(meeting.At, meeting.Minutes).ToList();
        var cells = Needed(meeting)
            .SelectMany(resource => times.Select(at => (resource.Id, at)))
            .OrderBy(c => c.Id)
            .ThenBy(c => c.at)
            .ToList();
        var values = new List<object> { Sql.Stored(meeting.Id.Value, db.Dialect) };
        foreach (var (id, at) in cells)
        {
            values.Add(Sql.Stored(id, db.Dialect));
            values.Add(Sql.Stored(at, db.Dialect));
        }

        var rows = string.Join(", ", cells.Select((_, i) => $"({{{(2 * i) + 1}}}, {{{(2 * i) + 2}}}, {{0}})"));
        var sql = string.Concat(
            "insert into booked_times (resource_id, at, meeting_id) values ",
            rows,
            " on conflict do nothing"
        );
        var written = await db.Database.ExecuteSqlRawAsync(sql, values, ct);
        return written == cells.Count ? null : await TakenAsync(meeting, times, ct);
    }

    public Task ReleaseAsync(MeetingId meeting, CancellationToken ct) =>
        db.Set<BookedTimeRow>().Where(b => b.MeetingId == meeting).ExecuteDeleteAsync(ct);

    /// <summary>Those of <paramref name="wanted"/> that have no time taken in the conversation's.</summary>
    public async Task<IReadOnlyList<ResourceId>> FreeAsync(
        IReadOnlyList<ResourceId> wanted,
        DateTimeOffset at,
        int minutes,
        CancellationToken ct
    )
    {
        var ids = wanted.Select(r => r.Value).ToList();
        var (first, end) = (Quarters(at, minutes).First(), at.AddMinutes(minutes));
        var taken = (
            await db.Set<BookedTimeRow>()
                .Where(b => ids.Contains(b.ResourceId) && b.At >= first && b.At < end)
                .Select(b => b.ResourceId)
                .Distinct()
                .ToListAsync(ct)
        ).ToHashSet();
        return [.. wanted.Where(r => !taken.Contains(r.Value))];
    }

    internal static IEnumerable<DateTimeOffset> Quarters(DateTimeOffset at, int minutes)
    {
        var grain = TimeSpan.FromMinutes(Grain).Ticks;
        var first = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % grain), TimeSpan.Zero);
        for (var quarter = first; quarter < at.AddMinutes(minutes); quarter = quarter.AddMinutes(Grain))
            yield return quarter;
    }

    private static IEnumerable<(Guid Id, string Code, string Text)> Needed(MeetingRow meeting)
    {
        yield return (
            meeting.CitizenId.Value,
            "booking.citizen-taken",
            "Borgeren har allerede en samtale på det tidspunkt."
        );
        if (meeting.WorkerId is { } worker)
            yield return (
                worker.Value,
                "booking.worker-taken",
                "Sagsbehandleren har allerede en samtale på det tidspunkt. Vælg en anden tid."
            );
        if (meeting.RoomId is { } room)
            yield return (room.Value, "booking.room-taken", "Lokalet blev taget imens. Prøv igen, så vælges et andet.");
        if (meeting.InterpreterId is { } interpreter)
            yield return (
                interpreter.Value,
                "booking.interpreter-taken",
                "Tolken blev taget imens. Prøv igen, så vælges en anden."
            );
    }

    private async Task<Refusal> TakenAsync(MeetingRow meeting, List<DateTimeOffset> times, CancellationToken ct)
    {
        var needed = Needed(meeting).ToList();
        var (ids, first, last) = (needed.Select(n => n.Id).ToList(), times[0], times[^1]);
        var others = (
            await db.Set<BookedTimeRow>()
                .Where(b => ids.Contains(b.ResourceId) && b.At >= first && b.At <= last && b.MeetingId != meeting.Id)
                .Select(b => b.ResourceId)
                .ToListAsync(ct)
        ).ToHashSet();
        var what = needed.FirstOrDefault(n => others.Contains(n.Id));
        return what.Code is null
            ? new Refusal("booking.taken", "Tiden blev taget imens. Vælg en anden.")
            : new Refusal(what.Code, what.Text, Field: nameof(meeting.At));
    }
}
