using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// What visitation is helped by: workers by speciality and load, times before the first deadline, and the register's
/// facts for the segment.
/// </summary>
[Part]
internal sealed class VisitationAdvice(
    VirkerContext db,
    DayBook book,
    SlotReader slots,
    ILawInForce law,
    TimeProvider clock
)
{
    /// <summary>
    /// Of so many, those who stand first, the free times are shown; with the others any time can be written.
    /// </summary>
    private const int WithTimes = 12;

    private const int WithoutDeadline = 14;

    /// <summary>
    /// Those whose team has most running cases with the benefit come first, and of them those with the lowest load.
    /// <paramref name="only"/>: the one who has the citizen's case, where somebody has.
    /// </summary>
    public async Task<IReadOnlyList<WorkerAdvice>> WorkersAsync(int benefit, UserId? only, CancellationToken ct)
    {
        var (day, weights) = (await book.CurrentAsync(ct), await CaseWeights.ReadAsync(db, ct));
        var (cases, workers) = (day.Cases, day.Staff.OfJobcenter().ToList());
        var teamHas = workers
            .GroupBy(w => w.Team)
            .ToDictionary(g => g.Key, g => g.Sum(w => cases.OfWorker(w.Id).Count(c => c.Benefit == benefit)));
        var most = teamHas.Count == 0 ? 0 : teamHas.Values.Max();
        return
        [
            .. workers
                .Where(w =>
                    only is { } one ? w.Id == one : w.Title != "Teamleder" && w.Title != "Virksomhedskonsulent"
                )
                .Select(w => new WorkerAdvice(
                    w.Id,
                    w.Name,
                    day.Staff.NameOf(w.Team)!,
                    weights.Of(cases.OfWorker(w.Id).Select(c => c.Benefit)),
                    most > 0 && teamHas[w.Team] * 2 >= most
                ))
                .OrderByDescending(w => w.Speciality)
                .ThenBy(w => w.Load)
                .ThenBy(w => w.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Who works here, as the day's list has it.</summary>
    public async Task<Staff> StaffAsync(CancellationToken ct) => (await book.CurrentAsync(ct)).Staff;

    /// <summary>
    /// The first times of each of the workers, in the workers' order: whoever is chosen, the times follow.
    /// </summary>
    public async Task<IReadOnlyList<FreeSlot>> SlotsAsync(
        IReadOnlyList<UserId> workers,
        MeetingKind kind,
        DateOnly? by,
        int each,
        CancellationToken ct
    )
    {
        IReadOnlyList<UserId> first = [.. workers.Take(WithTimes)];
        var (from, to) = (
            clock.GetUtcNow(),
            (by ?? clock.Today().AddDays(WithoutDeadline)).AddDays(1).DanishStart()
        );
        var found = (await slots.OfWorkersAsync(first, kind, from, to, ct)).ToLookup(s => s.WorkerId);
        return [.. first.SelectMany(w => found[w].Take(each))];
    }

    public async Task<SegmentGround> SegmentGroundAsync(CitizenRow citizen, CancellationToken ct)
    {
        var (today, since) = (clock.Today(), clock.Today().AddYears(-3));
        var spells = await db.Set<BenefitSpellRow>()
            .Since(since)
            .Where(s => s.CitizenId == citizen.Id)
            .Select(s => new { s.FromDay, s.ToDay })
            .ToListAsync(ct);
        var worked = await db.Set<EmploymentSpellRow>()
            .Where(s => s.CitizenId == citizen.Id)
            .Select(s => new { s.FromDay, s.ToDay })
            .ToListAsync(ct);
        var lastWorked = worked.Count == 0 ? (DateOnly?)null : worked.Max(w => w.ToDay ?? today);
        return new(
            citizen.Education,
            spells.Sum(s => new Period(s.FromDay, s.ToDay).DaysWithin(since, today)) / 7,
            lastWorked is { } day ? Math.Max(0, (today.DayNumber - day.DayNumber) / 30) : null
        );
    }

    /// <summary>The last day for the first conversation, where the law gives the group one.</summary>
    public async Task<DateOnly?> FirstByAsync(int? group, CancellationToken ct) =>
        group is { } known
            ? (await law.ReadAsync(ct))
                .Answer(new ContactCourseFirstBy(), new(known), clock.Today())
                .Match<DateOnly?>(f => f.Answer.By, _ => null)
            : null;

    public async Task<AdvisedGroup> GroupAsync(TargetGroupAdvice.Facts facts, CancellationToken ct) =>
        AdvisedGroup.Of(facts, await law.ReadAsync(ct), clock.Today());
}
