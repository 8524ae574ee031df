using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>What the public was given, word for word. Public pages read this and nothing else.</summary>
[Table("committee_publications")]
internal sealed class PublicationRow
{
    public Guid Id { get; init; }

    [RefersTo<CommitteeMeetingRow>]
    public CommitteeMeetingId MeetingId { get; init; }

    [RefersTo<CommitteeRow>]
    public CommitteeId CommitteeId { get; init; }

    public PublicationKind Kind { get; init; }

    /// <summary>1, 2, 3 … within the meeting and kind.</summary>
    public int Number { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>What was corrected, in the clerk's words; null for the first.</summary>
    public string? Correction { get; init; }

    /// <summary>The <see cref="PublishedMeeting"/> as JSON.</summary>
    public string Content { get; init; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public string Hash { get; init; } = "";

    /// <summary>
    /// The items that it held, with spaces between; null where it was published before that was kept.
    /// </summary>
    public string? ItemIds { get; init; }

    public DateOnly HeldOn { get; init; }

    /// <summary>
    /// Only the newest of a meeting is given to the public; a superseded one may hold what should not have been out.
    /// </summary>
    public bool IsCurrent { get; set; }
}

/// <summary>That an attachment was published, and as which frozen document.</summary>
[Table("committee_published_attachments")]
[PrimaryKey(nameof(PublicationId), nameof(AttachmentId))]
internal sealed class PublishedAttachmentRow
{
    [RefersTo<PublicationRow>]
    public Guid PublicationId { get; init; }

    public AttachmentId AttachmentId { get; init; }

    [RefersTo<FrozenDocumentRow>]
    public FrozenDocumentId FrozenId { get; init; }
}
