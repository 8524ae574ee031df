using Virker.Platform;

namespace Virker.Economy;

internal sealed class EconomyGrants : IModuleGrants
{
    public IEnumerable<(Role Role, string Permission)> Grants =>
    [
        (Role.Controller, "economy.*"),
        (Role.TeamLeader, "economy.budget.see"),
        (Role.TeamLeader, "economy.refund.see"),
        (Role.Administrator, "economy.regulation.*"),
    ];
}
