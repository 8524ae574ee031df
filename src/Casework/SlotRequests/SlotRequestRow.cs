using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A colleague or a team is asked to open times (anmodning om tider), because there are too few to invite to.
/// </summary>
public readonly record struct SlotRequestId(Guid Value) : IRandomId<SlotRequestId>
{
    public static SlotRequestId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

[Table("slot_requests")]
internal sealed class SlotRequestRow : IVersioned
{
    public SlotRequestId Id { get; init; }

    public UserId AskedBy { get; init; }

    public string Asker { get; init; } = "";

    /// <summary>The one who is asked; null is anybody in the team.</summary>
    public UserId? WorkerId { get; init; }

    public TeamId TeamId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly ToDay { get; init; }

    public int Wanted { get; init; }

    public string Note { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>How many times were opened; null was declined.</summary>
    public int? Opened { get; set; }

    /// <summary>Why not.</summary>
    public string? Reason { get; set; }

    /// <summary>The asker has seen the answer.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    public int Version { get; private set; } = 1;
}
