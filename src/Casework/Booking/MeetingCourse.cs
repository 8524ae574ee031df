using Virker.Kernel;

namespace Virker.Casework;

/// <summary>
/// Where a conversation can go from where it is. Held and cancelled are ends; who stayed away may have had a good
/// reason all the same.
/// </summary>
internal static class MeetingCourse
{
    private static readonly (MeetingStatus From, MeetingStatus To)[] Moves =
    [
        (MeetingStatus.Begun, MeetingStatus.Held),
        (MeetingStatus.Planned, MeetingStatus.Held),
        (MeetingStatus.Planned, MeetingStatus.Missed),
        (MeetingStatus.Planned, MeetingStatus.Excused),
        (MeetingStatus.Planned, MeetingStatus.Cancelled),
        (MeetingStatus.Missed, MeetingStatus.Excused),
    ];

    public static bool Allows(MeetingStatus from, MeetingStatus to) => Moves.Contains((from, to));

    public static Refusal? Refuse(MeetingStatus from, MeetingStatus to) => Allows(from, to) ? null
        : new Refusal("meeting.wrong-state", $"Samtalen er {Said(from)} og kan ikke blive {Said(to)}.");

    /// <summary>Only what is agreed takes time in a calendar.</summary>
    public static bool TakesTime(MeetingStatus status) => status == MeetingStatus.Planned;

    private static string Said(MeetingStatus status) =>
        status == MeetingStatus.Missed ? "registreret som udeblivelse"
        : status == MeetingStatus.Excused ? "registreret med afbud"
        : status.Lower;
}
