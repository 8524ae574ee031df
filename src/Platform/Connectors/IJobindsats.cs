using Virker.Kernel;

namespace Virker.Platform;

/// <summary>jobindsats.dk, the agency's statistics: a table for the newest periods.</summary>
public interface IJobindsats
{
    /// <summary>
    /// Refused where the key is lacking or wrong, the table is not there, or nobody answers after several tries.
    /// </summary>
    Task<Outcome<OfficialTable>> AskAsync(JobindsatsQuestion question, string? key, CancellationToken ct = default);
}

/// <summary>
/// The newest <paramref name="Latest"/> periods of a table ("y01a02"). Asked for more than there are, the answer has
/// those there are. Newer months are revised upwards, so whoever keeps the figures asks again for a window of them.
/// </summary>
public sealed record JobindsatsQuestion(
    string Table,
    OfficialPeriodKind Kind,
    int Latest,
    OfficialAreas Areas = OfficialAreas.WholeCountry
);

public enum OfficialPeriodKind
{
    Month,
    Quarter,
}

public enum OfficialAreas
{
    WholeCountry,
    EachMunicipality,
}
