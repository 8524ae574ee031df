using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("sparring_slots")]
internal sealed class SparringSlotRow : IVersioned
{
    public Guid Id { get; init; }

    public UserId HolderId { get; init; }

    public DateTimeOffset At { get; init; }

    public int Minutes { get; init; }

    public int Version { get; private set; }
}

[Table("sparrings")]
internal sealed class SparringRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public UserId AskerId { get; init; }

    public UserId HolderId { get; init; }

    public string Question { get; init; } = "";

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The open time that was booked; null where they find one themselves.</summary>
    [RefersTo<SparringSlotRow>]
    public Guid? SlotId { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public int Version { get; private set; }
}

[Table("sparring_notes")]
internal sealed class SparringNoteRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<SparringRow>]
    public Guid SparringId { get; init; }

    public UserId AuthorId { get; init; }

    public string Author { get; init; } = "";

    public string Text { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public int Version { get; private set; }
}
