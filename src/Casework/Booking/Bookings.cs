using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What is wanted: with whom, when, how. The commands that book have the same names for it, so a refusal names a field
/// of theirs.
/// </summary>
internal sealed record BookingWish(
    CitizenId Citizen,
    UserId? Worker,
    DateTimeOffset At,
    int Minutes,
    MeetingKind Kind,
    MeetingChannel Channel
)
{
    /// <summary>Booked although the citizen needs an interpreter and none is free.</summary>
    public bool WithoutInterpreter { get; init; }

    public bool ByCitizen { get; init; }

    /// <summary>Whose open time it is, where one was chosen.</summary>
    public UserId? TimeOf { get; init; }
}

/// <summary>Puts a conversation in the calendars; for the use cases that book one.</summary>
[Part]
internal sealed class Bookings(
    VirkerContext db,
    IOfficeCalendar calendar,
    IStaffDirectory directory,
    IAbsences absences,
    TimeProvider clock
)
{
    public async Task<Outcome<MeetingRow>> BookAsync(BookingWish wish, CancellationToken ct)
    {
        var meeting = RowOf(wish);
        if (await DecideAsync(meeting, ct) is { } refusal) return refusal;
        if (await PlaceAsync(meeting, wish.WithoutInterpreter, ct) is { } taken) return taken;
        db.Add(meeting);
        await db.SaveChangesAsync(ct);
        return meeting;
    }

    /// <summary>By the office hours of the conversation's own day.</summary>
    public async Task<Refusal?> DecideAsync(MeetingRow meeting, CancellationToken ct) =>
        Decide(meeting, clock.GetUtcNow(), (await OfficeHoursBook.ReadAsync(db, ct)).On(meeting.At.DanishDate()));

    /// <summary>
    /// A free time belongs to the one who opened it: it is not taken for somebody else without a word.
    /// </summary>
    public async Task<Refusal?> OwnerAsync(BookingWish wish, CancellationToken ct)
    {
        if (wish.TimeOf is not { } owner || wish.Worker is not { } worker || owner == worker) return null;
        var staff = await directory.ReadAsync(ct);
        var (whose, chosen) = (staff.NameOf(owner) ?? "en anden", staff.NameOf(worker) ?? "den valgte");
        return new Refusal(
            "booking.other-workers-time",
            $"Tiden er hos {whose}, men du har valgt {chosen}. Vælg en tid hos {chosen}, eller vælg {whose}.",
            Field: nameof(BookingWish.At)
        );
    }

    internal static MeetingRow RowOf(BookingWish wish) => new()
    {
        Id = NewId.Of<MeetingId>(), CitizenId = wish.Citizen, WorkerId = wish.Worker,
        At = wish.At, Minutes = wish.Minutes, Kind = wish.Kind, Channel = wish.Channel,
        Status = MeetingStatus.Planned, BookedByCitizen = wish.ByCitizen,
    };

    /// <summary>
    /// The same conversation at another time: the old time is given back when the new one is taken, or not at all.
    /// </summary>
    public async Task<Refusal?> MoveAsync(
        MeetingRow meeting,
        DateTimeOffset at,
        bool withoutInterpreter,
        CancellationToken ct
    )
    {
        if (meeting.Status != MeetingStatus.Planned) return MeetingCourse.Refuse(meeting.Status, MeetingStatus.Planned);
        await calendar.ReleaseAsync(meeting.Id.Value, ct);
        (meeting.At, meeting.RoomId, meeting.InterpreterId) = (at, null, null);
        if (await DecideAsync(meeting, ct) is { } refusal) return refusal;
        if (await PlaceAsync(meeting, withoutInterpreter, ct) is { } taken) return taken;
        await db.SaveChangesAsync(ct);
        return null;
    }

    internal static Refusal? Decide(MeetingRow meeting, DateTimeOffset now, OfficeHours hours)
    {
        var day = meeting.At.DanishDate();
        return Refusal.Each(
            meeting.At <= now ? new Refusal("meeting.in-past",
                "Samtalen skal ligge i fremtiden.", Field: nameof(BookingWish.At)) : null,
            PublicHolidays.NameOf(day) is { } holiday
                ? new Refusal("meeting.holiday",
                    $"Den dag er {holiday}. Vælg en anden dag.", Field: nameof(BookingWish.At)) : null,
            !PublicHolidays.IsWorkingDay(day)
                ? new Refusal("meeting.weekend",
                    "Samtalen skal ligge på en hverdag.", Field: nameof(BookingWish.At)) : null,
            !hours.Hold(meeting.At, meeting.Minutes)
                ? new Refusal("meeting.outside-hours",
                    $"Samtalen skal ligge mellem {hours}.", Field: nameof(BookingWish.At)) : null,
            meeting.Minutes is < 15 or > 180
                ? new Refusal("meeting.length",
                    "Samtalen skal vare mellem 15 minutter og 3 timer.", Field: nameof(BookingWish.Minutes)) : null);
    }

    /// <summary>
    /// Whether the same conversation could be held at another time as things stand; nothing is taken.
    /// </summary>
    public async Task<bool> FitsAsync(MeetingRow meeting, DateTimeOffset at, CancellationToken ct)
    {
        var there = new MeetingRow
        {
            Id = meeting.Id,
            CitizenId = meeting.CitizenId,
            WorkerId = meeting.WorkerId,
            At = at,
            Minutes = meeting.Minutes,
            Kind = meeting.Kind,
            Channel = meeting.Channel,
            Status = meeting.Status,
        };
        return await DecideAsync(there, ct) is null
            && await FindAsync(there, meeting.InterpreterId is null, ct) is null;
    }

    private async Task<Refusal?> PlaceAsync(MeetingRow meeting, bool withoutInterpreter, CancellationToken ct) =>
        await FindAsync(meeting, withoutInterpreter, ct) ?? await calendar.TakeAsync(meeting.Time, ct);

    /// <summary>
    /// Worker there, office open, room and interpreter found; they are taken by <see cref="Calendar"/> in one statement
    /// afterwards.
    /// </summary>
    private async Task<Refusal?> FindAsync(MeetingRow meeting, bool withoutInterpreter, CancellationToken ct)
    {
        var end = meeting.At.AddMinutes(meeting.Minutes);
        if (
            meeting.WorkerId is { } worker
            && (await absences.BetweenAsync(meeting.At, end, worker, ct)).Count > 0
        )
            return new Refusal(
                "booking.worker-absent",
                "Sagsbehandleren er fraværende på det tidspunkt. Vælg en anden tid eller en kollega.",
                Field: nameof(BookingWish.At)
            );
        var day = meeting.At.DanishDate();
        if (
            await db.Set<ClosingDayRow>().Where(c => c.Day == day).Select(c => c.Name).FirstOrDefaultAsync(ct) is
            { } closed
        )
            return new Refusal(
                "meeting.closed",
                $"Jobcenteret holder lukket den dag ({closed}). Vælg en anden dag.",
                Field: nameof(BookingWish.At)
            );
        var language = withoutInterpreter ? null : await LanguageAsync(meeting.CitizenId, ct);
        var found = await calendar.FindAsync(meeting.Time, meeting.Channel == MeetingChannel.Attendance, language, ct);
        if (found.IsRefused) return found.Refusal.Placed(Wished);
        (meeting.RoomId, meeting.InterpreterId) = (found.Value.Room, found.Value.Interpreter);
        return null;
    }

    private static string Wished(string field) =>
        field == nameof(TimeWanted.Interpreter) ? nameof(BookingWish.WithoutInterpreter) : field;

    private Task<string?> LanguageAsync(CitizenId citizen, CancellationToken ct) =>
        db.Set<CitizenRow>().Where(c => c.Id == citizen).Select(c => c.InterpreterLanguage).FirstOrDefaultAsync(ct);
}
