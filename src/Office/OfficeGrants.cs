using Virker.Platform;

namespace Virker.Office;

internal sealed class OfficeGrants : IModuleGrants
{
    private static readonly Role[] CaseRoles = [Role.CaseWorker, Role.YouthCounsellor, Role.TeamLeader];

    public IEnumerable<(Role Role, string Permission)> Grants =>
        [.. CaseRoles.Select(role => (role, "team.cover.set")), (Role.TeamLeader, "team.worker.set")];
}
