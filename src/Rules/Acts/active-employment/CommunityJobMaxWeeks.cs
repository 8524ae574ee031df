using Virker.Kernel;

namespace Virker.Rules;

/// <summary>How long a nytteindsats may last; no limit from 2025.</summary>
public sealed class CommunityJobMaxWeeks : IRule<NoFacts, CommunityJobMaxWeeks.Length>
{
    /// <param name="Weeks">Weeks at the most; null where there is no limit.</param>
    public sealed record Length(int? Weeks);

    public string Id => "community_job.max_weeks";

    public string Title => "Nytteindsatsens længste varighed";

    public string Anchor => "Tilbuddets første dag";

    public IEnumerable<Example> Examples => [new("""{}""", "2024-12-31"), new("""{}""", "2025-01-01")];

    public Outcome<Finding<Length>> Answer(NoFacts facts, LawOn law)
    {
        if (!law.Knows("community_job.max_weeks.limited", out int limited))
            return law.Refused;
        if (limited == 0)
            return law.Finds(
                new Length(null),
                "Nytteindsats har ingen længste varighed siden 1. januar 2025.",
                "Din nytteindsats har ikke nogen fast længde."
            );
        return law.Knows("community_job.max_weeks.weeks", out int weeks)
            ? law.Finds(
                new Length(weeks),
                Danish.Say($"Nytteindsats kan vare {weeks} uger."),
                Danish.Say($"Din nytteindsats kan vare {weeks} uger.")
            )
            : law.Refused;
    }
}
