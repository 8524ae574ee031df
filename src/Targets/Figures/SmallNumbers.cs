using Virker.Insight;

namespace Virker.Targets;

/// <summary>
/// Which numbers of a figure are kept back from those who may not see its cases, so that nobody can be recognised: the
/// same on every page, whether a group is a row of a split, chosen by itself, or split once more. The municipality's
/// own number is told as it is.
/// </summary>
internal sealed class SmallNumbers(FactStore store, Indicator indicator, IReadOnlyList<FigureDimension> dimensions)
{
    private static readonly Kept<IReadOnlyList<bool>> HiddenGroups = new("hidden");
    private static readonly Kept<bool[][]> HiddenCells = new("hidden");

    private static readonly Suppression Rule = Suppression.Usual;

    /// <summary>Period by period, which of a dimension's groups are hidden.</summary>
    public IReadOnlyList<IReadOnlyList<bool>> Of(FigureDimension dimension, IReadOnlyList<FigurePeriod> periods)
    {
        var figures = dimension.Evaluate(store, indicator, periods);
        return
        [
            .. periods.Select(
                (period, t) =>
                    store.Keep(
                        HiddenGroups.For((indicator.Id, dimension.Id, period)),
                        [indicator],
                        () => Hidden(figures, t)
                    )
            ),
        ];
    }

    /// <summary>Period by period, whether one group is hidden.</summary>
    public IReadOnlyList<bool> Of(FigureGroup group, IReadOnlyList<FigurePeriod> periods)
    {
        var dimension = DimensionOf(group);
        var place = PlaceOf(dimension, group);
        return [.. Of(dimension, periods).Select(hidden => hidden[place])];
    }

    /// <summary>
    /// Period by period, which of a dimension's groups are hidden within a group: of the whole table of both
    /// dimensions, whose totals are on other pages. A table that is too large to be gone through is not shown at all.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<bool>> Of(
        FigureGroup? group,
        FigureDimension split,
        IReadOnlyList<FigurePeriod> periods
    )
    {
        if (group is null || group.Dimension == split.Id) return Of(split, periods);
        var by = DimensionOf(group);
        if (by.Groups.Count > FigureOverTime.MostGroups || split.Groups.Count > FigureOverTime.MostGroups)
            return [.. periods.Select(_ => (bool[])[.. split.Groups.Select(_ => true)])];
        var place = PlaceOf(by, group);
        return [.. Across(by, split, periods).Select(hidden => (IReadOnlyList<bool>)hidden[place])];
    }

    /// <summary>
    /// The persons that a value counts; of a share, those in its numerator, or in the rest where that is fewer, or all
    /// where they are few.
    /// </summary>
    internal static long PersonsIn(KeyFigure figure)
    {
        if (figure.Result is not { Numerator: { } part, Denominator: { } whole }) return People(figure.Value);
        if (Rule.IsSmall(People(whole))) return People(whole);
        return whole.CompareTo(part) > 0 && (whole - part).CompareTo(part) < 0 ? People(whole - part) : People(part);
    }

    /// <summary>Which numbers of a list are kept back beside their sum, which is told.</summary>
    internal static IReadOnlyList<bool> Hidden(IReadOnlyList<long> persons) =>
        [.. Rule.HideUnder(new CountTable([persons.Count], place => persons[place[0]]), []).Take(persons.Count)];

    private static IReadOnlyList<bool> Hidden(IReadOnlyList<IReadOnlyList<KeyFigure>> groups, int t) =>
        Hidden([.. groups.Select(figures => PersonsIn(figures[t]))]);

    /// <summary>
    /// Part of a person is somebody: a third of a full-year person is one who was there for four months.
    /// </summary>
    private static long People(Fraction? persons) =>
        persons?.Rounded(1) is not { } number || number <= 0 ? 0 : Math.Max(1, (long)Math.Floor(number));

    /// <summary>
    /// Period by period, the table's groups of the one dimension, each with those of the other that are hidden.
    /// </summary>
    private IReadOnlyList<bool[][]> Across(
        FigureDimension by,
        FigureDimension split,
        IReadOnlyList<FigurePeriod> periods
    )
    {
        var (rows, columns) = (Of(by, periods), Of(split, periods));
        return
        [
            .. periods.Select(
                (period, t) =>
                    store.Keep(
                        HiddenCells.For((indicator.Id, by.Id, split.Id, period)),
                        [indicator],
                        () => Across(Cells(by, split, periods), rows[t], columns[t], t)
                    )
            ),
        ];
    }

    private static bool[][] Across(
        IReadOnlyList<KeyFigure>[][] cells,
        IReadOnlyList<bool> rows,
        IReadOnlyList<bool> columns,
        int t
    )
    {
        var table = new CountTable([rows.Count, columns.Count], place => PersonsIn(cells[place[0]][place[1]][t]));
        var hidden = Rule.HideUnder(
            table,
            [.. Hidden(rows, r => table.CellOf(r, columns.Count)), .. Hidden(columns, c => table.CellOf(rows.Count, c))]
        );
        return [.. rows.Select((_, r) => (bool[])[.. columns.Select((_, c) => hidden[table.CellOf(r, c)])])];
    }

    private static IEnumerable<int> Hidden(IReadOnlyList<bool> totals, Func<int, int> cell) =>
        totals.Select((isHidden, i) => (isHidden, i)).Where(x => x.isHidden).Select(x => cell(x.i));

    /// <summary>
    /// Every group of the one dimension within every group of the other, by as few passes over the facts as the smaller
    /// dimension has groups.
    /// </summary>
    private IReadOnlyList<KeyFigure>[][] Cells(
        FigureDimension by,
        FigureDimension split,
        IReadOnlyList<FigurePeriod> periods
    )
    {
        var turned = by.Groups.Count > split.Groups.Count;
        var (outer, inner) = turned ? (split, by) : (by, split);
        var found = new IReadOnlyList<IReadOnlyList<KeyFigure>>[outer.Groups.Count];
        Parallel.For(
            0,
            found.Length,
            i => found[i] = inner.Evaluate(store, outer.Groups[i].In(store, indicator), periods)
        );
        return
        [
            .. by.Groups.Select((_, r) => split.Groups.Select((_, c) => turned ? found[c][r] : found[r][c]).ToArray()),
        ];
    }

    private FigureDimension DimensionOf(FigureGroup group) => dimensions.First(d => d.Id == group.Dimension);

    private static int PlaceOf(FigureDimension dimension, FigureGroup group) =>
        dimension.Groups.Select((g, i) => (g, i)).First(x => x.g == group).i;
}

/// <summary>What is hidden of a split table, whether of everybody or of one group.</summary>
internal sealed record Hiding(SmallNumbers Small, FigureGroup? Group, FigureDimension Split)
{
    public IReadOnlyList<IReadOnlyList<bool>> Groups(IReadOnlyList<FigurePeriod> periods) =>
        Small.Of(Group, Split, periods);

    public IReadOnlyList<bool> Total(IReadOnlyList<FigurePeriod> periods) =>
        Group is null ? [.. periods.Select(_ => false)] : Small.Of(Group, periods);
}
