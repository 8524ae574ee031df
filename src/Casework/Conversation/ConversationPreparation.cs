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
    CaseStanding standing,
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
        var (since, course, steps) = await standing.ReadAsync(citizen, meeting, ct);
        var notes = await db.Set<NoteRow>()
            .Where(n => n.CitizenId == citizen)
            .OrderByDescending(n => n.WrittenAt)
            .Take(NotesShown)
            .Select(n => new CitizenNote(n.Id, n.Title, n.Text, n.Author, n.WrittenAt, n.Version))
            .ToListAsync(ct);
        return new(
            since,
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
