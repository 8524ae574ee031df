namespace Virker.Demo;

/// <summary>
/// Writes the conversations of a citizen's spells: held, missed and cancelled ones, and those booked for the weeks
/// after the register's last day.
/// </summary>
internal sealed class MeetingWriter(World world, Tables tables, CalendarWriter calendar, OutwardWriter outward)
{
    private const int BookedAhead = 42;

    /// <summary>Days between conversations, and what they are called, by benefit.</summary>
    private static readonly (int Days, string Kind)[] Rhythm =
    [
        (0, ""),
        (48, "jobsamtale"),
        (42, "jobsamtale"),
        (80, "opfoelgning"),
        (62, "opfoelgning"),
        (55, "integrationssamtale"),
        (32, "sygeopfoelgning"),
        (64, "opfoelgning"),
        (66, "opfoelgning"),
        (82, "opfoelgning"),
        (420, "opfoelgning"),
        (120, "opfoelgning"),
    ];

    private int _meetings;

    public void Write(int person, List<(int From, Worker Worker)> turns)
    {
        var chance = world.For(Stream.Meetings, person);
        var id = world.CitizenId(person);
        foreach (var spell in world.SpellsOf(person))
        {
            if (spell.Benefit >= Rhythm.Length) continue;
            var (days, kind) = Rhythm[spell.Benefit];
            var last = spell.To == Person.Forever ? world.Until + BookedAhead : spell.To;
            var first = Math.Max(spell.From, world.Plan.From.DayNumber);
            for (
                var day = first + chance.Between(6, Math.Min(days, 28));
                day <= last;
                day += Pause(ref chance, days, day - spell.From)
            )
            {
                Write(ref chance, id, World.WorkingDay(day), kind, turns);
            }
        }
    }

    private static int Pause(ref Chance chance, int days, int since) =>
        Math.Max(5, (int)(days * (since > 180 ? 1.5 : 0.9) * (0.7 + (0.6 * chance.Unit()))));

    private void Write(ref Chance chance, Guid citizen, int day, string kind, List<(int From, Worker Worker)> turns)
    {
        var worker = turns.FindLast(t => t.From <= day).Worker ?? turns[0].Worker;
        var date = DateOnly.FromDayNumber(day);
        var distant = date >= new DateOnly(2020, 3, 16) && date <= new DateOnly(2021, 6, 1);
        var channel = chance.Weighted(distant ? [0.12, 0.68, 0.20] : [0.62, 0.29, 0.09]) switch
        {
            0 => "fremmoede",
            1 => "telefon",
            _ => "video",
        };
        var draw = chance.Unit();
        var status =
            day > world.Until ? "planlagt"
            : draw < 0.86 ? "afholdt"
            : draw < 0.94 ? "udeblevet"
            : "aflyst";
        var (id, at) = (
            world.Id(Stream.Meeting, _meetings++),
            World.At(day, chance.Between(8, 14), chance.Below(4) * 15)
        );
        if (day > world.Until)
            at = calendar.Book(id, worker.Id, citizen, at);
        if (day > world.Until)
            outward.Tell(id, citizen, at);
        tables.Meetings.Write(id, citizen, worker.Id, at, kind, channel, status, default, 1);
    }
}
