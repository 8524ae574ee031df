using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Virker.Platform;

/// <summary>One event on its way to one handler. The event is sealed: it may name people.</summary>
[Table("outbox")]
[PrimaryKey(nameof(EventId), nameof(Handler))]
internal sealed class OutboxRow
{
    public Guid EventId { get; init; }

    public string Handler { get; init; } = "";

    public string Event { get; init; } = "";

    public string Payload { get; init; } = "";

    public DateTimeOffset PublishedAt { get; init; }

    public string UseCase { get; init; } = "";

    public string Reference { get; init; } = "";

    public int Attempts { get; set; }

    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public DateTimeOffset? DeadAt { get; set; }

    public string? Problem { get; init; }

    /// <summary>Why somebody dropped it; null where it was delivered or still waits.</summary>
    public string? DropReason { get; set; }
}
