using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// How far a person is from beginning again at week 1, and the day on which it happens by itself if the self-support
/// goes on.
/// </summary>
internal sealed class RefundRestart : IRule<RefundRestart.Facts, RefundRestart.Distance>
{
    public sealed record Facts(List<RefundWeek.Support> Periods);

    /// <param name="SelfSupportWeeks">Whole weeks of self-support within the latest years, before the day.</param>
    /// <param name="MissingWeeks">Weeks still to come.</param>
    /// <param name="RestartsFrom">The first Monday from which a new benefit would be week 1, without benefit until
    /// then; null when no benefit has been paid.</param>
    public sealed record Distance(int SelfSupportWeeks, int MissingWeeks, DateOnly? RestartsFrom);

    private const int FurthestWeeks = 4 * 53;

    public string Id => "refund.restart";

    public string Title => "Hvornår refusionstrappen begynder forfra";

    public string Anchor => "En mandag uden ydelse";

    public IEnumerable<Example> Examples =>
        [new("""{"periods": [{"kind": "benefit", "from": "2021-01-04", "to": "2022-02-27"}]}""", "2022-08-29")];

    public Outcome<Finding<Distance>> Answer(Facts facts, LawOn law)
    {
        if (law.Day.DayOfWeek != DayOfWeek.Monday)
            return new Refusal("bad-fact", "Datoen skal være en mandag.", Field: "on");
        if (
            !law.Knows("refund.week.restart-weeks", out int needed)
            || !law.Knows("refund.week.restart-within-years", out int years)
        )
            return law.Refused;
        var spells = facts
            .Periods.Where(p => p.Kind != "self-support")
            .Select(p => new LadderSpell(p.From.DayNumber / 7, p.To.DayNumber / 7, p.Kind == "benefit"))
            .OrderBy(s => s.First)
            .ToArray();
        var now = law.Day.DayNumber / 7;
        if (!spells.Any(s => s.Counts && s.First < now))
            return law.Finds(
                new Distance(0, 0, null),
                "Der er ingen tidligere uger med ydelse: en ny ydelse begynder i uge 1.",
                "En ny periode med hjælp tælles fra uge 1."
            );
        var free = RefundLadder.SelfSupportBefore(spells, now, needed, years);
        var on = Enumerable
            .Range(now, FurthestWeeks)
            .FirstOrDefault(w => RefundLadder.SelfSupportBefore(spells, w, needed, years) >= needed);
        DateOnly? from = on == 0 ? null : DateOnly.FromDayNumber(on * 7);
        if (free < needed)
            law.Fails(
                Danish.Say($"{free} hele uger uden offentlig forsørgelse inden for {years} år"),
                Danish.Say($"{needed} hele uger."),
                from
            );
        return law.Finds(
            new Distance(free, Math.Max(0, needed - free), from),
            Danish.Say($"{free} af {needed} uger uden offentlig forsørgelse inden for {years} år{(from is { } day ? Danish.Say($": en ydelse, der begynder fra {day:d. MMMM yyyy}, er i uge 1") : "")}."),
            from is { } monday
                ? Danish.Say($"Klarer du dig uden hjælp til {monday:d. MMMM yyyy}, tælles en ny periode fra uge 1. Det betyder noget for kommunens regnskab, ikke for dit beløb.")
                : "En ny periode med hjælp tælles videre fra den uge, du kom til."
        );
    }
}
