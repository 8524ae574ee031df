using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>One running case as it stands on the list.</summary>
internal sealed record TodayCase(
    CitizenId Citizen,
    string Name,
    DateOnly Born,
    string? InterpreterLanguage,
    bool AddressProtected,
    UserId? WorkerId,
    string? Worker,
    TeamId Team,
    DateOnly Opened,
    int? Benefit,
    DateOnly? BenefitSince
)
{
    /// <summary>What the course stands on; null for a benefit that has none.</summary>
    public CourseBasis? Basis { get; init; }

    public WorkState State { get; init; } = new((ContactCourse?)null);

    public IReadOnlyList<TodayReason> Reasons { get; init; } = [];

    public (DateOnly Until, HoldReason Reason)? Hold { get; init; }

    public MarkColour? Colour { get; init; }

    public MeetingId? Meeting { get; init; }

    /// <summary>The same under a law on a day: the course that it asks for, and the reasons that follow.</summary>
    public TodayCase Under(CourseSchedules law, DateOnly today)
    {
        var state = State with
        {
            Course = Basis is null ? null : ContactCourse.Of(Basis, today, law),
            Reassessed = Basis is { SickPay.Count: > 0 }
                ? SickReassessments.DueOn(Basis.SickPay, Basis.Reassessed, law.Law, today)
                : null,
        };
        return this with { State = state, Reasons = WorkReasons.Of(state, today) };
    }

    /// <summary>On hold, and the law is not broken meanwhile.</summary>
    public bool IsResting =>
        Hold is not null
        && Reasons.All(r =>
            r.Reason != WorkReason.Overdue
            && r.Reason != WorkReason.ReassessOverdue
            && r.Reason != WorkReason.MeetingToday
        );
}

/// <summary>
/// Reads running cases as the register has them: a fixed number of questions whatever the number of cases, each over an
/// index. What the law makes of them is <see cref="TodayCase.Under"/>.
/// </summary>
[Part]
internal sealed class TodayReader(
    VirkerContext db,
    IStaffDirectory directory,
    TodayMeetings meetings,
    TodaySteps plans,
    TimeProvider clock
)
{
    public Task<Staff> StaffAsync(CancellationToken ct) => directory.ReadAsync(ct);

    public Task<IEnumerable<CitizenId>> InAbsenceAsync(CancellationToken ct) => meetings.InAbsenceAsync(ct);

    public async Task<IReadOnlyList<TodayCase>> ReadAsync(IQueryable<CaseRow> cases, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await CasesAsync(cases, today, ct);
        var citizens = cases.Select(c => c.CitizenId);
        var conversations = await meetings.OfAsync(citizens, ct);
        var steps = await plans.ReadAsync(citizens, ct);
        var holds = await HoldsAsync(citizens, today, ct);
        return
        [
            .. rows.Select(row =>
            {
                var (met, planned) = (
                    conversations.Met.GetValueOrDefault(row.Case.Citizen),
                    steps.GetValueOrDefault(row.Case.Citizen)
                );
                var state = new WorkState((ContactCourse?)null)
                {
                    NextMeeting = met?.Next,
                    LastHeld = met?.LastHeld,
                    LastMissed = met?.LastMissed,
                    Unrecorded = met?.Unrecorded,
                    InAbsence = met?.InAbsence,
                    Undelivered = met?.Undelivered,
                    CalledUp = met?.BookBy,
                    OpenSteps = planned?.Open ?? 0,
                    StepEnded = planned?.Ended,
                    UnreadSince = planned?.Unread,
                    Answered = planned?.Answered,
                    Unanswered = planned?.Unanswered,
                    AssignedOn = row.AssignedOn,
                    Opened = row.Case.Opened,
                };
                return row.Case with
                {
                    State = state,
                    Basis = conversations.Bases.GetValueOrDefault(row.Case.Citizen),
                    Hold = holds.TryGetValue(row.Case.Citizen, out var hold) ? hold : null,
                    Meeting = met?.Open,
                };
            }),
        ];
    }

    private async Task<IReadOnlyList<(TodayCase Case, DateOnly? AssignedOn)>> CasesAsync(
        IQueryable<CaseRow> cases,
        DateOnly today,
        CancellationToken ct
    )
    {
        var since = today.AddDays(-31);
        var found = await (
            from c in cases
            join citizen in db.Set<CitizenRow>() on c.CitizenId equals citizen.Id
            let turn = db.Set<CaseAssignmentRow>()
                .Where(a => a.CaseId == c.Id && a.ToDay == null && a.FromDay >= since)
                .Max(a => (DateOnly?)a.FromDay)
            let benefit = db.Set<BenefitSpellRow>()
                .On(today)
                .Where(s => s.CitizenId == c.CitizenId)
                .OrderByDescending(s => s.FromDay)
                .FirstOrDefault()
            select new
            {
                c.CitizenId,
                citizen.GivenName,
                citizen.FamilyName,
                citizen.Born,
                citizen.InterpreterLanguage,
                citizen.AddressProtected,
                c.WorkerId,
                c.TeamId,
                c.Opened,
                turn,
                Benefit = benefit == null ? (int?)null : benefit.Benefit,
                Since = benefit == null ? (DateOnly?)null : benefit.FromDay,
            }
        ).ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        return
        [
            .. found.Select(f =>
                (
                    new TodayCase(
                        f.CitizenId,
                        $"{f.GivenName} {f.FamilyName}",
                        f.Born,
                        f.InterpreterLanguage,
                        f.AddressProtected != false,
                        f.WorkerId,
                        staff.NameOf(f.WorkerId),
                        f.TeamId,
                        f.Opened,
                        f.Benefit,
                        f.Since
                    ),
                    f.turn
                )
            ),
        ];
    }

    private async Task<IReadOnlyDictionary<CitizenId, (DateOnly Until, HoldReason Reason)>> HoldsAsync(
        IQueryable<CitizenId> citizens,
        DateOnly today,
        CancellationToken ct
    )
    {
        var held = await db.Set<CaseHoldRow>()
            .Where(h => h.LiftedAt == null && h.UntilDay > today && citizens.Contains(h.CitizenId))
            .OrderBy(h => h.MadeAt)
            .Select(h => new
            {
                h.CitizenId,
                h.UntilDay,
                h.Reason,
            })
            .ToListAsync(ct);
        return held.ToLookup(h => h.CitizenId).ToDictionary(h => h.Key, h => (h.Last().UntilDay, h.Last().Reason));
    }
}
