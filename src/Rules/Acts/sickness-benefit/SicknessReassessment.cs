using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Revurderingstidspunktet: the end of the month in which sick pay has been paid for more than 22 weeks of the latest
/// nine months (pensioners: 26 of twelve). Reduced sick pay counts fully; the employer's own period and maternity do
/// not.
/// </summary>
public sealed class SicknessReassessment : IRule<SicknessReassessment.Facts, SicknessReassessment.Limit>
{
    /// <param name="From">First day paid by the municipality.</param>
    /// <param name="To">Last day; null when it still runs.</param>
    public sealed record Paid(DateOnly From, DateOnly? To = null);

    /// <param name="Periods">Days with sick pay, the employer's period and maternity left out.</param>
    public sealed record Facts(List<Paid> Periods, bool Pensioner = false);

    /// <param name="On">The end of the month, if sick pay goes on; null when it has stopped before.</param>
    /// <param name="WeeksPaid">Weeks paid within the months before the day.</param>
    public sealed record Limit(DateOnly? On, decimal WeeksPaid);

    private const int FurthestMonths = 24;

    public string Id => "sickness.reassessment";

    public string Title => "Revurderingstidspunktet for sygedagpenge";

    public string Anchor => "Den dag, der spørges for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"periods": [{"from": "2024-01-08"}]}""", "2024-03-04"),
            new("""{"periods": [{"from": "2023-05-01", "to": "2023-08-31"}, {"from": "2024-01-08"}]}""", "2024-03-04"),
            new("""{"periods": [{"from": "2024-01-08", "to": "2024-02-29"}]}""", "2024-03-04"),
        ];

    public Outcome<Finding<Limit>> Answer(Facts facts, LawOn law)
    {
        var kind = facts.Pensioner ? "pensioner-" : "";
        if (
            !law.Knows($"sickness.reassessment.{kind}weeks", out int weeks)
            || !law.Knows($"sickness.reassessment.{kind}within-months", out int months)
            || !law.Knows("sickness.reassessment.not-counted", out string notCounted)
        )
            return law.Refused;
        if (facts.Periods.FindIndex(p => p.To < p.From) is >= 0 and var wrong)
            return new Refusal("bad-fact", Danish.Say($"Periode {wrong + 1} slutter, før den begynder."), Field: "periods");
        var on = MonthEnds(facts.Periods, law.Day)
            .Where(end => Days(facts.Periods, end, months) > 7 * weeks)
            .Select(end => (DateOnly?)end)
            .FirstOrDefault();
        var paid = decimal.Round(Days(facts.Periods, law.Day, months) / 7m, 1);
        if (on is null || on > law.Day)
            law.Fails(Danish.Say($"{paid:0.#} uger med sygedagpenge inden for {months} måneder"), Danish.Say($"Mere end {weeks} uger."), on);
        return law.Finds(
            new Limit(on, paid),
            Danish.Say($"{paid:0.#} uger inden for {months} måneder indtil {law.Day}; revurderes {(on is { } day ? Danish.Say($"{day}") : "ikke, når udbetalingen er ophørt")}. Tæller ikke med: {notCounted}."),
            on is { } end
                ? Danish.Say($"Bliver du ved med at være syg, ser vi på din ret til sygedagpenge igen {end:d. MMMM yyyy}.")
                : "Dine sygedagpenge er ophørt, før de skulle vurderes igen."
        );
    }

    /// <summary>
    /// First day of the latest time with sick pay, without a break: an earlier one had its own day. The periods need
    /// stand in no order.
    /// </summary>
    public static DateOnly Begun(IReadOnlyList<Paid> periods)
    {
        var latest = periods.OrderByDescending(p => p.From).ToList();
        var begun = latest[0].From;
        foreach (var before in latest.Skip(1))
        {
            if (before.To is { } to && to < begun.AddDays(-1)) break;
            begun = before.From;
        }

        return begun;
    }

    private static IEnumerable<DateOnly> MonthEnds(List<Paid> periods, DateOnly day)
    {
        if (periods.Count == 0) yield break;
        var first = Begun(periods);
        for (
            var month = new DateOnly(first.Year, first.Month, 1);
            month < day.AddMonths(FurthestMonths);
            month = month.AddMonths(1)
        )
            yield return month.AddMonths(1).AddDays(-1);
    }

    private static int Days(List<Paid> periods, DateOnly until, int months)
    {
        var since = until.AddDays(1).AddMonths(-months);
        return periods.Sum(p => new Period(p.From, p.To).DaysWithin(since, until));
    }
}
