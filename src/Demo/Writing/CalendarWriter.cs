using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// The calendars after the register's last day: rooms, interpreters, the times that workers have opened, and the time
/// that each booked conversation takes, so that nobody is in two places.
/// </summary>
internal sealed class CalendarWriter(World world, List<Registered> register)
{
    private const int DaysOpen = 90;
    private const int Minutes = 45;
    private const int Quarters = 3;
    private const int RoomsForEach = 12;

    private static readonly string[] Languages =
    [
        "arabisk",
        "tyrkisk",
        "farsi",
        "somali",
        "tigrinya",
        "dari",
        "urdu",
        "vietnamesisk",
        "ukrainsk",
        "russisk",
        "polsk",
    ];
    private static readonly (int Hour, int Minute)[] Opened = [(9, 0), (9, 45), (10, 30), (13, 0)];

    private readonly HashSet<(Guid, DateTimeOffset)> _taken = [];
    private int _slotNumber;
    private int _resourceNumber;

    /// <summary>
    /// The first time from the wished one on that neither the worker nor the citizen has taken; it is taken then.
    /// </summary>
    public DateTimeOffset Free(UserId worker, CitizenId citizen, DateTimeOffset wished)
    {
        var at = wished;
        while (!IsFree(worker.Value, citizen.Value, at)) at = Next(at);
        foreach (var who in new[] { worker.Value, citizen.Value })
        {
            for (var quarter = 0; quarter < Quarters; quarter++) _taken.Add((who, at.AddMinutes(15 * quarter)));
        }

        return at;
    }

    public void WriteResources()
    {
        register.Add(
            new RegisteredPlace(
                new("Jobcenteret", "Prøvevej 12, 2. sal", "00 00 00 12", "https://video.example/jobcenteret")
                {
                    Hours = "Mandag–onsdag kl. 9–15, torsdag kl. 9–17, fredag kl. 9–13",
                }
            )
            {
                SetAt = World.At(world.Until, 9, 0),
                SetBy = "Fiktiv administrator",
            }
        );
        for (var room = 1; room <= Math.Max(2, world.Roster.Workers.Count / RoomsForEach); room++)
            WriteResource(ResourceKind.Room, $"Lokale {room}", "Jobcenteret", null);
        foreach (var language in Languages)
        {
            var chance = world.For(Stream.Resource, _resourceNumber);
            var name =
                $"{Names.Given(ref chance, Roots.MiddleEast, man: false, 1980)} {Names.Family(ref chance, Roots.MiddleEast)}";
            WriteResource(ResourceKind.Interpreter, name, null, language);
        }
    }

    private void WriteResource(ResourceKind kind, string name, string? place, string? language) =>
        register.Add(
            new RegisteredResource(new(world.Id(Stream.Resource, _resourceNumber++)), kind, name)
            {
                Place = place,
                Language = language,
            }
        );

    public void WriteSlots()
    {
        var consultants = world.Roster.Consultants.Select(c => c.Id).ToHashSet();
        foreach (var worker in world.Roster.Workers.Where(w => !consultants.Contains(w.Id) && w.Title != "Teamleder"))
        {
            for (var day = world.Until + 1; day <= world.Until + DaysOpen; day++)
            {
                if (
                    !PublicHolidays.IsWorkingDay(DateOnly.FromDayNumber(day))
                    || DateOnly.FromDayNumber(day).DayOfWeek == DayOfWeek.Monday
                )
                    continue;
                foreach (var (hour, minute) in Opened)
                    register.Add(
                        new RegisteredSlot(
                            new(world.Id(Stream.Slot, _slotNumber++)),
                            worker.Id,
                            World.At(day, hour, minute),
                            Minutes
                        )
                    );
            }
        }
    }

    private bool IsFree(Guid worker, Guid citizen, DateTimeOffset at)
    {
        if (!PublicHolidays.IsWorkingDay(at.DanishDate())) return false;
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            if (
                _taken.Contains((worker, at.AddMinutes(15 * quarter)))
                || _taken.Contains((citizen, at.AddMinutes(15 * quarter)))
            )
                return false;
        }

        return true;
    }

    /// <summary>A quarter later, and after three o'clock the next day at eight.</summary>
    private static DateTimeOffset Next(DateTimeOffset at) =>
        at.Danish().Hour < 15 && PublicHolidays.IsWorkingDay(at.DanishDate())
            ? at.AddMinutes(15)
            : World.At(at.DanishDate().DayNumber + 1, 8, 0);
}
