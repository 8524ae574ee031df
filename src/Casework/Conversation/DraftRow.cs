using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What somebody has written in a conversation that is not saved yet; theirs alone, and gone when the conversation is
/// saved.
/// </summary>
[Table("drafts")]
[PrimaryKey(nameof(UserId), nameof(MeetingId))]
internal sealed class DraftRow
{
    public UserId UserId { get; init; }

    [RefersTo<MeetingRow>]
    public MeetingId MeetingId { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>The form's fields as JSON.</summary>
    [Platform.Secret]
    public string Fields { get; set; } = "";

    [Stamp]
    public DateTimeOffset SavedAt { get; set; }
}
