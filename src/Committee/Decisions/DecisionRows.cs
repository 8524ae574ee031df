using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Committee;

[Table("committee_decisions")]
internal sealed class DecisionRow
{
    public Guid Id { get; init; }

    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    public int Position { get; init; }

    public DateOnly? DecidedOn { get; set; }

    public string? Body { get; set; }

    /// <summary>A code of <see cref="DecisionKind"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Paragraphs, each on a line.</summary>
    public string Text { get; set; } = "";
}

[Table("committee_decision_absences")]
[PrimaryKey(nameof(DecisionId), nameof(Position))]
internal sealed class DecisionAbsenceRow
{
    [RefersTo<DecisionRow>]
    public Guid DecisionId { get; init; }

    public int Position { get; init; }

    public string Name { get; init; } = "";

    public string? Party { get; init; }
}

[Table("committee_remarks")]
[PrimaryKey(nameof(ItemId), nameof(Position))]
internal sealed class RemarkRow
{
    [RefersTo<AgendaItemRow>]
    public AgendaItemId ItemId { get; init; }

    public int Position { get; init; }

    public DateOnly? MadeOn { get; init; }

    public string Name { get; init; } = "";

    public string? Party { get; init; }

    /// <summary>asks, proposes, supports, opposes, notes, informs, requests.</summary>
    public string Stance { get; init; } = "";

    public string Text { get; init; } = "";
}
