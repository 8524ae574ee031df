using Virker.Platform;

namespace Virker.Newcomers;

internal sealed class NewcomersGrants : IModuleGrants
{
    public IEnumerable<(Role Role, string Permission)> Grants =>
    [
        (Role.CaseWorker, "newcomers.*"),
        (Role.TeamLeader, "newcomers.*"),
    ];
}
