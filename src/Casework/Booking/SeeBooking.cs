using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What one needs to book a conversation with a citizen: the course, the window, and the times that are free in it.</summary>
public sealed record SeeBooking(CitizenId Citizen) : IQuery, IAboutCitizen
{
    /// <summary>The conversation that is to be moved: the times are then those of its own window and not of the next one's.</summary>
    public MeetingId? Moving { get; init; }
}

/// <summary>
/// <paramref name="OwnSlots"/>: of the case's worker; <paramref name="TeamSlots"/>: of colleagues, where the worker has too few.
/// <paramref name="From"/>–<paramref name="By"/> is where the next one belongs.
/// </summary>
public sealed record BookingView(
    string Name, string? InterpreterLanguage, string UsualKind, string? Worker, ContactCourse? Course, DateOnly From, DateOnly By,
    IReadOnlyList<FreeSlot> OwnSlots, IReadOnlyList<FreeSlot> TeamSlots, IReadOnlyList<CitizenMeeting> Planned);

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class SeeBookingHandler(VirkerContext db, CourseReader courses, SlotReader slots, TimeProvider clock) : IUseCase<SeeBooking, BookingView>
{
    public async Task<Outcome<BookingView>> RunAsync(SeeBooking query, CancellationToken ct = default)
    {
        var citizen = await db.Set<CitizenRow>().Where(c => c.Id == query.Citizen).Select(c => new { c.GivenName, c.FamilyName, c.InterpreterLanguage }).FirstOrDefaultAsync(ct);
        if (citizen is null) return new Refusal("citizen.not-found", "Borgeren findes ikke.");
        var today = clock.Today();
        var kind = MeetingKind.For(await db.BenefitOnAsync(query.Citizen, today, ct));
        var course = await courses.ReadAsync(query.Citizen, ct);
        var worker = await (from c in db.Set<CaseRow>() where c.CitizenId == query.Citizen && c.Closed == null
                            join w in db.Set<WorkerRow>() on c.WorkerId equals w.UserId select new { w.UserId, w.Name, c.TeamId }).FirstOrDefaultAsync(ct);
        var moving = await db.Set<MeetingRow>().Where(m => m.CitizenId == query.Citizen && m.Id == query.Moving).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(ct);
        var (from, by) = moving is { } moved ? BookingWindow.OfMoved(course, moved.DanishDate(), today) : BookingWindow.Of(course, today);
        var (first, last) = (clock.GetUtcNow(), by.AddDays(1).ToDateTime(TimeOnly.MinValue).DanishInstant());
        if (from > today) first = from.ToDateTime(TimeOnly.MinValue).DanishInstant();
        var own = worker is null ? [] : await slots.OfWorkerAsync(worker.UserId, kind, first, last, 8, ct);
        var team = worker is null || own.Count > 2 ? [] : (await slots.OfTeamAsync(worker.TeamId, kind, first, last, 12, ct)).Where(s => s.WorkerId != worker.UserId).Take(6).ToList();
        var planned = await db.Set<MeetingRow>().Where(m => m.CitizenId == query.Citizen && m.Status == MeetingStatus.Planned).OrderBy(m => m.At)
            .Select(m => new CitizenMeeting(m.Id, m.At, m.Kind, m.Channel, m.Status, null, null)).ToListAsync(ct);
        return new BookingView($"{citizen.GivenName} {citizen.FamilyName}", citizen.InterpreterLanguage, kind, worker?.Name, course, from, by, own, team, planned);
    }
}

/// <summary>Where the next conversation belongs: the next window of the course, or six weeks from now where the law sets none.</summary>
internal static class BookingWindow
{
    private const int WithoutLaw = 42;
    private const int Shortest = 14;

    public static (DateOnly From, DateOnly By) Of(ContactCourse? course, DateOnly today)
    {
        if (course?.Next is not { } next) return (today, today.AddDays(WithoutLaw));
        var from = next.From > today ? next.From : today;
        var by = next.Recommended > today ? next.Recommended : next.By > today ? next.By : today.AddDays(Shortest);
        return (from, by);
    }

    /// <summary>Of the conversation that stands on that day; the law's last day for it, where the law has one.</summary>
    public static (DateOnly From, DateOnly By) OfMoved(ContactCourse? course, DateOnly day, DateOnly today)
    {
        if (course?.Conversations.FirstOrDefault(c => c.State == DueState.Booked && c.On == day) is not { } due) return (today, today.AddDays(WithoutLaw));
        return (due.From > today ? due.From : today, due.By > today ? due.By : today.AddDays(Shortest));
    }
}
