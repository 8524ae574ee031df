using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// What has happened since the last conversation, what is due, what is in the plan, and which times are free.
/// </summary>
internal sealed record Preparation(
    IReadOnlyList<string> Since,
    ContactCourse? Course,
    IReadOnlyList<PlanStep> Steps,
    IReadOnlyList<CitizenNote> Notes,
    NextTimes Next
);

/// <summary>
/// The times for the next conversation, and of them the one nearest the day that the course points at.
/// </summary>
internal sealed record NextTimes(IReadOnlyList<FreeSlot> Free, FreeSlot? Nearest);

[Part]
internal sealed class ConversationPreparation(
    VirkerContext db,
    CourseReader courses,
    PlanSteps plan,
    SlotReader slots,
    TimeProvider clock
)
{
    private const int NotesShown = 3;

    /// <summary>Nobody is called in again the same week.</summary>
    private const int Pause = 7;

    public async Task<Preparation> ReadAsync(
        CitizenId citizen,
        DateTimeOffset meeting,
        MeetingKind kind,
        CancellationToken ct
    )
    {
        var course = await courses.ReadAsync(citizen, ct);
        var steps = await plan.ReadAsync(citizen, openOnly: true, ct);
        var notes = await db.Set<NoteRow>()
            .Where(n => n.CitizenId == citizen)
            .OrderByDescending(n => n.WrittenAt)
            .Take(NotesShown)
            .Select(n => new CitizenNote(n.Id, n.Title, n.Text, n.Author, n.WrittenAt, n.Version))
            .ToListAsync(ct);
        return new(
            await new SinceLastTime(db).ReadAsync(citizen, meeting, ct),
            course,
            steps,
            notes,
            await NextAsync(citizen, course, meeting, kind, ct)
        );
    }

    private async Task<NextTimes> NextAsync(
        CitizenId citizen,
        ContactCourse? course,
        DateTimeOffset meeting,
        MeetingKind kind,
        CancellationToken ct
    )
    {
        var worker = await db.Set<CaseRow>()
            .Where(c => c.CitizenId == citizen && c.Closed == null)
            .Select(c => c.WorkerId)
            .FirstOrDefaultAsync(ct);
        if (worker is not { } user)
            return new([], null);
        var earliest = (meeting > clock.GetUtcNow() ? meeting : clock.GetUtcNow()).AddDays(Pause);
        var due = BookingWindow.After(course, earliest.DanishDate());
        var (from, by) = due is null ? BookingWindow.Of(course, clock.Today()) : (due.From, due.By);
        var first = from.DanishStart();
        var last = by.AddDays(1).DanishStart();
        if (first < earliest)
            first = earliest;
        var free = await slots.OfWorkerAsync(
            user,
            kind,
            first,
            last > first.AddDays(Pause) ? last : first.AddDays(Pause * 3),
            int.MaxValue,
            ct
        );
        return new(free, due is null ? null : BookingWindow.Nearest(free, due.Recommended));
    }
}

/// <summary>
/// "Since last time" (siden sidst) in three lines at the most: what is new in the case since the last conversation that
/// was held.
/// </summary>
internal sealed class SinceLastTime(VirkerContext db)
{
    private const int Lines = 3;
    public async Task<IReadOnlyList<string>> ReadAsync(CitizenId citizen, DateTimeOffset before, CancellationToken ct)
    {
        var last = await db.Set<MeetingRow>()
            .Where(m => m.CitizenId == citizen && m.Status == MeetingStatus.Held && m.At < before)
            .OrderByDescending(m => m.At)
            .Select(m => (DateTimeOffset?)m.At)
            .FirstOrDefaultAsync(ct);
        var since = last?.DanishDate() ?? DateOnly.MinValue;
        List<string> lines =
        [
            last is null ? "Det er den første samtale, der er registreret." : $"Sidst talte I sammen {Day(since)}.",
        ];
        lines.AddRange(await BenefitsAsync(citizen, since, ct));
        lines.AddRange(await AbsencesAsync(citizen, last, before, ct));
        lines.AddRange(await InterventionsAsync(citizen, since, before.DanishDate(), ct));
        lines.AddRange(await StepsAsync(citizen, last, ct));
        return [.. lines.Take(Lines)];
    }

    private async Task<IEnumerable<string>> BenefitsAsync(CitizenId citizen, DateOnly since, CancellationToken ct) =>
        (
            await db.Set<BenefitSpellRow>()
                .AsNoTracking()
                .Where(s => s.CitizenId == citizen && s.FromDay > since && s.ToDay == null)
                .ToListAsync(ct)
        ).Select(s => $"Ny ydelse: {CodeList.Benefits.Label(s.Benefit, s.FromDay)} fra {Day(s.FromDay)}.");

    private async Task<IEnumerable<string>> AbsencesAsync(
        CitizenId citizen,
        DateTimeOffset? last,
        DateTimeOffset before,
        CancellationToken ct
    )
    {
        var since = last ?? DateTimeOffset.MinValue;
        var missed = await db.Set<MeetingRow>()
            .Where(m =>
                m.CitizenId == citizen
                && m.At > since
                && m.At < before
                && (m.Status == MeetingStatus.Missed || m.Status == MeetingStatus.Excused)
            )
            .OrderByDescending(m => m.At)
            .Select(m => new { m.At, m.Status })
            .ToListAsync(ct);
        return missed
            .Take(1)
            .Select(m =>
                m.Status == MeetingStatus.Missed
                    ? $"Udeblev fra samtalen {Day(m.At.DanishDate())}."
                    : $"Meldte afbud til samtalen {Day(m.At.DanishDate())}."
            );
    }

    private async Task<IEnumerable<string>> InterventionsAsync(
        CitizenId citizen,
        DateOnly since,
        DateOnly before,
        CancellationToken ct
    ) =>
        (
            await db.Set<InterventionRow>()
                .AsNoTracking()
                .Where(i => i.CitizenId == citizen && (i.FromDay > since || (i.ToDay > since && i.ToDay < before)))
                .OrderByDescending(i => i.FromDay)
                .Take(2)
                .ToListAsync(ct)
        ).Select(i =>
            i.FromDay > since
                ? $"Begyndte i {Named(i)} {Day(i.FromDay)}."
                : $"Sluttede i {Named(i)} {Day(i.ToDay!.Value)}."
        );

    private async Task<IEnumerable<string>> StepsAsync(CitizenId citizen, DateTimeOffset? last, CancellationToken ct)
    {
        var since = last ?? DateTimeOffset.MinValue;
        var finished = await db.Set<PlanStepRow>()
            .Where(s =>
                s.CitizenId == citizen
                && (s.Shared || s.Area == Department.Employment)
                && s.Status == PlanStepStatus.Finished
                && s.ChangedAt > since
            )
            .OrderByDescending(s => s.ChangedAt)
            .Select(s => s.Title)
            .Take(2)
            .ToListAsync(ct);
        return finished.Select(title => $"Gennemført: {title.TrimEnd('.')}.");
    }

    private static string Named(InterventionRow intervention) =>
        CodeList.Interventions.Label(intervention.Kind, intervention.FromDay).ToLower(Danish.Culture);

    private static string Day(DateOnly day) => day.ToString("d. MMMM yyyy", Danish.Culture);
}
