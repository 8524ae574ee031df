using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

[Table("figure_annexes")]
internal sealed class AnnexRow
{
    public AnnexId Id { get; init; }

    [RefersTo<PlanRow>]
    public PlanId PlanId { get; init; }

    public string PlanTitle { get; init; } = "";

    /// <summary>The day that the figures are told as of.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>The last day that the register's facts cover.</summary>
    public DateOnly DataDate { get; init; }

    /// <summary>The register's change stamp when the figures were frozen.</summary>
    public string DataVersion { get; init; } = "";

    public DateTimeOffset FrozenAt { get; init; }

    public UserId? FrozenBy { get; init; }
}

/// <summary>One key figure as it was on the day; every word is kept, so that it is issued again identically.</summary>
[Table("frozen_figures")]
internal sealed class FrozenFigureRow
{
    public Guid Id { get; init; }

    [RefersTo<AnnexRow>]
    public AnnexId AnnexId { get; init; }

    public int Position { get; init; }

    public MeasureId MeasureId { get; init; }

    public string? IndicatorId { get; init; }

    public int? IndicatorVersion { get; init; }

    /// <summary>The frozen <see cref="AnnexLine"/> as JSON.</summary>
    public string Content { get; init; } = "";
}
