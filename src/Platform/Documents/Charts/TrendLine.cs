namespace Virker.Platform;

/// <summary>
/// A trend's categories, known and ahead, and its own line taken apart in what is complete and what is not.
/// </summary>
internal sealed class TrendLine
{
    private const string January = "jan. ";

    private readonly Chart _chart;

    public TrendLine(Chart chart)
    {
        _chart = chart;
        var known = chart.Data.Categories;
        Ahead =
        [
            .. (chart.Trend?.Ahead ?? []).Where(s =>
                new[] { s.Value, s.Low80, s.High80, s.Low95, s.High95 }.All(double.IsFinite)
            ),
        ];
        AheadFrom = Ahead.Count > 0 && known.ToList().IndexOf(Ahead[0].Category) is >= 0 and var at ? at : known.Count;
        Categories = [.. known, .. Ahead.Skip(known.Count - AheadFrom).Select(s => s.Category)];
        var own = chart.Data.Series.Count > 0 ? chart.Data.Series[0] : new ChartSeries("", []);
        var complete = Math.Max(0, known.Count - Math.Max(0, chart.Trend?.Provisional ?? 0));
        Complete = own with { Values = [.. own.Values.Take(complete)] };
        Partial =
        [
            .. Enumerable
                .Range(complete, known.Count - complete)
                .Select(i => (Index: i, Value: ChartTable.ValueAt(own, i)))
                .Where(p => p.Value is not null)
                .Select(p => (p.Index, p.Value!.Value)),
        ];
    }

    public IReadOnlyList<string> Categories { get; }

    public IReadOnlyList<ChartStep> Ahead { get; }

    /// <summary>The category of the first step ahead.</summary>
    public int AheadFrom { get; }

    public ChartSeries Complete { get; }

    public IReadOnlyList<(int Index, double Value)> Partial { get; }

    /// <summary>Whether the line's last point is of what is not complete, with nothing expected after it.</summary>
    public bool EndsInPart => Ahead.Count == 0 && Partial.Count > 0 && Partial[^1].Index == Categories.Count - 1;

    /// <summary>Where a category lies between the first (0) and the last (1): evenly, or where its day is.</summary>
    public double Place(int category)
    {
        if (Categories.Count < 2) return 0.5;
        return Days is [var first, .., var last] && last > first
            ? (double)(Days[category].DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber)
            : category / (Categories.Count - 1.0);
    }

    /// <summary>
    /// The years that begin between the first category and the last, and where: of days, and of months that are
    /// named "jan. 2024".
    /// </summary>
    public IReadOnlyList<(string Name, double Place)> Years()
    {
        if (Days is not [var first, .., var last] || last <= first)
            return [.. Categories.Select((name, i) => (name, i)).Where(c => c.name.StartsWith(January,
                StringComparison.Ordinal))
                .Select(c => (c.name[January.Length..], Place(c.i)))];
        var years = Enumerable.Range(first.Year, last.Year - first.Year + 1).Select(year => new DateOnly(year, 1, 1))
            .Where(day => day >= first);
        return [.. years.Select(day =>
            ($"{day.Year}", (double)(day.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber)))];
    }

    /// <summary>One for each category, or none.</summary>
    private IReadOnlyList<DateOnly> Days => _chart.Trend is { Days: var days } && days.Count == Categories.Count
        && days.Zip(days.Skip(1)).All(d => d.First <= d.Second) ? days : [];

    public (int Index, double Value)? LastComplete =>
        Enumerable
            .Range(0, Complete.Values.Count)
            .Reverse()
            .Select(i => (Index: i, Value: ChartTable.ValueAt(Complete, i)))
            .Where(p => p.Value is not null)
            .Select(p => ((int, double)?)(p.Index, p.Value!.Value))
            .FirstOrDefault();

    /// <summary>Everything that must be within the axis.</summary>
    public IEnumerable<double> Heights =>
        [
            .. _chart.Data.Series.SelectMany(series => series.Values.OfType<double>()),
            .. Ahead.SelectMany(s => new[] { s.Low95, s.High95, s.Value }),
            .. _chart.Target is { } target ? [target.Value] : Array.Empty<double>(),
        ];
}
