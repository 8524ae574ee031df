using Virker.Insight;

namespace Virker.Tests.Insight;

/// <summary>
/// The obvious way to each figure: look at every day of every row. Far too slow for a municipality, but easy to
/// believe.
/// </summary>
internal sealed class SlowMeasures(FactStore store, FactSet set)
{
    private readonly FactTable _table = store.Find(set.Table)!;

    public sealed record Row(int Subject, int From, int To, int Began, int Ended, int Cell);

    /// <summary>The rows that pass, cut to the age band, by person and first day.</summary>
    public List<Row> Rows(string? cellColumn = null)
    {
        var rows = new List<Row>();
        for (var i = 0; i < _table.Count; i++)
        {
            if (!set.Conditions.All(c => Holds(_table[c.Column], i, c.Keys)))
                continue;
            if (!set.Minimums.All(m => _table[m.Column][i] >= m.Number))
                continue;
            if (
                !set.PersonConditions.All(c =>
                    Holds(store.Find(PersonFacts.Table)![c.Column], _table.Subject[i], c.Keys)
                )
            )
                continue;
            int from = _table.From[i],
                to = _table.To[i];
            if (set.Age is { } age)
            {
                var born = DateOnly.FromDayNumber(store.Find(PersonFacts.Table)![PersonFacts.Born][_table.Subject[i]]);
                from = Math.Max(from, born.AddYears(age.From).DayNumber);
                to = Math.Min(to, born.AddYears(age.To + 1).DayNumber - 1);
            }

            if (from <= to)
                rows.Add(
                    new(
                        _table.Subject[i],
                        from,
                        to,
                        _table.From[i],
                        _table.To[i],
                        cellColumn is null ? 0 : _table[cellColumn][i]
                    )
                );
        }

        return rows;
    }

    public Fraction FullTime(FigurePeriod period, Func<Row, bool> chosen, string? cell = null) =>
        new(Rows(cell).Where(chosen).Sum(r => DaysOf(period).Count(day => r.From <= day && r.To >= day)), period.Days);

    public SortedSet<int> AtEnd(FigurePeriod period) =>
        [.. Rows().Where(r => r.From <= period.Last.DayNumber && r.To >= period.Last.DayNumber).Select(r => r.Subject)];

    public SortedSet<int> InPeriod(FigurePeriod period) =>
        [.. Rows().Where(r => DaysOf(period).Any(day => r.From <= day && r.To >= day)).Select(r => r.Subject)];

    public SortedSet<int> LongerThan(FigurePeriod period, int days)
    {
        var day = period.Last.DayNumber;
        return
        [
            .. Chains()
                .Where(c => c.Rows.Any(r => r.From <= day && r.To >= day) && day - c.Began > days)
                .Select(c => c.Subject),
        ];
    }

    public int Begun(FigurePeriod period) =>
        Chains().Count(c => c.Rows[0].From == c.Rows[0].Began && Lies(c.Began, period));

    public int Ended(FigurePeriod period) => Chains().Count(c => c.Ended is { } day && Lies(day, period));

    public int Events(FigurePeriod period) => Rows().Count(r => Lies(r.From, period));

    /// <summary>The rows of each person, put together while no break between them is long enough.</summary>
    public List<(int Subject, int Began, int? Ended, List<Row> Rows)> Chains()
    {
        var chains = new List<List<Row>>();
        foreach (var row in Rows())
        {
            var last = chains.LastOrDefault();
            if (last is null || last[0].Subject != row.Subject || BreaksBetween(last.Max(r => r.To), row.From))
                chains.Add([row]);
            else
                last.Add(row);
        }

        return [.. chains.Select(c => (c[0].Subject, c[0].Began, End(c), c))];
    }

    /// <summary>For a period: members of the cohort, and those for whom the status holds.</summary>
    public Func<FigurePeriod, (int Members, int With)> Status(
        StatusAfter measure,
        SlowMeasures status,
        IReadOnlyList<SlowMeasures> except
    )
    {
        var cohort = Chains()
            .Select(c =>
                measure.On == CohortEvent.Ends
                    ? (c.Subject, Day: c.Ended)
                    : (c.Subject, Day: c.Rows[0].From == c.Began ? c.Began : null)
            )
            .Where(c => c.Day is not null)
            .Select(c => (c.Subject, Entry: c.Day!.Value, Later: measure.After.From(c.Day.Value)))
            .Where(c => c.Later <= store.DataDate.DayNumber && !except.Any(e => e.Covers(c.Subject, c.Later)))
            .Select(c =>
                (
                    Placed: measure.By == CohortPeriod.Entry ? c.Entry : c.Later,
                    Holds: status.Covers(c.Subject, c.Later) != measure.Negated
                )
            )
            .ToList();
        return period =>
            (cohort.Count(c => Lies(c.Placed, period)), cohort.Count(c => Lies(c.Placed, period) && c.Holds));
    }

    /// <summary>Of the first row that a person has on the period's last day: the days since its spell began.</summary>
    public List<int> Seniority(FigurePeriod period)
    {
        var day = period.Last.DayNumber;
        return
        [
            .. Chains()
                .Where(c => c.Rows.Any(r => r.From <= day && r.To >= day))
                .GroupBy(c => c.Subject)
                .Select(own => day - own.First().Began),
        ];
    }

    /// <summary>
    /// Every day that counts, once, with the days of the set that the person had before it since the last break that
    /// parts.
    /// </summary>
    public List<(DateOnly Day, int Seniority)> Ladder(
        IReadOnlyList<FigurePeriod> periods,
        SlowMeasures? counted = null,
        string? column = null
    )
    {
        var own = counted?.Rows(column).Select(r => (r.Subject, r.Began, r.Ended, r.Cell, r.From, r.To)).ToList();
        var days = new List<(DateOnly, int)>();
        var last = periods[^1].Last.DayNumber;
        foreach (var person in Rows(column).GroupBy(r => r.Subject))
        {
            var (seniority, latest) = (0, -1);
            foreach (var row in person)
            {
                for (var day = row.Began; day <= Math.Min(row.Ended, last); day++)
                {
                    if (day <= latest)
                        continue;
                    if (latest >= 0 && set.Gap.Parts(latest, day) && day == row.Began)
                        seniority = 0;
                    if (row.From <= day && day <= row.To && day >= periods[0].First.DayNumber && IsCounted(row, day))
                        days.Add((DateOnly.FromDayNumber(day), seniority));
                    (seniority, latest) = (seniority + 1, day);
                }
            }
        }

        return days;

        bool IsCounted(Row row, int day) =>
            own is null
            || own.Any(o =>
                (o.Subject, o.Began, o.Ended, o.Cell) == (row.Subject, row.Began, row.Ended, row.Cell)
                && o.From <= day
                && o.To >= day
            );
    }

    private bool Covers(int subject, int day) => Rows().Any(r => r.Subject == subject && r.From <= day && r.To >= day);

    private static int? End(List<Row> chain)
    {
        var last = chain.Where(r => r.To == chain.Max(x => x.To)).Last();
        return last.To == last.Ended && last.To != FactTable.Open ? last.To : null;
    }

    private bool BreaksBetween(int lastDay, int nextDay)
    {
        if (set.Gap.JoinsNothing) return true;
        if (lastDay >= nextDay) return false;
        var free = Enumerable.Range(lastDay + 1, nextDay - lastDay - 1).Select(DateOnly.FromDayNumber).ToHashSet();
        if (set.Gap.LongestBreak is { } longest)
            return free.Count > longest;
        return free.Any(d =>
            d.Day == 1
            && Enumerable.Range(0, DateTime.DaysInMonth(d.Year, d.Month)).All(i => free.Contains(d.AddDays(i)))
        );
    }

    private static bool Holds(Column column, int row, IReadOnlyList<string> keys)
    {
        var dimension = column.Dimension!;
        return dimension.Values.Any(v =>
            v.Number == column[row] && (keys.Contains(v.Key) || (v.Parent is not null && keys.Contains(v.Parent)))
        );
    }

    private static bool Lies(int day, FigurePeriod period) =>
        day >= period.First.DayNumber && day <= period.Last.DayNumber;

    private static IEnumerable<int> DaysOf(FigurePeriod period) =>
        Enumerable.Range(period.First.DayNumber, period.Days);
}
