using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>How a citizen's conversations stand. <paramref name="Open"/>: the one to open now, today's or the oldest that is not recorded.</summary>
internal sealed record TodayMet(DateTimeOffset? Next, DateTimeOffset? LastHeld, DateTimeOffset? LastMissed, DateTimeOffset? Unrecorded, DateTimeOffset? InAbsence, DateOnly? BookBy, MeetingId? Open)
{
    public (DateTimeOffset At, string Subject)? Undelivered { get; init; }
}

internal sealed class TodayMeetings(VirkerContext db, TimeProvider clock)
{
    /// <summary>Longer ago than this, what happened at a conversation is history and no task.</summary>
    private const int MonthsBack = 12;

    public async Task<IReadOnlyDictionary<CitizenId, TodayMet>> ReadAsync(IQueryable<CitizenId> citizens, CancellationToken ct)
    {
        var start = clock.Today().ToDateTime(TimeOnly.MinValue).DanishInstant();
        var back = start.AddMonths(-MonthsBack);
        var ended = (await db.Set<MeetingRow>().Where(m => m.At >= back && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Missed) && citizens.Contains(m.CitizenId))
            .GroupBy(m => new { m.CitizenId, m.Status }).Select(g => new { g.Key.CitizenId, g.Key.Status, Last = g.Max(m => m.At) }).ToListAsync(ct)).ToLookup(e => e.CitizenId);
        var planned = (await db.Set<MeetingRow>().Where(m => m.Status == MeetingStatus.Planned && m.At >= back && citizens.Contains(m.CitizenId))
            .Select(m => new { m.CitizenId, m.Id, m.At, Away = db.Set<WorkerAbsenceRow>().Any(a => a.WorkerId == m.WorkerId && a.FromAt <= m.At && a.ToAt > m.At) }).ToListAsync(ct)).ToLookup(m => m.CitizenId);
        var called = (await db.Set<CallUpRow>().Where(c => c.MeetingId == null && c.BookBy != null && c.LinkIndex != null && citizens.Contains(c.CitizenId))
            .Select(c => new { c.CitizenId, c.BookBy }).ToListAsync(ct)).ToLookup(c => c.CitizenId, c => c.BookBy);
        var failed = (await db.Set<MessageRow>().Where(m => m.Status == MessageStatus.Failed && m.SettledAt == null && citizens.Contains(m.CitizenId))
            .Select(m => new { m.CitizenId, m.FailedAt, m.Subject }).ToListAsync(ct)).ToLookup(m => m.CitizenId);
        var found = new Dictionary<CitizenId, TodayMet>();
        foreach (var citizen in ended.Select(e => e.Key).Union(planned.Select(p => p.Key)).Union(called.Select(c => c.Key)).Union(failed.Select(f => f.Key)))
        {
            var ahead = planned[citizen].Where(m => m.At >= start).OrderBy(m => m.At).ToList();
            var passed = planned[citizen].Where(m => m.At < start).OrderBy(m => m.At).FirstOrDefault();
            DateTimeOffset? Last(string status) => ended[citizen].FirstOrDefault(e => e.Status == status)?.Last;
            found[citizen] = new(ahead.FirstOrDefault()?.At, Last(MeetingStatus.Held), Last(MeetingStatus.Missed), passed?.At, ahead.FirstOrDefault(m => m.Away)?.At,
                called[citizen].Max(), passed?.Id ?? ahead.FirstOrDefault()?.Id)
            {
                Undelivered = failed[citizen].MaxBy(f => f.FailedAt) is { } newest ? (newest.FailedAt!.Value, newest.Subject) : null,
            };
        }

        return found;
    }
}

/// <summary>How a citizen's plan stands: steps that are open, the oldest that should be finished, agreed and unread since, answered by the citizen, and since when the citizen waits for an answer.</summary>
internal sealed record TodayPlan(int Open, DateOnly? Ended, DateOnly? Unread, DateOnly? Answered, DateOnly? Unanswered);

internal sealed class TodaySteps(VirkerContext db, TimeProvider clock)
{
    /// <summary>An answer that nobody has met in so many days is no longer new.</summary>
    private const int AnswersFor = 14;

    public async Task<IReadOnlyDictionary<CitizenId, TodayPlan>> ReadAsync(IQueryable<CitizenId> citizens, CancellationToken ct)
    {
        var today = clock.Today();
        var recently = clock.GetUtcNow().AddDays(-AnswersFor);
        var answers = (await db.Set<PlanStepRow>().Where(s => s.AnsweredAt > recently && citizens.Contains(s.CitizenId)).GroupBy(s => s.CitizenId).Select(g => new { Citizen = g.Key, Last = g.Max(s => s.AnsweredAt) }).ToListAsync(ct))
            .ToDictionary(a => a.Citizen, a => a.Last!.Value.DanishDate());
        var steps = await db.Set<PlanStepRow>()
            .Where(s => (s.Status == PlanStepStatus.Proposed || s.Status == PlanStepStatus.Planned || s.Status == PlanStepStatus.UnderWay || s.UnansweredAt != null) && (s.Shared || s.Area == PlanArea.Employment) && citizens.Contains(s.CitizenId))
            .Select(s => new { s.CitizenId, s.Status, s.Area, s.ToDay, s.AgreedAt, s.ReadAt, s.UnansweredAt }).ToListAsync(ct);
        var (open, waiting) = (steps.Where(s => PlanStepStatus.IsOpen(s.Status)).ToLookup(s => s.CitizenId), steps.Where(s => s.UnansweredAt is not null && s.Area == PlanArea.Employment).ToLookup(s => s.CitizenId, s => s.UnansweredAt));
        return steps.Select(s => s.CitizenId).Union(answers.Keys).ToDictionary(c => c, c => new TodayPlan(open[c].Count(), open[c].Where(s => s.ToDay < today).Min(s => s.ToDay),
            open[c].Where(s => s.AgreedAt is not null && s.ReadAt is null).Min(s => s.AgreedAt)?.DanishDate(), answers.TryGetValue(c, out var day) ? day : null, waiting[c].Min()?.DanishDate()));
    }
}
