namespace Virker.Committee;

/// <summary>A follow-up as it stands in the register.</summary>
public sealed record FollowUpLine(
    FollowUpId Id,
    string Text,
    bool IsBinding,
    string? Owner,
    DateOnly? Due,
    FollowUpState State,
    int Version
)
{
    public string? Report { get; init; }

    public DateOnly? ReportedOn { get; init; }

    /// <summary>Its words may stand where the public reads; false where it comes from a closed item.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Its answer may stand where the public reads; false also where it is given on a closed item.</summary>
    public bool AnswerIsOpen { get; init; } = true;

    /// <summary>Where it comes from.</summary>
    public FollowUpOrigin? Origin { get; init; }

    /// <summary>A wish of one member is kept apart from what somebody promised.</summary>
    public string KindName => IsBinding ? "Tilsagn" : "Ønske";

    public bool IsOverdue(DateOnly today) => State == FollowUpState.Open && Due < today;
}

/// <summary>The meeting and item that a follow-up comes from.</summary>
public sealed record FollowUpOrigin(
    CommitteeMeetingId Meeting,
    AgendaItemId Item,
    string CommitteeName,
    DateOnly HeldOn,
    int? Number,
    string Title
);
