using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Where a person stands on the refund ladder in a week: weeks with benefit add up across benefits, and start again at
/// 1 when the person, after the first week, has had 52 whole calendar weeks of self-support within the latest three
/// years. A week with neither benefit nor subsidised wage is self-support. Lov om kommunernes finansiering af visse
/// offentlige ydelser §§ 5 and 6; weeks count from 1 July 2014 (§ 27).
/// </summary>
public sealed class RefundWeek : IRule<RefundWeek.Facts, RefundWeek.Place>
{
    /// <summary>The Monday of the first week that counts.</summary>
    public static readonly DateOnly FirstWeek = new(2014, 6, 30);

    private static readonly LawRef Transition = new(
        "Lov om kommunernes finansiering af visse offentlige ydelser",
        "27"
    );

    /// <param name="Kind">benefit, wage-subsidy or self-support.</param>
    /// <param name="From">A Monday.</param>
    /// <param name="To">A Sunday.</param>
    /// <param name="Benefit">Which benefit; it makes no difference to the count.</param>
    public sealed record Support(
        [OneOf("benefit", "wage-subsidy", "self-support")] string Kind,
        DateOnly From,
        DateOnly To,
        string? Benefit = null
    );

    public sealed record Facts(List<Support> Periods);

    /// <param name="Week">The week on the ladder, 1 the first.</param>
    /// <param name="Percent">Percent that the state refunds in it.</param>
    public sealed record Place(int Week, int Percent);

    public string Id => "refund.week";

    public string Title => "Uge på refusionstrappen";

    public string Anchor => "Mandagen i den uge, der betales for";

    public IEnumerable<Example> Examples =>
        [
            new(
                """{"periods": [{"kind": "benefit", "benefit": "kontanthjælp", "from": "2023-01-02", "to": "2023-05-21"}, {"kind": "benefit", "benefit": "sygedagpenge", "from": "2023-05-22", "to": "2023-07-30"}]}""",
                "2023-05-22"
            ),
            new(
                """{"periods": [{"kind": "benefit", "from": "2021-01-04", "to": "2022-02-27"}, {"kind": "self-support", "from": "2022-02-28", "to": "2023-02-19"}, {"kind": "benefit", "from": "2023-02-20", "to": "2023-06-25"}]}""",
                "2023-02-20"
            ),
            new(
                """{"periods": [{"kind": "benefit", "from": "2021-01-04", "to": "2022-02-27"}, {"kind": "self-support", "from": "2022-02-28", "to": "2023-02-26"}, {"kind": "benefit", "from": "2023-02-27", "to": "2023-06-25"}]}""",
                "2023-02-27"
            ),
        ];

    public Outcome<Finding<Place>> Answer(Facts facts, LawOn law)
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
        var week = RefundLadder.Week(spells, law.Day.DayNumber / 7, restart, years);
        var (step, words) = RefundPercentage.Step(week, law);
        if (!law.Knows($"refund.percentage.{step}", out int percent))
            return law.Refused;
        return law.Under(Transition)
            .Finds(
                new Place(week, percent),
                Danish.Say($"Uge {week} med ydelse siden den seneste genstart ({words.ToLowerInvariant()}): staten refunderer {percent} pct."),
                Danish.Say($"Du er i uge {week} med hjælp. Det betyder noget for, hvor meget staten betaler til kommunen, ikke for dit beløb.")
            );
    }

    private static Refusal? Mistake(List<Support> periods, DateOnly on)
    {
        foreach (var (period, number) in periods.Select((p, i) => (p, i + 1)))
        {
            if (
                period.From.DayOfWeek != DayOfWeek.Monday
                || period.To.DayOfWeek != DayOfWeek.Sunday
                || period.To < period.From
            )
                return new("bad-fact", Danish.Say($"Periode {number} skal gå fra en mandag til en søndag."), Field: "periods");
        }

        if (on.DayOfWeek != DayOfWeek.Monday) return new("bad-fact", "Datoen skal være en mandag.", Field: "on");
        return periods.Any(p => p.Kind == "benefit" && p.From <= on && on <= p.To) ? null
            : new("bad-fact", "Datoen skal ligge i en uge med ydelse.", Field: "on");
    }
}
