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

internal sealed class TodayMeetings(VirkerContext db, IAbsences absences, TimeProvider clock)
{
    /// <summary>Longer ago than this, what happened at a conversation is history and no task.</summary>
    private const int MonthsBack = 12;

    /// <summary>
    /// What was agreed, held and missed: all that the list and the courses are made of, in one question.
    /// </summary>
    public async Task<IReadOnlyList<MetRow>> RowsAsync(IQueryable<CitizenId> citizens, CancellationToken ct)
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

    public async Task<IReadOnlyDictionary<CitizenId, TodayMet>> ReadAsync(
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
        var failed = (
            await db.Set<MessageRow>()
                .Where(m => m.Status == MessageStatus.Failed && m.SettledAt == null && citizens.Contains(m.CitizenId))
                .Select(m => new
                {
                    m.CitizenId,
                    m.FailedAt,
                    m.Subject,
                })
                .ToListAsync(ct)
        ).ToLookup(m => m.CitizenId);
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
                            ? (newest.FailedAt!.Value, newest.Subject)
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

/// <summary>
/// How a citizen's plan stands: steps that are open, the oldest that should be finished, agreed and unread since,
/// answered by the citizen, and since when the citizen waits for an answer.
/// </summary>
internal sealed record TodayPlan(int Open, DateOnly? Ended, DateOnly? Unread, DateOnly? Answered, DateOnly? Unanswered);

internal sealed class TodaySteps(VirkerContext db, TimeProvider clock)
{
    /// <summary>An answer that nobody has met in so many days is no longer new.</summary>
    private const int AnswersFor = 14;

    public async Task<IReadOnlyDictionary<CitizenId, TodayPlan>> ReadAsync(IQueryable<CitizenId> citizens, CancellationToken ct)
    {
        var today = clock.Today();
        var recently = clock.GetUtcNow().AddDays(-AnswersFor);
        var answers = (
            await db.Set<PlanStepRow>()
                .Where(s => s.AnsweredAt > recently && citizens.Contains(s.CitizenId))
                .GroupBy(s => s.CitizenId)
                .Select(g => new { Citizen = g.Key, Last = g.Max(s => s.AnsweredAt) })
                .ToListAsync(ct)
        ).ToDictionary(a => a.Citizen, a => a.Last!.Value.DanishDate());
        var steps = await db.Set<PlanStepRow>()
            .Where(s =>
                (
                    s.Status == PlanStepStatus.Proposed
                    || s.Status == PlanStepStatus.Planned
                    || s.Status == PlanStepStatus.UnderWay
                    || s.UnansweredAt != null
                )
                && (s.Shared || s.Area == Department.Employment)
                && citizens.Contains(s.CitizenId)
            )
            .Select(s => new
            {
                s.CitizenId,
                s.Status,
                s.Area,
                s.ToDay,
                s.AgreedAt,
                s.ReadAt,
                s.UnansweredAt,
            })
            .ToListAsync(ct);
        var (open, waiting) = (
            steps.Where(s => s.Status.IsOpen).ToLookup(s => s.CitizenId),
            steps
                .Where(s => s.UnansweredAt is not null && s.Area == Department.Employment)
                .ToLookup(s => s.CitizenId, s => s.UnansweredAt)
        );
        return steps
            .Select(s => s.CitizenId)
            .Union(answers.Keys)
            .ToDictionary(
                c => c,
                c => new TodayPlan(
                    open[c].Count(),
                    open[c].Where(s => s.ToDay < today).Min(s => s.ToDay),
                    open[c].Where(s => s.AgreedAt is not null && s.ReadAt is null).Min(s => s.AgreedAt)?.DanishDate(),
                    answers.TryGetValue(c, out var day) ? day : null,
                    waiting[c].Min()?.DanishDate()
                )
            );
    }
}
