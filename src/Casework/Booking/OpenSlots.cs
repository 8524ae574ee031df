using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Open times for conversations in one's own calendar: on these weekdays between two days, from <paramref
/// name="First"/> until <paramref name="Last"/>, one after the other. Holidays and days of absence are left out, and so
/// is a time that stands there already.
/// </summary>
public sealed record OpenSlots(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<DayOfWeek> Days,
    TimeOnly First,
    TimeOnly Last,
    int Minutes,
    MeetingKind? Kind = null
) : ICommand<SlotsOpened>;

public sealed record SlotsOpened(int Count);

[Requires("casework.slot.open")]
internal sealed class OpenSlotsHandler(
    VirkerContext db,
    IStaffDirectory directory,
    IAbsences absences,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<OpenSlots, SlotsOpened>
{
    private const int MostDays = 190;

    public async Task<Outcome<SlotsOpened>> RunAsync(OpenSlots command, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        if (Decide(command, clock.Today()) is { } refusal) return refusal;
        if (actor.Value.User is not { } user || (await directory.ReadAsync(ct)).Member(user) is null)
            return new Refusal(
                "slot.no-worker",
                "Du står ikke i et team og har derfor ingen kalender at åbne tider i."
            );
        var hours = await OfficeHoursBook.ReadAsync(db, ct);
        if (Outside(command, hours) is { } outside)
            return outside;
        var closed = await db.Set<ClosingDayRow>()
            .Where(c => c.Day >= command.From && c.Day <= command.To)
            .Select(c => c.Day)
            .ToListAsync(ct);
        var wanted = Times(command).Where(at => at > now && !closed.Contains(at.DanishDate())).ToList();
        var (first, last) = (
            command.From.DanishStart(),
            command.To.AddDays(1).DanishStart()
        );
        var there = await db.Set<SlotRow>()
            .Where(s => s.WorkerId == user && s.At >= first && s.At < last)
            .Select(s => new { s.At, s.Minutes })
            .ToListAsync(ct);
        var away = await absences.BetweenAsync(first, last, user, ct);
        bool IsTaken(DateTimeOffset at) =>
            there.Any(s => s.At < at.AddMinutes(command.Minutes) && at < s.At.AddMinutes(s.Minutes))
            || away.Any(a => a.From < at.AddMinutes(command.Minutes) && at < a.To);
        var opened = wanted.Where(at => !IsTaken(at)).ToList();
        db.AddRange(
            opened.Select(at => new SlotRow
            {
                Id = NewId.Of<SlotId>(),
                WorkerId = user,
                At = at,
                Minutes = command.Minutes,
                Kind = command.Kind,
            })
        );
        await db.SaveChangesAsync(ct);
        return new SlotsOpened(opened.Count);
    }

    internal static Refusal? Decide(OpenSlots command, DateOnly today) => Refusal.Each(
        ChosenDays.InOrder(command.From, command.To, "slot.ends-before-start"),
        ChosenDays.NotGone(command.To, today, "slot.in-past"),
        command.To.DayNumber - command.From.DayNumber > MostDays
            ? new Refusal("slot.too-long", "Åbn højst et halvt år ad gangen.", Field: nameof(command.To)) : null,
        command.Days.Count == 0
            ? new Refusal("slot.no-days", "Vælg mindst én ugedag.", Field: nameof(command.Days)) : null,
        command.Minutes is < 15 or > 180
            ? new Refusal("slot.length",
                "En tid skal vare mellem 15 minutter og 3 timer.", Field: nameof(command.Minutes)) : null,
        command.First.AddMinutes(command.Minutes) > command.Last || command.First >= command.Last
            ? new Refusal("slot.no-room",
                "Der er ikke plads til én tid mellem de to klokkeslæt. Ret et af dem, eller gør tiden kortere.",
                Field: nameof(command.Last)) : null);

    /// <summary>
    /// The hours may change between the two days: the first time that lies outside its own day's is told.
    /// </summary>
    private static Refusal? Outside(OpenSlots command, OfficeHoursBook hours) =>
        Times(command)
            .Cast<DateTimeOffset?>()
            .FirstOrDefault(at => !hours.On(at!.Value.DanishDate()).Hold(at.Value, command.Minutes))
            is not { } first
            ? null
            : new Refusal(
                "slot.outside-hours",
                $"Tider skal ligge mellem {hours.On(first.DanishDate())}, som er kommunens kontortid {first.Danish():d-M-yyyy}.",
                Field: hours.On(first.DanishDate()).Opens > command.First ? nameof(command.First) : nameof(command.Last)
            );

    internal static IEnumerable<DateTimeOffset> Times(OpenSlots command)
    {
        for (var day = command.From; day <= command.To; day = day.AddDays(1))
        {
            if (!command.Days.Contains(day.DayOfWeek) || PublicHolidays.NameOf(day) is not null)
                continue;
            for (
                var time = day.ToDateTime(command.First);
                time.AddMinutes(command.Minutes) <= day.ToDateTime(command.Last);
                time = time.AddMinutes(command.Minutes)
            )
                yield return time.DanishInstant();
        }
    }
}
