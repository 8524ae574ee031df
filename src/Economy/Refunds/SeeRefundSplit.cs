using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>How a month's weeks with benefit lie on the refund ladder, and what state and municipality pay of them. A week belongs to the month that its Monday lies in.</summary>
public sealed record SeeRefundSplit(int Year, int Month) : IQuery;

/// <summary>By benefit; no citizen is shown. <paramref name="PriceSource"/> is empty where no budget gives a price, and then there are no kroner.</summary>
public sealed record RefundSplit(IReadOnlyList<BenefitRefund> Benefits, string PriceSource);

/// <summary>
/// Weeks of persons on a benefit by the percentage that the state refunds (for dagpenge: that it does not ask the municipality to pay), and the
/// average of it; what they cost at the budget's price, and the municipality's part.
/// </summary>
public sealed record BenefitRefund(int Benefit, string Name, IReadOnlyDictionary<int, int> WeeksByPercent, Money? Cost, Money? Municipality)
{
    public int Weeks => WeeksByPercent.Values.Sum();

    public double AveragePercent => Weeks == 0 ? 0 : WeeksByPercent.Sum(w => (double)w.Key * w.Value) / Weeks;

    public Money? State => Cost is { } all && Municipality is { } own ? all - own : null;
}

[Requires("economy.refund.see")]
internal sealed class SeeRefundSplitHandler(IBenefitHistories histories, ILawInForce law, BudgetPrices prices) : IUseCase<SeeRefundSplit, RefundSplit>
{
    public async Task<Outcome<RefundSplit>> RunAsync(SeeRefundSplit query, CancellationToken ct = default)
    {
        if (query.Month is < 1 or > 12 || query.Year is < 1 or > 9998) return new Refusal("refund.no-month", "Vælg en måned.", Field: nameof(query.Month));
        var first = new DateOnly(query.Year, query.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var ladder = LadderWeeks.Between(first, last, new LawVersion(await law.ReadAsync(ct)));
        if (ladder.IsRefused) return ladder.Refusal;
        var sums = new SortedDictionary<int, Sum>();
        await histories.ReadAsync(first, last.AddDays(6), history =>
        {
            foreach (var week in ladder.Value.Of(history))
            {
                if (!sums.TryGetValue(week.Benefit, out var sum)) sums.Add(week.Benefit, sum = new());
                sum.Add(week);
            }
        }, ct);
        var (kroner, source) = await prices.InAsync(query.Year, ct);
        return new RefundSplit([.. sums.Select(s => s.Value.Refund(s.Key, CodeList.Benefits[s.Key].Label(first), kroner.TryGetValue(s.Key, out var price) ? price : null))], source);
    }

    private sealed class Sum
    {
        private readonly SortedDictionary<int, int> _weeks = [];
        private long _days, _ownPercentDays;

        public void Add(LadderWeek week)
        {
            _weeks[week.StatePercent] = _weeks.GetValueOrDefault(week.StatePercent) + 1;
            _days += week.Days;
            _ownPercentDays += week.Days * (100 - week.StatePercent);
        }

        public BenefitRefund Refund(int benefit, string name, decimal? yearly) => new(benefit, name, _weeks.Reverse().ToDictionary(w => w.Key, w => w.Value),
            yearly is { } price ? new Money(_days * price / 365m).Rounded() : null, yearly is { } each ? new Money(_ownPercentDays * each / 36500m).Rounded() : null);
    }
}
