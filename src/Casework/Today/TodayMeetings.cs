using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// How a citizen's conversations stand. <paramref name="Open"/>: the one to open now, today's or the oldest that is not
/// recorded.
/// </summary>
internal sealed record TodayMet(
    DateTimeOffset? Next,
    DateTimeOffset? LastHeld,
    DateTimeOffset? LastMissed,
    DateTimeOffset? Unrecorded,
    DateTimeOffset? InAbsence,
    MeetingId? Open
)
{
    public DateOnly? BookBy { get; init; }

    public (DateTimeOffset At, string Subject)? Undelivered { get; init; }
}

/// <summary>By citizen.</summary>
internal sealed record TodayConversations(
    IReadOnlyDictionary<CitizenId, TodayMet> Met,
    IReadOnlyDictionary<CitizenId, CourseBasis> Bases
);

/// <summary>Reads the conversations of the day's cases, and what the courses stand on with them.</summary>
[Part]
internal sealed class TodayMeetings(
    VirkerContext db,
    IAbsences absences,
    CourseReader courses,
    ISentPost sent,
    TimeProvider clock
)
{
    /// <summary>Longer ago than this, what happened at a conversation is history and no task.</summary>
    private const int MonthsBack = 12;

    /// <summary>Those with a conversation ahead, or not recorded, in somebody's absence.</summary>
    public async Task<IEnumerable<CitizenId>> InAbsenceAsync(CancellationToken ct)
    {
        var away = await absences.FromAsync(Start, null, ct);
        var workers = away.Select(a => a.Worker).Distinct().ToList();
        var planned = await db.Set<MeetingRow>()
            .Where(m =>
                m.Status == MeetingStatus.Planned && m.WorkerId != null && workers.Contains(m.WorkerId.Value)
            )
            .Select(m => new
            {
                m.CitizenId,
                m.WorkerId,
                m.At,
            })
            .ToListAsync(ct);
        return planned.Where(m => away.Holds(m.WorkerId, m.At)).Select(m => m.CitizenId).Distinct();
    }

    /// <summary>How each citizen's conversations stand, and what their course does.</summary>
    public async Task<TodayConversations> OfAsync(IQueryable<CitizenId> citizens, CancellationToken ct)
    {
        var held = await RowsAsync(citizens, ct);
        return new(await ReadAsync(citizens, held, ct), await courses.BasesAsync(citizens, held, ct));
    }

    /// <summary>
    /// What was agreed, held and missed: all that the list and the courses are made of, in one question.
    /// </summary>
    private async Task<IReadOnlyList<MetRow>> RowsAsync(IQueryable<CitizenId> citizens, CancellationToken ct)
    {
        var (start, back) = (Start, Start.AddMonths(-MonthsBack));
        var away = await absences.FromAsync(start, null, ct);
        var found = await db.Set<MeetingRow>()
            .Where(m =>
                m.At >= back
                && (
                    m.Status == MeetingStatus.Held
                    || m.Status == MeetingStatus.Missed
                    || m.Status == MeetingStatus.Planned
                )
                && citizens.Contains(m.CitizenId)
            )
            .Select(m => new
            {
                m.CitizenId,
                m.Id,
                m.At,
                m.Status,
                m.Holder,
                m.Channel,
                m.WorkerId,
            })
            .ToListAsync(ct);
        return found.ConvertAll(m => new MetRow(
            m.CitizenId,
            m.Id,
            m.At,
            m.Status,
            m.Holder,
            m.Channel,
            m.Status == MeetingStatus.Planned && m.At >= start && away.Holds(m.WorkerId, m.At)
        ));
    }

    private async Task<IReadOnlyDictionary<CitizenId, TodayMet>> ReadAsync(
        IQueryable<CitizenId> citizens,
        IReadOnlyList<MetRow> rows,
        CancellationToken ct
    )
    {
        var (met, start) = (rows.ToLookup(m => m.Citizen), Start);
        var called = (
            await db.Set<CallUpRow>()
                .Where(c =>
                    c.MeetingId == null && c.BookBy != null && c.LinkIndex != null && citizens.Contains(c.CitizenId)
                )
                .Select(c => new { c.CitizenId, c.BookBy })
                .ToListAsync(ct)
        ).ToLookup(c => c.CitizenId, c => c.BookBy);
        var failed = (await sent.UndeliveredAsync(ct)).ToLookup(m => m.Party.Citizen ?? default);
        return met.Select(m => m.Key)
            .Union(called.Select(c => c.Key))
            .Union(failed.Select(f => f.Key))
            .ToDictionary(
                citizen => citizen,
                citizen =>
                    Of(met[citizen], start) with
                    {
                        BookBy = called[citizen].Max(),
                        Undelivered = failed[citizen]
                            .OrderBy(f => f.Subject, StringComparer.Ordinal)
                            .MaxBy(f => f.FailedAt)
                            is { } newest
                            ? (newest.FailedAt, newest.Subject)
                            : null,
                    }
            );
    }

    private DateTimeOffset Start => clock.Today().DanishStart();

    private static TodayMet Of(IEnumerable<MetRow> met, DateTimeOffset start)
    {
        var planned = met.Where(m => m.Status == MeetingStatus.Planned).OrderBy(m => m.At).ToList();
        var (passed, next) = (
            planned.Where(m => m.At < start).Select(m => (MetRow?)m).FirstOrDefault(),
            planned.Where(m => m.At >= start).Select(m => (MetRow?)m).FirstOrDefault()
        );
        DateTimeOffset? Last(MeetingStatus status) =>
            met.Where(m => m.Status == status).Max(m => (DateTimeOffset?)m.At);
        return new(
            next?.At,
            Last(MeetingStatus.Held),
            Last(MeetingStatus.Missed),
            passed?.At,
            planned.Where(m => m.Away).Min(m => (DateTimeOffset?)m.At),
            (passed ?? next)?.Id
        );
    }
}
