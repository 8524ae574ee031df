using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Whether the dedicated talk about repatriation is due.</summary>
public sealed class RepatriationTalk : IRule<RepatriationTalk.Facts, RepatriationTalk.Talk>
{
    /// <param name="YearsInDenmark">Years in Denmark.</param>
    /// <param name="MonthsOnAssistance">Months on benefits of the kontanthjælp system within the latest 36.</param>
    public sealed record Facts([Within(0)] decimal YearsInDenmark, [Within(0, 36)] decimal MonthsOnAssistance);

    public sealed record Talk(bool Due);

    public string Id => "repatriation.talk";

    public string Title => "Særskilt samtale om repatriering";

    public string Anchor => "Dagen, der spørges for";

    public IEnumerable<Example> Examples =>
        [new("""{"years_in_denmark": 6, "months_on_assistance": 20}""", "2024-03-04")];

    public Outcome<Finding<Talk>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("repatriation.talk.years", out decimal years)
            || !law.Knows("repatriation.talk.months", out decimal months)
        )
            return law.Refused;
        if (facts.YearsInDenmark < years)
            law.Fails(
                Danish.Say($"{facts.YearsInDenmark} år i Danmark"),
                Danish.Say($"Mindst {years} år i Danmark."),
                law.Day.AddMonths((int)Math.Ceiling((years - facts.YearsInDenmark) * 12))
            );
        if (facts.MonthsOnAssistance < months)
            law.Fails(Danish.Say($"{facts.MonthsOnAssistance} måneder på hjælp af de seneste 36"), Danish.Say($"Mindst {months} måneder."));
        var due = facts.YearsInDenmark >= years && facts.MonthsOnAssistance >= months;
        return law.Finds(
            new Talk(due),
            Danish.Say($"En særskilt samtale om repatriering holdes efter {years} år i Danmark og {months} måneder på hjælp af de seneste 36: {(due ? "ja" : "nej")}."),
            due
                ? "Vi tager en samtale om muligheden for støtte til at rejse hjem, hvis du selv ønsker det."
                : "Du skal ikke til en særskilt samtale om repatriering."
        );
    }
}
