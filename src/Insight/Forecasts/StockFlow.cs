namespace Virker.Insight;

/// <summary>
/// Persons on a benefit at each month's end by how many months they have been there, with those who left before the
/// next one: so a stock can be carried on by its own inflow and the share that leaves at each duration. Spells are
/// joined by the set's gap rule.
/// </summary>
internal sealed class StockFlow
{
    /// <summary>Durations from here on are one.</summary>
    private const int Longest = 60;

    private const int RateMonths = 24;

    private readonly double[][] _stock;
    private readonly double[][] _left;
    private readonly double[] _came;

    private StockFlow(int months) => (_stock, _left, _came) = (Table(months), Table(months), new double[months]);

    /// <summary>Months with a stock.</summary>
    public int Months => _stock.Length;

    public static StockFlow Of(FactStore store, FactSet set, FigurePeriod last, int months)
    {
        var flow = new StockFlow(months);
        var final = (last.Last.Year * 12) + last.Last.Month;
        foreach (var spell in Cohort.Spells(new(store, set, Breakdown.None), set)) flow.Add(spell, final);
        return flow;
    }

    /// <summary>Persons at the end of a month.</summary>
    public double Stock(int month, int atLeastMonths = 0) => _stock[month].Skip(atLeastMonths).Sum();

    /// <summary>Persons who came during a month and were there at its end.</summary>
    public double Inflow(int month) => _came[month];

    /// <summary>Persons at the end of a month who had left before the end of the next.</summary>
    public double LeftAfter(int month) => _left[month].Sum();

    /// <summary>
    /// The stock by duration at the ends of the months that follow when the first <paramref name="origin"/> are known.
    /// The factors multiply what is expected to come and the share expected to leave: 0.9 is a tenth fewer.
    /// </summary>
    public IReadOnlyList<double[]> Ahead(int origin, int horizon, double inflowFactor = 1, double exitFactor = 1)
    {
        var rates = Rates(origin);
        var inflow = InflowAhead(origin, horizon);
        var stock = _stock[origin - 1];
        var ahead = new double[horizon][];
        for (var h = 0; h < horizon; h++)
        {
            var next = new double[Longest + 1];
            for (var d = 0; d <= Longest; d++)
                next[Math.Min(d + 1, Longest)] += stock[d] * (1 - Math.Min(1, rates[d] * exitFactor));
            next[0] += inflow[h] * inflowFactor;
            ahead[h] = stock = next;
        }

        return ahead;
    }

    /// <summary>The expected inflow in each of the next months, smoothed from what came.</summary>
    public double[] InflowAhead(int origin, int horizon) =>
        [.. ForecastMethod.Simple.Ahead(_came[..origin], Forecaster.Season, horizon).Select(v => Math.Max(0, v))];

    private void Add(Cohort.Spell spell, int final)
    {
        var from = Month(spell.From) - final + Months - 1;
        // The first and the last of its months' ends on which the spell runs.
        var (first, last) = (
            Math.Max(0, from),
            spell.To == FactTable.Open ? Months - 1 : Math.Min(Months - 1, EndsWithin(spell.To) - final + Months - 1)
        );
        for (var t = first; t <= last; t++)
            _stock[t][Math.Min(t - from, Longest)]++;
        if (last < first)
            return;
        if (from >= 0)
            _came[first]++;
        if (last < Months - 1)
            _left[last][Math.Min(last - from, Longest)]++;
    }

    private static int Month(int day) => DateOnly.FromDayNumber(day) is var date ? (date.Year * 12) + date.Month : 0;

    /// <summary>The last month at whose end a spell with this last day runs.</summary>
    private static int EndsWithin(int lastDay) => Month(lastDay + 1) - 1;

    /// <summary>
    /// The share that leaves at each duration over the last two years; a duration with few persons leans on all, in
    /// proportion to how few.
    /// </summary>
    private double[] Rates(int origin)
    {
        const double Lean = 10;
        var (left, stock) = (new double[Longest + 1], new double[Longest + 1]);
        for (var t = Math.Max(0, origin - 1 - RateMonths); t < origin - 1; t++)
        {
            for (var d = 0; d <= Longest; d++) (left[d], stock[d]) = (left[d] + _left[t][d], stock[d] + _stock[t][d]);
        }

        var all = stock.Sum() is > 0 and var persons ? left.Sum() / persons : 0;
        return [.. left.Zip(stock, (l, s) => (l + (Lean * all)) / (s + Lean))];
    }

    private static double[][] Table(int months) =>
        [.. Enumerable.Range(0, months).Select(_ => new double[Longest + 1])];
}
