using Virker.Kernel;

namespace Virker.Rules;

/// <summary>The last day on which a sanction can be deducted: three whole calendar months after the event.</summary>
public sealed class SanctionDeductBy : IRule<NoFacts, SanctionDeductBy.Deadline>
{
    public sealed record Deadline(DateOnly By);

    public string Id => "sanction.deduct_by";

    public string Title => "Frist for at trække en sanktion";

    public string Anchor => "Hændelsens dag";

    public IEnumerable<Example> Examples => [new("""{}""", "2024-03-15")];

    public Outcome<Finding<Deadline>> Answer(NoFacts facts, LawOn law)
    {
        if (!law.Knows("sanction.deduct_by.months", out int months)) return law.Refused;
        var by = new DateOnly(law.Day.Year, law.Day.Month, 1).AddMonths(months + 1).AddDays(-1);
        return law.Finds(
            new Deadline(by),
            Danish.Say($"Fradraget skal ske inden for {months} hele kalendermåneder efter den {law.Day}: senest den {by}."),
            Danish.Say($"Kommunen kan højst vente til {by:d. MMMM yyyy} med at trække beløbet.")
        );
    }
}
