using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("notes")]
internal sealed class NoteRow : IVersioned
{
    public NoteId Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    [Stamp]
    public UserId? AuthorId { get; set; }

    [Stamp]
    public string Author { get; set; } = "";

    [Stamp]
    public DateTimeOffset WrittenAt { get; set; }

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>The conversation that it tells of.</summary>
    public MeetingId? MeetingId { get; init; }

    /// <summary>From when the citizen may read it.</summary>
    public DateTimeOffset? SharedAt { get; set; }

    /// <summary>What the check had found when it was shared all the same.</summary>
    public string? SharedDespite { get; set; }

    public int Version { get; private set; }
}
