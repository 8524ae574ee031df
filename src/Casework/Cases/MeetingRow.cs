using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A conversation (samtale). Its status moves only as <see cref="MeetingCourse"/> allows.
/// </summary>
[Table("meetings")]
internal sealed class MeetingRow : IVersioned
{
    public MeetingId Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public UserId? WorkerId { get; set; }

    public DateTimeOffset At { get; set; }

    public int Minutes { get; set; } = 45;

    public required MeetingKind Kind { get; set; }

    public required MeetingChannel Channel { get; set; }

    public required MeetingStatus Status { get; set; }

    public MeetingHolder Holder { get; set; } = MeetingHolder.Municipality;

    public ResourceId? RoomId { get; set; }

    public ResourceId? InterpreterId { get; set; }

    /// <summary>Why it was cancelled, or why the citizen was absent.</summary>
    public string? EndReason { get; set; }

    /// <summary>The citizen booked it, instead of a worker.</summary>
    public bool BookedByCitizen { get; set; }

    public string? Note { get; set; }

    public int Version { get; private set; }

    /// <summary>What it takes in the calendar.</summary>
    internal TimeWanted Time => new(Id.Value, Party.Of(CitizenId), WorkerId, At, Minutes)
    {
        Room = RoomId,
        Interpreter = InterpreterId,
    };
}

/// <summary>
/// Which conversations lie ahead (aftalt): planned, today or later. One that has passed without being registered waits
/// for that and is nobody's next.
/// </summary>
internal static class MeetingsAhead
{
    public static IQueryable<MeetingRow> Ahead(this IQueryable<MeetingRow> meetings, DateOnly today)
    {
        var start = today.DanishStart();
        return meetings.Where(m => m.Status == MeetingStatus.Planned && m.At >= start);
    }
}
