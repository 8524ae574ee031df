using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Merbeskæftigelse, counted by company: a job with wage subsidy must be a net increase against the average of the
/// latest twelve months.
/// </summary>
public sealed class ExtraEmployment : IRule<ExtraEmployment.Facts, ExtraEmployment.Increase>
{
    /// <param name="Average">Ordinarily employed in the whole company on average of the latest 12 months.</param>
    /// <param name="Employees">Ordinarily employed in it today, without the new person.</param>
    /// <param name="NewPersons">Persons to be employed.</param>
    public sealed record Facts(
        [Within(0)] decimal Average,
        [Within(0)] decimal Employees,
        [Within(1)] int NewPersons = 1
    );

    /// <param name="Met">Whether it is an increase.</param>
    /// <param name="Net">Persons above the average, with the new ones.</param>
    public sealed record Increase(bool Met, decimal Net);

    public string Id => "wage_subsidy.extra_employment";

    public string Title => "Merbeskæftigelse i virksomheden";

    public string Anchor => "Ansættelsens første dag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"average": 20, "employees": 20}""", "2024-03-04"),
            new("""{"average": 20, "employees": 19}""", "2024-03-04"),
            new("""{"average": 20, "employees": 18}""", "2024-03-04"),
        ];

    public Outcome<Finding<Increase>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows("wage_subsidy.extra_employment.within-months", out int months)) return law.Refused;
        var net = facts.Employees + facts.NewPersons - facts.Average;
        if (net <= 0)
            law.Fails(
                Danish.Say($"{facts.Employees + facts.NewPersons:0.##} ansatte mod {facts.Average:0.##} i gennemsnit af {months} måneder"),
                "Flere ordinært ansatte end gennemsnittet, når den nye er med."
            );
        return law.Finds(
            new Increase(net > 0, net),
            Danish.Say($"Med den nye er der {facts.Employees + facts.NewPersons:0.##} ansatte mod {facts.Average:0.##} i gennemsnit af de seneste {months} måneder: {(net > 0 ? "merbeskæftigelse" : "ikke merbeskæftigelse")}."),
            net > 0
                ? "Ansættelsen er en ekstra ansættelse i virksomheden."
                : "Virksomheden skal have flere ansatte end i det seneste år, før den kan få løntilskud."
        );
    }
}
