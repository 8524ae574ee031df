using Virker.Kernel;

namespace Virker.Casework;

internal sealed class SparringSlotRow
{
    public Guid Id { get; init; }

    public UserId HolderId { get; init; }

    public DateTimeOffset At { get; init; }

    public int Minutes { get; init; }

    public int Version { get; set; }
}

internal sealed class SparringRow
{
    public Guid Id { get; init; }

    public CitizenId CitizenId { get; init; }

    public UserId AskerId { get; init; }

    public UserId HolderId { get; init; }

    public string Question { get; init; } = "";

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The open time that was booked; null where they find one themselves.</summary>
    public Guid? SlotId { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class SparringNoteRow
{
    public Guid Id { get; init; }

    public Guid SparringId { get; init; }

    public UserId AuthorId { get; init; }

    public string Author { get; init; } = "";

    public string Text { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public int Version { get; set; }
}
