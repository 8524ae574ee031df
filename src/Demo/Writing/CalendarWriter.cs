using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// The calendars after the register's last day: rooms, interpreters, the times that workers have opened, and the time
/// that each booked conversation takes, so that nobody is in two places.
/// </summary>
internal sealed class CalendarWriter(World world, BulkLoad load)
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

    private readonly BulkTable _slots = load.Table("slots", "id", "worker_id", "at", "minutes", "kind", "version");
    private readonly BulkTable _booked = load.Table("booked_times", "resource_id", "at", "booking_id");
    private readonly BulkTable _places = load.Table(
        "meeting_places",
        "name",
        "address",
        "phone",
        "video",
        "hours",
        "set_at",
        "set_by",
        "version"
    );
    private readonly BulkTable _resources = load.Table(
        "resources",
        "id",
        "kind",
        "name",
        "place",
        "language",
        "team_id",
        "version"
    );
    private readonly HashSet<(Guid, DateTimeOffset)> _taken = [];
    private int _slotNumber;
    private int _resourceNumber;

    /// <summary>
    /// Takes the first time from the wished one on that neither the worker nor the citizen has taken.
    /// </summary>
    public DateTimeOffset Book(Guid meeting, Guid worker, Guid citizen, DateTimeOffset wished)
    {
        var at = wished;
        while (!IsFree(worker, citizen, at)) at = Next(at);
        foreach (var who in new[] { worker, citizen })
        {
            for (var quarter = 0; quarter < Quarters; quarter++)
            {
                _taken.Add((who, at.AddMinutes(15 * quarter)));
                _booked.Write(who, at.AddMinutes(15 * quarter), meeting);
            }
        }

        return at;
    }

    public void WriteResources()
    {
        _places.Write(
            "Jobcenteret",
            "Prøvevej 12, 2. sal",
            "00 00 00 12",
            "https://video.example/jobcenteret",
            "Mandag–onsdag kl. 9–15, torsdag kl. 9–17, fredag kl. 9–13",
            World.At(world.Until, 9, 0),
            "Fiktiv administrator",
            1
        );
        for (var room = 1; room <= Math.Max(2, world.Roster.Workers.Count / RoomsForEach); room++)
            WriteResource(ResourceKind.Room, $"Lokale {room}", "Jobcenteret", default);
        foreach (var language in Languages)
        {
            var chance = world.For(Stream.Resource, _resourceNumber);
            var name =
                $"{Names.Given(ref chance, Roots.MiddleEast, man: false, 1980)} {Names.Family(ref chance, Roots.MiddleEast)}";
            WriteResource(ResourceKind.Interpreter, name, default, language);
        }
    }

    private void WriteResource(ResourceKind kind, string name, BulkValue place, BulkValue language) =>
        _resources.Write(
            world.Id(Stream.Resource, _resourceNumber++),
            kind.Code,
            name,
            place,
            language,
            default,
            1
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
                    _slots.Write(
                        world.Id(Stream.Slot, _slotNumber++),
                        worker.Id,
                        World.At(day, hour, minute),
                        Minutes,
                        default,
                        1
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
