namespace Virker.Insight;

/// <summary>By which day a member of a cohort belongs to a period.</summary>
public enum CohortPeriod
{
    /// <summary>
    /// The day of entering: the figure is known only when the follow-up day of the last one has come.
    /// </summary>
    Entry,

    /// <summary>The follow-up day: the figure of a period is known when the period is over.</summary>
    FollowUp,
}

/// <summary>
/// Of those who entered a cohort, the share who some time later are in the status (or, negated, are not). Whoever is in
/// <see cref="Except"/> on the follow-up day is left out of both.
/// </summary>
public sealed record StatusAfter(
    FactSet Set,
    CohortEvent On,
    FollowUp After,
    FactSet Status,
    CohortPeriod By = CohortPeriod.FollowUp
) : CellMeasure(Set)
{
    public bool Negated { get; init; }

    public IReadOnlyList<FactSet> Except { get; init; } = [];

    public override IReadOnlyList<FactSet> Sets => [Set, Status, .. Except];

    /// <summary>Members, and those of them for whom the status holds.</summary>
    internal override int Planes => 2;

    private protected override Result ResultOf(Numbers numbers, int cell, PeriodParts period) =>
        Result.Share(numbers[cell, period.Last, 1], numbers[cell, period.Last, 0], 100);

    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis)
    {
        var look = new StatusLook(store, this);
        return look.IsPlain
            ? cells => new StatusKernel<RowsAfter>(axis, cells, this, new RowsAfter(look))
            : cells => new StatusKernel<StatusLook>(axis, cells, this, look);
    }

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period)
    {
        var look = new StatusLook(store, this);
        return
        [
            .. Cohort
                .Of(store, Set, On)
                .Members.Where(m =>
                    look.Look(m.Subject, -1, m.Day, out var holds) is var placed
                    && holds
                    && placed >= period.First.DayNumber
                    && placed <= period.Last.DayNumber
                )
                .Select(m => m.Subject)
                .Distinct()
                .Order(),
        ];
    }
}
