using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>How a month's weeks with benefit lie on the refund ladder. A week belongs to the month that its Monday lies in.</summary>
public sealed record SeeRefundSplit(int Year, int Month) : IQuery;

/// <summary>By benefit; no citizen is shown.</summary>
public sealed record RefundSplit(IReadOnlyList<BenefitRefund> Benefits);

/// <summary>
/// Weeks of persons on a benefit by the percentage that the state refunds (for dagpenge: that it does not ask the municipality to pay), and the
/// average of it.
/// </summary>
public sealed record BenefitRefund(int Benefit, string Name, IReadOnlyDictionary<int, int> WeeksByPercent)
{
    public int Weeks => WeeksByPercent.Values.Sum();

    public double AveragePercent => Weeks == 0 ? 0 : WeeksByPercent.Sum(w => (double)w.Key * w.Value) / Weeks;
}

[Requires("economy.refund.see")]
internal sealed class SeeRefundSplitHandler(IBenefitHistories histories) : IUseCase<SeeRefundSplit, RefundSplit>
{
    /// <summary>Benefits 1–12 stand on the ladder; seniorpension, efterløn and barsel do not, but are no self-support either.</summary>
    internal const int LastOnLadder = 12;

    public async Task<Outcome<RefundSplit>> RunAsync(SeeRefundSplit query, CancellationToken ct = default)
    {
        if (query.Month is < 1 or > 12 || query.Year is < 1 or > 9998) return new Refusal("refund.no-month", "Vælg en måned.", Field: nameof(query.Month));
        var first = new DateOnly(query.Year, query.Month, 1);
        var mondays = Enumerable.Range(0, first.AddMonths(1).DayNumber - first.DayNumber).Select(first.AddDays).Where(d => d.DayOfWeek == DayOfWeek.Monday).ToList();
        var law = Law.On(mondays[0]);
        if (law.IsRefused) return law.Refusal;
        var weeks = new Dictionary<(int Benefit, int Percent), int>();
        await histories.ReadAsync(mondays[0], mondays[^1].AddDays(6), history =>
        {
            foreach (var (benefit, week) in Weeks(history, mondays, law.Value))
            {
                var key = (benefit, law.Value.PercentIn(week));
                weeks[key] = weeks.GetValueOrDefault(key) + 1;
            }
        }, ct);
        return new RefundSplit([.. weeks.GroupBy(w => w.Key.Benefit).OrderBy(g => g.Key).Select(g =>
            new BenefitRefund(g.Key, CodeList.Benefits[g.Key].Label(first), g.OrderByDescending(w => w.Key.Percent).ToDictionary(w => w.Key.Percent, w => w.Value)))]);
    }

    /// <summary>Each week's benefit and place on the ladder; the first spell that touches a week has it.</summary>
    internal static IEnumerable<(int Benefit, int Week)> Weeks(IReadOnlyList<BenefitDays> history, IReadOnlyList<DateOnly> mondays, Law law)
    {
        LadderSpell[] ladder = [.. history.Select(s => new LadderSpell(s.From.DayNumber / 7, s.To.DayNumber / 7, s.Benefit <= LastOnLadder)).OrderBy(s => s.First)];
        foreach (var monday in mondays)
        {
            var spell = history.FirstOrDefault(s => s.Benefit <= LastOnLadder && s.From <= monday.AddDays(6) && s.To >= monday);
            if (spell.Benefit > 0) yield return (spell.Benefit, RefundLadder.Week(ladder, monday.DayNumber / 7, law.RestartWeeks, law.RestartWithinYears));
        }
    }

    /// <summary>What the law says on the month's first Monday: when the count starts again, and the percentage week by week.</summary>
    internal sealed class Law
    {
        private readonly int[] _percents;

        private Law(int restartWeeks, int restartWithinYears, int[] percents) => (RestartWeeks, RestartWithinYears, _percents) = (restartWeeks, restartWithinYears, percents);

        public int RestartWeeks { get; }

        public int RestartWithinYears { get; }

        public int PercentIn(int week) => _percents[Math.Min(week, _percents.Length) - 1];

        public static Outcome<Law> On(DateOnly day)
        {
            var restart = Lawbook.Current["refund.week.restart-weeks"].On(day);
            var within = Lawbook.Current["refund.week.restart-within-years"].On(day);
            if (restart.IsRefused || within.IsRefused) return restart.Refusal ?? within.Refusal!;
            var percents = Enumerable.Range(1, LongestStep).Select(week => RefundPercentage.Of(week, day)).ToList();
            return percents.Find(p => p.IsRefused) is { IsRefused: true } unknown ? unknown.Refusal
                : new Law(restart.Value.Whole, within.Value.Whole, [.. percents.Select(p => p.Value.Answer.Percent)]);
        }

        /// <summary>The ladder has no step after two years.</summary>
        private const int LongestStep = 104;
    }
}
