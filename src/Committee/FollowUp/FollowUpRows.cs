namespace Virker.Committee;

internal sealed class FollowUpRow
{
    public FollowUpId Id { get; init; }

    public CommitteeId CommitteeId { get; init; }

    /// <summary>The item whose decision or remark it comes from.</summary>
    public AgendaItemId ItemId { get; init; }

    public string Text { get; set; } = "";

    /// <summary>The committee or the administration bound itself; else a member's wish.</summary>
    public bool IsBinding { get; set; }

    public string? Owner { get; set; }

    public DateOnly? Due { get; set; }

    public FollowUpState State { get; set; }

    public string? Report { get; set; }

    public AgendaItemId? ReportedAtItemId { get; set; }

    public DateOnly? ReportedOn { get; set; }

    public int Version { get; set; }
}

/// <summary>That a follow-up stands on an item of a meeting.</summary>
internal sealed class FollowUpOnAgendaRow
{
    public AgendaItemId ItemId { get; init; }

    public FollowUpId FollowUpId { get; init; }
}
