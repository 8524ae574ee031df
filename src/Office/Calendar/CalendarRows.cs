using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Office;

/// <summary>
/// A quarter of an hour that a worker, a party, a room or an interpreter is taken for. Written by <see
/// cref="Calendar"/> only.
/// </summary>
[Table("booked_times")]
[PrimaryKey(nameof(ResourceId), nameof(At))]
internal sealed class BookedTimeRow
{
    public Guid ResourceId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What it is taken for: the identity of a conversation, a visit, whatever a module books.</summary>
    public Guid BookingId { get; init; }
}

[Table("resources")]
internal sealed class ResourceRow : IVersioned
{
    public const string Room = "lokale";
    public const string Interpreter = "tolk";

    public ResourceId Id { get; init; }

    public string Kind { get; init; } = "";

    public string Name { get; set; } = "";

    public string? Place { get; set; }

    /// <summary>An interpreter's language, as it is written of those who need one.</summary>
    public string? Language { get; set; }

    /// <summary>The team whose room it is; null is everybody's.</summary>
    [RefersTo<TeamRow>]
    public TeamId? TeamId { get; set; }

    public int Version { get; private set; }
}
