using Virker.Kernel;

namespace Virker.Office;

/// <summary>
/// Whom the office has to do with (part): a citizen or a company. Exactly one of the two is set.
/// </summary>
public readonly record struct Party
{
    private Party(CitizenId? citizen, CompanyId? company) => (Citizen, Company) = (citizen, company);

    public CitizenId? Citizen { get; }

    public CompanyId? Company { get; }

    public Guid Id => Citizen?.Value ?? Company!.Value.Value;

    public static Party Of(CitizenId citizen) => new(citizen, null);

    public static Party Of(CompanyId company) => new(null, company);
}
