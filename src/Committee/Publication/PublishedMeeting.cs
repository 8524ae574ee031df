namespace Virker.Committee;

/// <summary>
/// A meeting as the public gets it: agenda or minutes, open items only, word for word as it was published.
/// </summary>
public sealed record PublishedMeeting(
    CommitteeMeetingId Id,
    PublishedCommittee Committee,
    string Kind,
    DateOnly HeldOn,
    string? StartsAt,
    string? Place,
    IReadOnlyList<PublishedItem> Items
)
{
    public IReadOnlyList<PublishedAttendance> Attendance { get; init; } = [];

    /// <summary>Items that have been out and are closed now: that they were there is all that is told.</summary>
    public IReadOnlyList<ClosedItem> Closed { get; init; } = [];

    public string? EndsAt { get; init; }

    /// <summary>Cancelled after the agenda was out: why.</summary>
    public string? Cancelled { get; init; }

    /// <summary>The published document that the meeting was read from; null for the municipality's own.</summary>
    public string? ReadFrom { get; init; }
}

/// <summary>The body; <paramref name="Municipality"/> only where it is another municipality's.</summary>
public sealed record PublishedCommittee(CommitteeId Id, string Name, string? Term, string? Municipality);

/// <summary>An item that has been out and is closed now; neither its title nor its words are told.</summary>
public sealed record ClosedItem(AgendaItemId Id, int? Number);

/// <summary>A person at the meeting.</summary>
public sealed record PublishedAttendance(NamedPerson Person, string? Role, bool IsPresent, string? Note);

/// <summary>An open item.</summary>
public sealed record PublishedItem(AgendaItemId Id, int? Number, int? HandledAs, string Title, string? Type)
{
    public string? CaseNumber { get; init; }

    public string? Kle { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Competence { get; init; }

    public IReadOnlyList<SectionText> Sections { get; init; } = [];

    public RecommendationText? Recommendation { get; init; }

    public IReadOnlyList<DecisionText> Decisions { get; init; } = [];

    public IReadOnlyList<RemarkText> Remarks { get; init; } = [];

    public IReadOnlyList<GuestName> Guests { get; init; } = [];

    public IReadOnlyList<PublishedAttachment> Attachments { get; init; } = [];

    /// <summary>Numbers of attachments that have been out and are closed now.</summary>
    public IReadOnlyList<int> ClosedAttachments { get; init; } = [];

    public IReadOnlyList<TableText> Tables { get; init; } = [];

    public IReadOnlyList<PublishedFollowUp> FollowUps { get; init; } = [];

    /// <summary>What stood on the item to be reported back, with the answers.</summary>
    public IReadOnlyList<PublishedFollowUp> Reported { get; init; } = [];

    /// <summary>Answers that are on their way.</summary>
    public IReadOnlyList<PublishedFollowUp> Coming { get; init; } = [];

    public bool IsWithdrawn => Decisions.Any(d => d.Kind == "withdrawn");
}

/// <summary>An open attachment; <paramref name="Frozen"/> where its content stands in the product.</summary>
public sealed record PublishedAttachment(
    AttachmentId Id,
    int Number,
    string? Letter,
    string? DocumentNumber,
    string Title,
    FrozenDocumentId? Frozen
);

/// <summary>
/// A confirmed follow-up. One that does not say which it is, so that nobody can tell where its words come from, is not
/// given.
/// </summary>
public sealed record PublishedFollowUp(
    string Text,
    bool IsBinding,
    string? Owner,
    DateOnly? Due,
    string State,
    string? Report
)
{
    public FollowUpId? Id { get; init; }
}
