using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

[Table("slots")]
internal sealed class SlotRow : IVersioned
{
    public SlotId Id { get; init; }

    public UserId WorkerId { get; init; }

    public DateTimeOffset At { get; init; }

    public int Minutes { get; init; }

    /// <summary>The only kind of conversation that it is for; null is any.</summary>
    public MeetingKind? Kind { get; init; }

    public int Version { get; private set; }
}

/// <summary>
/// A call-up (indkaldelse). How far it has come is its message's to say (<see cref="ISentPost"/>).
/// </summary>
[Table("call_ups")]
internal sealed class CallUpRow : IVersioned
{
    public CallUpId Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>Null until the citizen has booked.</summary>
    [RefersTo<MeetingRow>]
    public MeetingId? MeetingId { get; set; }

    /// <summary>How the citizen is told.</summary>
    public required MessageChannel Channel { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The citizen must come; staying away can have a consequence for the benefit.</summary>
    public bool Mandatory { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The window in which the citizen books; null where the time is given.</summary>
    public DateOnly? BookFrom { get; init; }

    public DateOnly? BookBy { get; init; }

    /// <summary>The personal link's keyed hash; the link itself is shown once and kept nowhere.</summary>
    [Platform.Secret]
    public byte[]? LinkIndex { get; set; }

    public int Version { get; private set; }
}
