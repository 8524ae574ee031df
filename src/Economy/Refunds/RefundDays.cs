using Virker.Kernel;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// Days on the ladder by calendar month, benefit and percentage: the months from one to another, as far as the register
/// goes.
/// </summary>
internal sealed class RefundDays
{
    private const int Percents = 101;

    private static readonly int Benefits = Benefit.OnRefundLadder.Max() + 1;

    private readonly DateOnly _last;
    private readonly int[][] _days;

    public RefundDays(DateOnly first, DateOnly month, DateOnly last)
    {
        _last = last;
        Months = [.. Enumerable.Range(0, MonthsBetween(first, month) + 1).Select(first.AddMonths)];
        _days = [.. Months.Select(_ => new int[Benefits * Percents])];
    }

    /// <summary>The first day of each.</summary>
    public IReadOnlyList<DateOnly> Months { get; }

    /// <summary>A week across two months gives each its own days.</summary>
    public void Add(in LadderWeek week)
    {
        var sunday = week.Monday.AddDays(6);
        var place = (week.Benefit * Percents) + week.StatePercent;
        for (var m = Math.Max(0, MonthsBetween(Months[0], week.Monday)); m < Months.Count && Months[m] <= sunday; m++)
        {
            var end = Months[m].AddMonths(1).AddDays(-1);
            _days[m][place] += week.DaysBetween(Months[m], end < _last ? end : _last);
        }
    }

    public IReadOnlyList<BenefitRefund> ByBenefit(IReadOnlyDictionary<int, decimal> yearly) =>
        [
            .. DaysOf(Months.Count - 1)
                .GroupBy(d => d.Benefit)
                .Select(g => new BenefitRefund(
                    g.Key,
                    CodeList.Benefits.Label(g.Key, Months[^1]),
                    g.OrderByDescending(d => d.Percent).ToDictionary(d => d.Percent, d => d.Days),
                    Kroner(g, yearly, _ => 100),
                    Kroner(g, yearly, p => 100 - p)
                )),
        ];

    public RefundMonth Month(int month, IReadOnlyDictionary<int, decimal> yearly)
    {
        var (own, whole) = (DaysOf(month).ToList(), DateTime.DaysInMonth(Months[month].Year, Months[month].Month));
        return new(
            Months[month],
            Math.Clamp(_last.DayNumber - Months[month].DayNumber + 1, 0, whole),
            Kroner(own, yearly, _ => 100),
            Kroner(own, yearly, p => 100 - p)
        );
    }

    private IEnumerable<(int Benefit, int Percent, int Days)> DaysOf(int month) =>
        _days[month].Select((days, i) => (i / Percents, i % Percents, days)).Where(d => d.days > 0);

    /// <summary>A day costs 1/365 of what a full-time person costs a year; null where no benefit has a price.</summary>
    private static Money? Kroner(
        IEnumerable<(int Benefit, int Percent, int Days)> days,
        IReadOnlyDictionary<int, decimal> yearly,
        Func<int, int> part
    )
    {
        var priced = days.Where(d => yearly.ContainsKey(d.Benefit)).ToList();
        return priced.Count == 0
            ? null
            : new Money(priced.Sum(d => d.Days * part(d.Percent) * yearly[d.Benefit]) / 36_500m).Rounded();
    }

    private static int MonthsBetween(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
