using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Rimelighedskravet: how many supported places a production unit (P-number) may have: one for each five employees up
/// to fifty, one more for each ten above, at least one.
/// </summary>
public sealed class PlacementCapacity : IRule<PlacementCapacity.Facts, PlacementCapacity.Places>
{
    internal const int Border = 50;

    /// <param name="Employees">Ordinarily employed in the production unit, without support.</param>
    /// <param name="Internships">Persons in virksomhedspraktik there already.</param>
    /// <param name="WageSubsidies">Persons with løntilskud there already.</param>
    /// <param name="CommunityJobs">Persons in nytteindsats there already; counted until the end of 2024.</param>
    public sealed record Facts(
        [Within(0)] int Employees,
        [Within(0)] int Internships,
        [Within(0)] int WageSubsidies,
        [Within(0)] int CommunityJobs
    );

    public sealed record Places(int Max, int Used, int Free);

    public string Id => "placement.capacity";

    public string Title => "Rimelighedskravet: støttede pladser på en produktionsenhed";

    public string Anchor => "Den dag pladsen begynder";

    public IEnumerable<Example> Examples =>
        [
            new("""{"employees": 12, "internships": 0, "wage_subsidies": 0, "community_jobs": 0}""", "2024-03-04"),
            new("""{"employees": 10, "internships": 1, "wage_subsidies": 0, "community_jobs": 1}""", "2024-12-31"),
            new("""{"employees": 10, "internships": 1, "wage_subsidies": 0, "community_jobs": 1}""", "2025-01-02"),
        ];

    public Outcome<Finding<Places>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows("placement.capacity.up-to-50-per", out int per)
            || !law.Knows("placement.capacity.above-50-per", out int abovePer)
            || !law.Knows("placement.capacity.at-least", out int least)
            || !law.Knows("placement.capacity.counts-community-jobs", out int counts)
        )
            return law.Refused;
        var max = Math.Max(
            least,
            (Math.Min(facts.Employees, Border) / per) + (Math.Max(0, facts.Employees - Border) / abovePer)
        );
        var used = facts.Internships + facts.WageSubsidies + (counts == 1 ? facts.CommunityJobs : 0);
        var free = Math.Max(0, max - used);
        if (free == 0)
            law.Fails(
                "Alle pladser er brugt",
                Danish.Say($"En af de {used} pladser skal blive ledig, eller der skal ansættes flere ordinært.")
            );
        return law.Finds(
            new Places(max, used, free),
            Danish.Say($"{facts.Employees} ordinært ansatte giver {max} pladser; {used} er brugt{(counts == 1 ? "" : ", nytteindsats tæller ikke med")}, så {free} er ledige."),
            free > 0
                ? Danish.Say($"Virksomheden kan tage {free} til i praktik eller løntilskud.")
                : "Virksomheden kan ikke tage flere i praktik eller løntilskud nu."
        );
    }
}
