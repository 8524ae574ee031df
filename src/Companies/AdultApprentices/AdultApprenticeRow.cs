using Virker.Kernel;

namespace Virker.Companies;

internal sealed class AdultApprenticeRow
{
    public Guid Id { get; init; }

    public CitizenId CitizenId { get; init; }

    public CompanyId CompanyId { get; init; }

    /// <summary>ledighed or beskaeftigelse.</summary>
    public string ComingFrom { get; init; } = "";

    public string Education { get; init; } = "";

    public DateOnly StartedOn { get; init; }

    public DateOnly? EndedOn { get; set; }

    public int Version { get; set; }
}
