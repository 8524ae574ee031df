using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Committee;

[Table("committee_cases")]
internal sealed class CommitteeCaseRow
{
    public CommitteeCaseId Id { get; init; }

    [RefersTo<CommitteeRow>]
    public CommitteeId CommitteeId { get; init; }

    /// <summary>As printed: "330-2021-15739" or "15.00.15-A00-1-24".</summary>
    public string CaseNumber { get; set; } = "";

    /// <summary>The subject in KLE, with its facet as printed, where it is known.</summary>
    public string? Kle { get; set; }

    public string Title { get; set; } = "";

    public DateOnly CreatedOn { get; init; }
}

[Table("agenda_items")]
internal sealed class AgendaItemRow : IVersioned
{
    public AgendaItemId Id { get; init; }

    [RefersTo<CommitteeMeetingRow>]
    public CommitteeMeetingId MeetingId { get; init; }

    [RefersTo<CommitteeCaseRow>]
    public CommitteeCaseId? CaseId { get; set; }

    /// <summary>
    /// The printed number; it never changes once the agenda is out, whatever order the meeting takes.
    /// </summary>
    public int? Number { get; set; }

    /// <summary>Its place on the agenda, from 1.</summary>
    public int Position { get; set; }

    /// <summary>Its place in the order of handling; null when it was not handled, or not yet.</summary>
    public int? HandledAs { get; set; }

    public string Title { get; set; } = "";

    /// <summary>B (beslutning), O (orientering), D (drøftelse); null where the template prints none.</summary>
    public string? Type { get; set; }

    public bool IsOpen { get; set; } = true;

    public string? Competence { get; set; }

    /// <summary>The number of this meeting's document, not of the case.</summary>
    public string? DocumentNumber { get; set; }

    public string? RecommendedBy { get; set; }

    /// <summary>Which standing item it is (<see cref="StandingItem"/>), where it is one.</summary>
    public string? Standing { get; set; }

    /// <summary>The item of an earlier meeting that was put off and whose text this one took over.</summary>
    [RefersTo<AgendaItemRow>]
    public AgendaItemId? CarriedFrom { get; set; }

    public int Version { get; private set; }

    /// <summary>A new item that is printed with the number of its place.</summary>
    public static AgendaItemRow On(CommitteeMeetingRow meeting, int place, CommitteeCaseId? about, string title) =>
        new()
        {
            Id = NewId.Of<AgendaItemId>(),
            MeetingId = meeting.Id,
            CaseId = about,
            Number = place,
            Position = place,
            Title = title,
        };
}

[Table("agenda_item_sections")]
[PrimaryKey(nameof(ItemId), nameof(Position))]
internal sealed class ItemSectionRow
{
    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    public int Position { get; init; }

    public string Key { get; init; } = "";

    public string Heading { get; init; } = "";

    /// <summary>Paragraphs parted by an empty line; lines that begin with "- " are a list.</summary>
    public string Text { get; init; } = "";
}

[Table("agenda_item_recommendations")]
[PrimaryKey(nameof(ItemId), nameof(Number))]
internal sealed class RecommendationPointRow
{
    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    public int Number { get; init; }

    public string Text { get; init; } = "";
}

[Table("agenda_item_guests")]
[PrimaryKey(nameof(ItemId), nameof(Position))]
internal sealed class ItemGuestRow
{
    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    public int Position { get; init; }

    public string? Name { get; init; }

    public string? Title { get; init; }
}

[Table("agenda_item_attachments")]
internal sealed class AttachmentRow
{
    public AttachmentId Id { get; init; }

    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    /// <summary>Bilag 1, 2, 3 …</summary>
    public int Number { get; set; }

    /// <summary>The sub-item's letter that it belongs to, where the template has such.</summary>
    public string? Letter { get; set; }

    public string? DocumentNumber { get; set; }

    public string Title { get; set; } = "";

    public bool IsOpen { get; set; } = true;

    [RefersTo<FrozenDocumentRow>]
    public FrozenDocumentId? FrozenId { get; set; }
}

/// <summary>A table of the case text, as read or as drafted: columns, and rows with a label, as JSON.</summary>
[Table("agenda_item_tables")]
[PrimaryKey(nameof(ItemId), nameof(Position))]
internal sealed class ItemTableRow
{
    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    public int Position { get; init; }

    public string? Caption { get; init; }

    public string Columns { get; init; } = "[]";

    public string Rows { get; init; } = "[]";

    /// <summary>The heading under which it was printed; null where it stands after the text.</summary>
    public string? SectionHeading { get; init; }

    /// <summary>How many paragraphs of that section stand before it.</summary>
    public int? AfterParagraphs { get; init; }
}

/// <summary>
/// A member who may not take part in an item (inhabil), and therefore does not see it while it is closed.
/// </summary>
[Table("agenda_item_exclusions")]
[PrimaryKey(nameof(ItemId), nameof(MemberId))]
internal sealed class ItemExclusionRow
{
    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    [RefersTo<CommitteeMemberRow>]
    public CommitteeMemberId MemberId { get; init; }
}

/// <summary>A document as it was on its day: never changed, only ever added.</summary>
[Table("committee_frozen_documents")]
internal sealed class FrozenDocumentRow
{
    public FrozenDocumentId Id { get; init; }

    public string Title { get; init; } = "";

    public DateOnly AsOf { get; init; }

    public DateTimeOffset FrozenAt { get; init; }

    /// <summary>The document model as JSON, from which the page is rendered.</summary>
    public string Model { get; init; } = "";

    /// <summary>The tagged PDF as it was given out. The journal keeps its hash, not its bytes.</summary>
    [Secret]
    public byte[] Pdf { get; init; } = [];

    /// <summary>SHA-256 over model and PDF.</summary>
    public string Hash { get; init; } = "";
}
