using Virker.Kernel;
using Virker.Platform;

namespace Virker.SelfService;

/// <summary>What citizens and companies may see of themselves; each use case shows only the one who asks.</summary>
internal sealed class OwnGrants : IModuleGrants
{
    public IEnumerable<(Role Role, string Permission)> Grants =>
    [
        (Role.Citizen, "self-service.own-case.see"),
        (Role.Company, "self-service.own-company.see"),
    ];
}
