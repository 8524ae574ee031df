using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// What the state refunds of a whole history of benefits, week by week: the place on the ladder by the weeks before,
/// the percentage by the law of the week that is paid for. Of dagpenge the state asks the municipality for its share
/// instead.
/// </summary>
public sealed class RefundHistory : IRule<RefundHistory.Facts, RefundHistory.Sum>
{
    /// <param name="Kind">benefit, wage-subsidy or self-support.</param>
    /// <param name="From">A Monday.</param>
    /// <param name="To">A Sunday.</param>
    /// <param name="Weekly">Kroner paid a week.</param>
    /// <param name="Benefit">"dagpenge" is co-financed; every other benefit is refunded.</param>
    public sealed record Paid(
        [OneOf("benefit", "wage-subsidy", "self-support")] string Kind,
        DateOnly From,
        DateOnly To,
        [Within(0)] decimal Weekly = 0m,
        string? Benefit = null
    );

    public sealed record Facts(List<Paid> Periods);

    /// <param name="Weeks">Weeks with benefit.</param>
    /// <param name="Amount">Kroner paid.</param>
    /// <param name="State">Kroner that the state bears.</param>
    /// <param name="Own">Kroner that the municipality bears.</param>
    /// <param name="Steps">The same by the percentage that the state bears.</param>
    /// <param name="Restarts">The Mondays on which the count began again.</param>
    public sealed record Sum(
        int Weeks,
        decimal Amount,
        decimal State,
        decimal Own,
        IReadOnlyList<Step> Steps,
        IReadOnlyList<DateOnly> Restarts
    );

    public sealed record Step(int Percent, int Weeks, decimal State);

    public string Id => "refund.history";

    public string Title => "Refusion og medfinansiering af et helt forløb";

    public string Anchor => "Mandagen i den sidste uge, der regnes med; hver uge følger loven i den uge";

    public IEnumerable<Example> Examples =>
        [
            new(
                """{"periods": [{"kind": "benefit", "benefit": "kontanthjælp", "weekly": 3000, "from": "2023-01-02", "to": "2023-07-30"}]}""",
                "2023-07-24"
            ),
            new(
                """{"periods": [{"kind": "benefit", "benefit": "kontanthjælp", "weekly": 3000, "from": "2022-01-03", "to": "2023-02-26"}]}""",
                "2023-02-20"
            ),
            new(
                """{"periods": [{"kind": "benefit", "benefit": "dagpenge", "weekly": 4000, "from": "2021-01-04", "to": "2021-06-27"}, {"kind": "benefit", "benefit": "kontanthjælp", "weekly": 3000, "from": "2022-06-27", "to": "2022-07-31"}]}""",
                "2022-07-25"
            ),
        ];

    public Outcome<Finding<Sum>> Answer(Facts facts, LawOn law)
    {
        if (Mistake(facts.Periods, law.Day) is { } mistake)
            return mistake;
        if (
            !law.Knows("refund.week.restart-weeks", out int restart)
            || !law.Knows("refund.week.restart-within-years", out int years)
        )
            return law.Refused;
        var spells = facts
            .Periods.Where(p => p.Kind != "self-support")
            .Select(p => new LadderSpell(p.From.DayNumber / 7, p.To.DayNumber / 7, p.Kind == "benefit"))
            .OrderBy(s => s.First)
            .ToArray();
        var weeks = new List<(int Percent, decimal Paid, decimal State)>();
        var restarts = new List<DateOnly>();
        foreach (var (week, paid) in Weeks(facts.Periods, law.Day))
        {
            var number = RefundLadder.Week(spells, week, restart, years);
            if (number == 1 && weeks.Count > 0) restarts.Add(DateOnly.FromDayNumber(week * 7));
            var percent = Percent(law.At(DateOnly.FromDayNumber(week * 7)), number, paid.Benefit == "dagpenge");
            if (percent.IsRefused) return percent.Refusal;
            weeks.Add((percent.Value, paid.Weekly, paid.Weekly * percent.Value / 100));
        }

        return Total(weeks, restarts, law);
    }

    private static Outcome<Finding<Sum>> Total(
        List<(int Percent, decimal Paid, decimal State)> weeks,
        List<DateOnly> restarts,
        LawOn law
    )
    {
        var (amount, state) = (Kroner(weeks.Sum(w => w.Paid)), Kroner(weeks.Sum(w => w.State)));
        var steps = weeks
            .GroupBy(w => w.Percent)
            .OrderByDescending(g => g.Key)
            .Select(g => new Step(g.Key, g.Count(), Kroner(g.Sum(w => w.State))))
            .ToList();
        var shares = string.Join(", ", steps.Select(s => Danish.Say($"{s.Weeks} uger à {s.Percent} pct.")));
        var again = restarts.Count > 0 ? $" Trappen begyndte forfra {string.Join(", ", restarts.Select(Danish.Date))}." : "";
        return law.Finds(
            new Sum(weeks.Count, amount, state, amount - state, steps, restarts),
            Danish.Say($"{weeks.Count} uger med ydelse, {amount:#,0.##} kr.: staten bærer {state:#,0.##} kr. ({shares}), ")
                + Danish.Say($"kommunen {amount - state:#,0.##} kr.{again}"),
            "Hvor længe en borger har fået hjælp, afgør, hvor meget af hjælpen staten betaler til kommunen. Det ændrer ikke, hvad borgeren får."
        );
    }

    private static Outcome<int> Percent(LawOn law, int week, bool dagpenge)
    {
        var (step, _) = RefundPercentage.Step(week, law);
        if (!law.Knows($"refund.{(dagpenge ? "cofinancing" : "percentage")}.{step}", out int percent))
            return law.Refused;
        return dagpenge ? 100 - percent : percent;
    }

    private static IEnumerable<(int Week, Paid Paid)> Weeks(List<Paid> periods, DateOnly last)
    {
        var at = int.MinValue;
        foreach (var period in periods.Where(p => p.Kind == "benefit").OrderBy(p => p.From))
            for (
                var week = Math.Max(at, period.From.DayNumber / 7);
                week <= Math.Min(period.To.DayNumber, last.DayNumber) / 7;
                at = ++week
            )
                yield return (week, period);
    }

    private static Refusal? Mistake(List<Paid> periods, DateOnly on)
    {
        var wrong = periods.FindIndex(p =>
            p.From.DayOfWeek != DayOfWeek.Monday || p.To.DayOfWeek != DayOfWeek.Sunday || p.To < p.From
        );
        if (wrong >= 0)
            return new("bad-fact", Danish.Say($"Periode {wrong + 1} skal gå fra en mandag til en søndag."), Field: "periods");
        return on.DayOfWeek == DayOfWeek.Monday ? null : new("bad-fact", "Datoen skal være en mandag.", Field: "on");
    }

    private static decimal Kroner(decimal amount) => new Money(amount).Rounded().Kroner;
}
