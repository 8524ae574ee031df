using Virker.Casework;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// How a month's days with benefit lie on the refund ladder, what state and municipality pay of them, and the months
/// before it from the first of the year before. A week across two months gives each its own days; a day counts with the
/// percentage of its week.
/// </summary>
public sealed record SeeRefundSplit(int Year, int Month) : IQuery<RefundSplit>;

/// <summary>
/// By benefit, and month by month with the one asked for last; no citizen is shown. <paramref name="PriceSource"/> is
/// empty where no budget gives a price, and then there are no kroner.
/// </summary>
public sealed record RefundSplit(
    IReadOnlyList<BenefitRefund> Benefits,
    IReadOnlyList<RefundMonth> Months,
    string PriceSource
)
{
    public RefundMonth Month => Months[^1];

    /// <summary>
    /// From the first of January to the end of the month, and the same months of the year before; null where the ladder
    /// does not reach back.
    /// </summary>
    public RefundSum YearToDate => RefundSum.Of(Months.Where(m => m.First.Year == Month.First.Year));

    public RefundSum? YearBefore =>
        Months.Where(m => m.First.Year == Month.First.Year - 1 && m.First.Month <= Month.First.Month).ToList()
            is { Count: > 0 } months
        && months.Count == Month.First.Month
            ? RefundSum.Of(months)
            : null;
}

/// <summary>
/// Days of persons on a benefit by the percentage that the state refunds (for dagpenge: that it does not ask the
/// municipality to pay), and the average of it; what they cost at the budget's price, and the municipality's part.
/// </summary>
public sealed record BenefitRefund(
    int Benefit,
    string Name,
    IReadOnlyDictionary<int, int> DaysByPercent,
    Money? Cost,
    Money? Municipality
)
{
    public int Days => DaysByPercent.Values.Sum();

    public double AveragePercent => Days == 0 ? 0 : DaysByPercent.Sum(w => (double)w.Key * w.Value) / Days;

    public Money? State => Cost is { } all && Municipality is { } own ? all - own : null;
}

/// <summary>
/// A calendar month: kroner for as many of its days as the register covers, and a day on average, which can be held
/// against any other month's.
/// </summary>
public sealed record RefundMonth(DateOnly First, int Days, Money? Cost, Money? Municipality)
{
    public bool IsWhole => Days == DateTime.DaysInMonth(First.Year, First.Month);

    public Money? State => Cost is { } all && Municipality is { } own ? all - own : null;

    public Money? MunicipalityPerDay =>
        Municipality is { } own && Days > 0 ? new Money(own.Kroner / Days).Rounded() : null;
}

/// <summary>Months added up.</summary>
public sealed record RefundSum(int Days, Money? Cost, Money? Municipality)
{
    public Money? State => Cost is { } all && Municipality is { } own ? all - own : null;

    internal static RefundSum Of(IEnumerable<RefundMonth> months) =>
        months.Aggregate(
            new RefundSum(0, null, null),
            (sum, m) => new(sum.Days + m.Days, Plus(sum.Cost, m.Cost), Plus(sum.Municipality, m.Municipality))
        );

    private static Money? Plus(Money? a, Money? b) => a is null ? b : b is null ? a : a + b;
}

[Requires("economy.refund.see")]
internal sealed class SeeRefundSplitHandler(
    IBenefitHistories histories,
    IPersonRegister register,
    ILawInForce law,
    BudgetPrices prices
) : IUseCase<SeeRefundSplit, RefundSplit>
{
    public async Task<Outcome<RefundSplit>> RunAsync(SeeRefundSplit query, CancellationToken ct = default)
    {
        if (query.Month is < 1 or > 12 || query.Year is < 2 or > 9998)
            return new Refusal("refund.no-month", "Vælg en måned.", Field: nameof(query.Month));
        var month = new DateOnly(query.Year, query.Month, 1);
        var last = month.AddMonths(1).AddDays(-1);
        if (await register.DataDateAsync(ct) is { } until && until < last)
            last = until < month ? month.AddDays(-1) : until;
        var version = new LawVersion(await law.ReadAsync(ct));
        var (first, ladder) = Ladder(new DateOnly(query.Year - 1, 1, 1), month, last, version);
        if (ladder.IsRefused) return ladder.Refusal;
        var days = new RefundDays(first, month, last);
        await histories.ReadAsync(first, last, history =>
        {
            foreach (var week in ladder.Value.Of(history)) days.Add(week);
        }, ct);
        var (kroner, source) = await prices.InAsync(query.Year, ct);
        var (before, _) = await prices.InAsync(query.Year - 1, ct);
        return new RefundSplit(
            days.ByBenefit(kroner),
            [.. days.Months.Select((m, i) => days.Month(i, m.Year == query.Year ? kroner : before))],
            source
        );
    }

    /// <summary>From the earliest month that the law of the ladder is known for.</summary>
    private static (DateOnly First, Outcome<LadderWeeks> Ladder) Ladder(
        DateOnly first,
        DateOnly month,
        DateOnly last,
        LawVersion version
    )
    {
        var ladder = LadderWeeks.Touching(first, last, version);
        while (ladder.IsRefused && first < month)
            ladder = LadderWeeks.Touching(first = first.AddMonths(1), last, version);
        return (first, ladder);
    }
}
