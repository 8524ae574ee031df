using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The two days of the quota year: municipalities agree before one, else the agency decides before the other.
/// </summary>
internal sealed class IntegrationQuota : IRule<NoFacts, IntegrationQuota.Days>
{
    /// <param name="AgreeBefore">Municipalities of a region agree and report before this day.</param>
    /// <param name="SetBefore">Else the agency sets the quotas before this day.</param>
    public sealed record Days(DateOnly AgreeBefore, DateOnly SetBefore);

    public string Id => "integration.quota";

    public string Title => "Kommunekvoter";

    public string Anchor => "En dag i året før kvoteåret";

    public IEnumerable<Example> Examples => [new("{}", "2025-06-01")];

    public Outcome<Finding<Days>> Answer(NoFacts facts, LawOn law)
    {
        if (
            !law.Knows("integration.quota.agree-month", out int month)
            || !law.Knows("integration.quota.agree-day", out int agree)
            || !law.Knows("integration.quota.set-day", out int set)
            || !law.Knows("integration.quota.chain", out string chain)
        )
            return law.Refused;
        var found = new Days(new(law.Day.Year, month, agree), new(law.Day.Year, month, set));
        return law.Finds(
            found,
            Danish.Say($"Kommunerne aftaler før {found.AgreeBefore}; ellers fastsættes kvoterne før {found.SetBefore}. {chain}."),
            Danish.Say($"Kommunerne aftaler før {found.AgreeBefore:d. MMMM yyyy}, hvor mange flygtninge hver tager imod.")
        );
    }
}
