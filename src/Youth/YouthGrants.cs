using Virker.Platform;

namespace Virker.Youth;

internal sealed class YouthGrants : IModuleGrants
{
    public IEnumerable<(Role Role, string Permission)> Grants =>
    [
        (Role.YouthCounsellor, "youth.*"),
        (Role.CaseWorker, "youth.education.see"),
        (Role.TeamLeader, "youth.education.see"),
    ];
}
