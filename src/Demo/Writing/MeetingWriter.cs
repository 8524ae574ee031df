using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// Delivers the conversations of a citizen's spells: held, missed and cancelled ones, and those booked for the weeks
/// after the register's last day.
/// </summary>
internal sealed class MeetingWriter(
    World world,
    List<Registered> register,
    CalendarWriter calendar,
    OutwardWriter outward
)
{
    private const int BookedAhead = 42;

    /// <summary>Days between conversations, and what they are called, by benefit.</summary>
    private static readonly (int Days, MeetingKind Kind)[] Rhythm =
    [
        (0, MeetingKind.FollowUp),
        (48, MeetingKind.Job),
        (42, MeetingKind.Job),
        (80, MeetingKind.FollowUp),
        (62, MeetingKind.FollowUp),
        (55, MeetingKind.Integration),
        (32, MeetingKind.Sick),
        (64, MeetingKind.FollowUp),
        (66, MeetingKind.FollowUp),
        (82, MeetingKind.FollowUp),
        (420, MeetingKind.FollowUp),
        (120, MeetingKind.FollowUp),
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

    private void Write(
        ref Chance chance,
        CitizenId citizen,
        int day,
        MeetingKind kind,
        List<(int From, Worker Worker)> turns
    )
    {
        var worker = turns.FindLast(t => t.From <= day).Worker ?? turns[0].Worker;
        var date = DateOnly.FromDayNumber(day);
        var distant = date >= new DateOnly(2020, 3, 16) && date <= new DateOnly(2021, 6, 1);
        var channel = chance.Weighted(distant ? [0.12, 0.68, 0.20] : [0.62, 0.29, 0.09]) switch
        {
            0 => MeetingChannel.Attendance,
            1 => MeetingChannel.Phone,
            _ => MeetingChannel.Video,
        };
        var draw = chance.Unit();
        var status =
            day > world.Until ? MeetingStatus.Planned
            : draw < 0.86 ? MeetingStatus.Held
            : draw < 0.94 ? MeetingStatus.Missed
            : MeetingStatus.Cancelled;
        var id = new MeetingId(world.Id(Stream.Meeting, _meetings++));
        var at = World.At(day, chance.Between(8, 14), chance.Below(4) * 15);
        if (status == MeetingStatus.Planned) at = calendar.Free(worker.Id, citizen, at);
        register.Add(
            new RegisteredMeeting(id, citizen, worker.Id, at) { Kind = kind, Channel = channel, Status = status }
        );
        if (status == MeetingStatus.Planned) outward.Tell(id, citizen, at);
    }
}
