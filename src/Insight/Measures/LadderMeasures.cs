namespace Virker.Insight;

/// <summary>
/// Days split by the seniority that the person has on them, as on the refund ladder: <paramref name="Steps"/> are the
/// days of seniority at which the next step begins, and the set's gap rule says how long a break may be before
/// seniority starts again. The value is the full-time persons on step <paramref name="Step"/>, 0 the first.
/// </summary>
public sealed record LadderDays(FactSet Set, IReadOnlyList<int> Steps, int Step) : CellMeasure(Set)
{
    internal override int Planes => Steps.Count + 3;

    internal override int Plane => Step;

    internal override bool IsOfWholeSet => true;

    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) =>
        cells => new LadderKernel(axis, cells, Set.Gap, Steps);

    private protected override int Divisor(FigurePeriod period) => period.Days;

    private protected override bool NeedsUnbroken => true;

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        new Present(Within?.Counted ?? Set, Presence.InPeriod).Subjects(store, period);
}

/// <summary>
/// Mean days of benefit, on the period's last day, behind those who are in the set: laid end to end over breaks that
/// the gap rule bridges, the breaks themselves not counted.
/// </summary>
public sealed record MeanAccruedSeniority(FactSet Set) : CellMeasure(Set)
{
    internal override int Planes => 3;

    internal override int Plane => 2;

    internal override bool IsOfWholeSet => true;

    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) =>
        cells => new LadderKernel(axis, cells, Set.Gap, []);

    private protected override bool NeedsUnbroken => true;

    private protected override Result ResultOf(Numbers numbers, int cell, PeriodParts period) =>
        Result.Share(numbers[cell, period.Last, 2], numbers[cell, period.Last, 1], 1);

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        new Present(Within?.Counted ?? Set, Presence.AtEnd).Subjects(store, period);
}
