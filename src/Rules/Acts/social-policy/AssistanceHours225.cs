using Virker.Kernel;

namespace Virker.Rules;

/// <summary>225-timersreglen, until 30 June 2025.</summary>
internal sealed class AssistanceHours225 : IRule<AssistanceHours225.Facts, AssistanceHours225.Hours>
{
    /// <param name="Worked">Ordinary hours within the latest 12 months.</param>
    /// <param name="MonthsOnHelp">Months on help of the latest 36.</param>
    public sealed record Facts([Within(0)] decimal Worked, [Within(0, 36)] decimal MonthsOnHelp);

    public sealed record Hours(bool Applies, bool Met, decimal Missing);

    public string Id => "assistance.hours_225";

    public string Title => "225-timersreglen til og med 30. juni 2025";

    public string Anchor => "Dagen, der spørges for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"worked": 180, "months_on_help": 20}""", "2024-05-01"),
            new("""{"worked": 0, "months_on_help": 8}""", "2024-05-01"),
        ];

    public Outcome<Finding<Hours>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("assistance.hours_225.hours", out decimal needed)
            || !law.Knows("assistance.hours_225.within-months", out int within)
            || !law.Knows("assistance.hours_225.help-years", out decimal help)
            || !law.Knows("assistance.hours_225.help-within-years", out decimal helpWithin)
        )
            return law.Refused;
        if (facts.MonthsOnHelp < help * 12)
            return law.Finds(
                new Hours(false, true, 0m),
                Danish.Say($"Kravet gælder først efter {help:0.#} års hjælp inden for {helpWithin:0.#} år."),
                "Du skal endnu ikke vise, at du har arbejdet et bestemt antal timer."
            );
        var missing = Math.Max(0m, needed - facts.Worked);
        if (missing > 0)
            law.Fails(
                Danish.Say($"{facts.Worked:0.##} timers ordinært arbejde inden for {within} måneder"),
                Danish.Say($"{missing:0.##} timer mere.")
            );
        return law.Finds(
            new Hours(true, missing == 0m, missing),
            Danish.Say($"{facts.Worked:0.##} af {needed:0.##} timer inden for {within} måneder."),
            missing > 0
                ? Danish.Say($"Du mangler {missing:0.##} timers arbejde for at holde din fulde hjælp.")
                : "Du har arbejdet de timer, der kræves."
        );
    }
}
