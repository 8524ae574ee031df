using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What one needs to book a conversation with a citizen: the course, the window, and the times that are free in it.
/// </summary>
public sealed record SeeBooking(CitizenId Citizen) : IQuery<BookingView>, IAboutCitizen
{
    /// <summary>
    /// The conversation that is to be moved: the times are then those of its own window and not of the next one's.
    /// </summary>
    public MeetingId? Moving { get; init; }
}

/// <summary>
/// <paramref name="OwnSlots"/>: of the case's worker; <paramref name="TeamSlots"/>: of colleagues, where the worker has
/// too few. <paramref name="From"/>–<paramref name="By"/> is where the next one belongs.
/// </summary>
public sealed record BookingView(
    string Name,
    string? InterpreterLanguage,
    MeetingKind UsualKind,
    string? Worker,
    ContactCourse? Course,
    DateOnly From,
    DateOnly By,
    IReadOnlyList<FreeSlot> OwnSlots,
    IReadOnlyList<FreeSlot> TeamSlots,
    IReadOnlyList<CitizenMeeting> Planned
)
{
    /// <summary>
    /// The free time nearest the day that the course points at; null where no law sets one, or a time is to be chosen
    /// anew.
    /// </summary>
    public FreeSlot? Nearest { get; init; }
}

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class SeeBookingHandler(
    VirkerContext db,
    CourseReader courses,
    SlotReader slots,
    MunicipalChoices choices,
    TimeProvider clock
) : IUseCase<SeeBooking, BookingView>
{
    /// <summary>
    /// Of colleagues' times the first are enough to choose among; one's own are shown to the window's end.
    /// </summary>
    private const int OfTeam = 120;

    public async Task<Outcome<BookingView>> RunAsync(SeeBooking query, CancellationToken ct = default)
    {
        var citizen = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => new
            {
                c.GivenName,
                c.FamilyName,
                c.InterpreterLanguage,
            })
            .FirstOrDefaultAsync(ct);
        if (citizen is null)
            return CitizenRefusals.NotFound;
        var today = clock.Today();
        var kind = MeetingKind.For(await db.BenefitOnAsync(query.Citizen, today, ct));
        var course = await courses.ReadAsync(query.Citizen, ct);
        var moving = await db.Set<MeetingRow>()
            .FirstOrDefaultAsync(m => m.CitizenId == query.Citizen && m.Id == query.Moving, ct);
        var worker = await WorkerAsync(query.Citizen, moving?.WorkerId, ct);
        var (from, by) = moving is not null
            ? BookingWindow.OfMoved(course, moving.At.DanishDate(), today)
            : BookingWindow.Of(course, today);
        var earliest = clock.GetUtcNow().AddDays(await choices.ValueAsync(MunicipalChoice.ShortestNotice, ct));
        var (first, last) = (earliest, by.AddDays(1).DanishStart());
        if (from.DanishStart() is var opens && opens > first) first = opens;
        var own = worker is null ? [] : await slots.OfWorkerAsync(worker.Id, kind, first, last, int.MaxValue, ct);
        var team =
            worker is null || own.Count > 2 || moving is not null
                ? []
                : (await slots.OfTeamAsync(worker.Team, kind, first, last, OfTeam, ct))
                    .Where(s => s.WorkerId != worker.Id)
                    .ToList();
        var planned = await db.Set<MeetingRow>()
            .Where(m => m.CitizenId == query.Citizen && m.Status == MeetingStatus.Planned)
            .OrderBy(m => m.At)
            .Select(m => new CitizenMeeting(m.Id, m.At, m.Kind, m.Channel, m.Status, null, null))
            .ToListAsync(ct);
        return new BookingView(
            $"{citizen.GivenName} {citizen.FamilyName}",
            citizen.InterpreterLanguage,
            kind,
            worker?.Name,
            course,
            from,
            by,
            own,
            team,
            planned
        )
        {
            Nearest =
                moving is null && BookingWindow.Aim(course, today) is { } aim
                    ? BookingWindow.Nearest([.. own, .. team], aim)
                    : null,
        };
    }

    /// <summary>The one whom the conversation is with that is moved, else the case's worker.</summary>
    private async Task<StaffMember?> WorkerAsync(CitizenId citizen, UserId? with, CancellationToken ct)
    {
        var worker =
            with
            ?? await db.Set<CaseRow>()
                .Where(c => c.CitizenId == citizen && c.Closed == null)
                .Select(c => c.WorkerId)
                .FirstOrDefaultAsync(ct);
        return await slots.WhoseAsync(worker, ct);
    }
}

/// <summary>
/// Where the next conversation belongs: the next window of the course, or six weeks from now where the law sets none.
/// </summary>
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

    /// <summary>The day that the course points at; today where it is overdue, null where no law sets one.</summary>
    public static DateOnly? Aim(ContactCourse? course, DateOnly today) =>
        course?.Next is not { } next ? null
        : next.Recommended > today ? next.Recommended
        : next.By > today ? next.By
        : today;

    /// <summary>
    /// The first conversation of the course that belongs after the day: the next one, once the one at hand is held.
    /// </summary>
    public static DueConversation? After(ContactCourse? course, DateOnly day) =>
        course?.Conversations.FirstOrDefault(c =>
            c.IsOurs && c.State is not (DueState.Held or DueState.Booked) && c.Recommended >= day
        );

    /// <summary>
    /// The last time up to the day, else the first one after it; of several on one day the first that can be had.
    /// </summary>
    public static FreeSlot? Nearest(IReadOnlyList<FreeSlot> slots, DateOnly aim) =>
        slots
            .Where(s => s.At.DanishDate() <= aim)
            .OrderByDescending(s => s.At.DanishDate())
            .ThenBy(s => s.At)
            .FirstOrDefault()
        ?? slots.OrderBy(s => s.At).FirstOrDefault();

    /// <summary>
    /// Of the conversation that stands on that day; the law's last day for it, where the law has one.
    /// </summary>
    public static (DateOnly From, DateOnly By) OfMoved(ContactCourse? course, DateOnly day, DateOnly today)
    {
        if (course?.Conversations.FirstOrDefault(c => c.State == DueState.Booked && c.On == day) is not { } due)
            return (today, today.AddDays(WithoutLaw));
        return (due.From > today ? due.From : today, due.By > today ? due.By : today.AddDays(Shortest));
    }
}
