using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Committee;

[Table("committee_follow_ups")]
internal sealed class FollowUpRow : IVersioned
{
    public FollowUpId Id { get; init; }

    [RefersTo<CommitteeRow>]
    public CommitteeId CommitteeId { get; init; }

    /// <summary>The item whose decision or remark it comes from.</summary>
    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    public string Text { get; set; } = "";

    /// <summary>The committee or the administration bound itself; else a member's wish.</summary>
    public bool IsBinding { get; set; }

    public string? Owner { get; set; }

    public DateOnly? Due { get; set; }

    public FollowUpState State { get; set; }

    public string? Report { get; set; }

    [RefersTo<AgendaItemRow>]
    public AgendaItemId? ReportedAtItemId { get; set; }

    public DateOnly? ReportedOn { get; set; }

    public int Version { get; private set; }
}

/// <summary>That a follow-up stands on an item of a meeting.</summary>
[Table("committee_follow_ups_on_agenda")]
[PrimaryKey(nameof(ItemId), nameof(FollowUpId))]
internal sealed class FollowUpOnAgendaRow
{
    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    [RefersTo<FollowUpRow>]
    public FollowUpId FollowUpId { get; init; }
}
