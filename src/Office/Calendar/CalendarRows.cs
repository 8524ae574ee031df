using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
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

/// <summary>What can be booked beside a worker.</summary>
public sealed record ResourceKind : CodeWord<ResourceKind>
{
    public static readonly ResourceKind Room = new("lokale", "Lokale");
    public static readonly ResourceKind Interpreter = new("tolk", "Tolk");

    private ResourceKind(string code, string text) : base(code, text)
    {
    }
}

[Table("resources")]
internal sealed class ResourceRow : IVersioned
{
    public ResourceId Id { get; init; }

    public required ResourceKind Kind { get; init; }

    public string Name { get; set; } = "";

    public string? Place { get; set; }

    /// <summary>An interpreter's language, as it is written of those who need one.</summary>
    public string? Language { get; set; }

    /// <summary>The team whose room it is; null is everybody's.</summary>
    [RefersTo<TeamRow>]
    public TeamId? TeamId { get; set; }

    public int Version { get; private set; }
}
