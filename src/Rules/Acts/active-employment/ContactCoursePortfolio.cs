using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The contact course measured on the group (from 1 July 2026): the conversations must be held with three in four, the
/// first with all, and one in four may be exempted.
/// </summary>
public sealed class ContactCoursePortfolio : IRule<ContactCoursePortfolio.Facts, ContactCoursePortfolio.Measured>
{
    /// <param name="Citizens">Citizens of the group.</param>
    /// <param name="AllHeld">Of them, those with whom every due conversation has been held.</param>
    /// <param name="FirstHeld">Of them, those with whom the first has been held, or is not due yet.</param>
    /// <param name="Exempted">Of them, those who are exempted.</param>
    public sealed record Facts(
        [Within(0)] int Citizens,
        [Within(0)] int AllHeld,
        [Within(0)] int FirstHeld,
        [Within(0)] int Exempted = 0
    );

    /// <param name="Percent">Share with whom all was held.</param>
    /// <param name="Met">Whether both demands are met.</param>
    /// <param name="MissingCitizens">How many more must have all theirs for the share to be met.</param>
    /// <param name="FirstMissing">How many still lack the first.</param>
    /// <param name="ExemptRoom">How many more may be exempted.</param>
    public sealed record Measured(decimal Percent, bool Met, int MissingCitizens, int FirstMissing, int ExemptRoom);

    public string Id => "contact_course.portfolio";

    public string Title => "Kontaktforløbet målt på hele gruppen";

    public string Anchor => "Den dag, der måles";

    public IEnumerable<Example> Examples =>
        [
            new("""{"citizens": 400, "all_held": 300, "first_held": 400, "exempted": 80}""", "2026-10-01"),
            new("""{"citizens": 400, "all_held": 299, "first_held": 398, "exempted": 100}""", "2026-10-01"),
        ];

    public Outcome<Finding<Measured>> Answer(Facts facts, LawOn law)
    {
        if (facts.AllHeld > facts.Citizens || facts.FirstHeld > facts.Citizens || facts.Exempted > facts.Citizens)
            return new Refusal("bad-fact", "En del af gruppen kan ikke være større end gruppen.", Field: "citizens");
        if (
            !law.Knows("contact_course.portfolio.share", out decimal share)
            || !law.Knows("contact_course.portfolio.exempt-share", out decimal exempt)
            || !law.Knows("contact_course.portfolio.first-share", out decimal firstShare)
        )
            return law.Refused;
        var percent = facts.Citizens == 0 ? 100m : decimal.Round(100m * facts.AllHeld / facts.Citizens, 1);
        var missing = Math.Max(0, (int)Math.Ceiling(facts.Citizens * share / 100) - facts.AllHeld);
        var first = Math.Max(0, (int)Math.Ceiling(facts.Citizens * firstShare / 100) - facts.FirstHeld);
        var room = Math.Max(0, (int)Math.Floor(facts.Citizens * exempt / 100) - facts.Exempted);
        if (missing > 0)
            law.Fails(
                Danish.Say($"Samtalerne er holdt med {percent:0.#} pct."),
                Danish.Say($"Mindst {share:0.#} pct.: {missing} borgere mere.")
            );
        if (first > 0)
            law.Fails(Danish.Say($"{first} borgere mangler den første samtale"), "Den første samtale holdes med alle.");
        if (facts.Exempted * 100 > facts.Citizens * exempt)
            law.Fails(Danish.Say($"{facts.Exempted} borgere er fritaget"), Danish.Say($"Højst {exempt:0.#} pct. af gruppen kan fritages."));
        var met = missing == 0 && first == 0 && facts.Exempted * 100 <= facts.Citizens * exempt;
        return law.Finds(new Measured(percent, met, missing, first, room),
            Danish.Say($"Samtalerne er holdt med {percent:0.#} pct. af {facts.Citizens} borgere (mindst {share:0.#}); {first} mangler den første; {room} kan endnu fritages."),
            Danish.Say($"Kommunen skal holde samtaler med mindst {share:0.#} af 100 ledige i gruppen, og alle skal have en første samtale.")
        );
    }
}
