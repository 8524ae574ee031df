namespace Virker.Insight;

/// <summary>
/// Full-time persons (fuldtidspersoner): all days of the set in the period divided by the period's days. Over a
/// calendar year it is full-year persons (helårspersoner). Rows are not treated for overlap, so it adds up over
/// benefits.
/// </summary>
public sealed record FullTime(FactSet Set) : CellMeasure(Set)
{
    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) => cells => new DaysKernel(axis, cells);

    private protected override int Divisor(FigurePeriod period) => period.Days;

    private protected override bool NeedsUnbroken => true;

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        new Present(Set, Presence.InPeriod).Subjects(store, period);
}

/// <summary>
/// Distinct persons (or companies) of the set, on the period's last day or on at least one of its days.
/// </summary>
public sealed record Heads(FactSet Set, Presence Presence) : CellMeasure(Set)
{
    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) =>
        cells => new HeadKernel(axis, cells, Presence);

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        new Present(Set, Presence).Subjects(store, period);
}

/// <summary>
/// Distinct persons on the period's last day whose spell, joined by the set's gap rule, began more than <paramref
/// name="Days"/> days before.
/// </summary>
public sealed record LongerThan(FactSet Set, int Days) : CellMeasure(Set)
{
    /// <summary>The bound as it is counted: one that began on the day <see cref="Days"/> before is not with.</summary>
    public string Words => WhoWords.Longer(Days);

    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) =>
        Set.Gap.JoinsNothing && FactReader.Table(store, Set.Table).IsDisjoint
            ? cells => new LongRowKernel(axis, cells, Days)
            : cells => new ChainKernel(axis, cells, Set.Gap, ChainCount.LongerThan, Days);

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        new PresentLong(Set, Days).Subjects(store, period);
}

/// <summary>Spells that began in the period (tilgang).</summary>
public sealed record Inflow(FactSet Set) : CellMeasure(Set)
{
    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) =>
        cells => new ChainKernel(axis, cells, Set.Gap, ChainCount.Begun, 0);

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        Cohort.Of(store, Set, CohortEvent.Begins).In(period);
}

/// <summary>Spells whose last day lies in the period (afgang).</summary>
public sealed record Outflow(FactSet Set) : CellMeasure(Set)
{
    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) =>
        cells => new ChainKernel(axis, cells, Set.Gap, ChainCount.Ended, 0);

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period) =>
        Cohort.Of(store, Set, CohortEvent.Ends).In(period);
}

/// <summary>Rows whose first day lies in the period: contacts, orders, placements begun.</summary>
public sealed record Events(FactSet Set) : CellMeasure(Set)
{
    internal override Func<int, IKernel> Kernel(FactStore store, TimeAxis axis) =>
        cells => new EventKernel(axis, cells);

    public override IReadOnlyList<int> Behind(FactStore store, FigurePeriod period)
    {
        var reader = new FactReader(store, Set, Breakdown.None);
        return
        [
            .. Enumerable
                .Range(0, reader.Source.Count)
                .Where(row =>
                    reader.Source.From[row] >= period.First.DayNumber
                    && reader.Source.From[row] <= period.Last.DayNumber
                    && reader.Accepts(row)
                )
                .Select(row => reader.Source.Subject[row])
                .Distinct(),
        ];
    }
}
