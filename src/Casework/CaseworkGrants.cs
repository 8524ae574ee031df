using Virker.Platform;

namespace Virker.Casework;

internal sealed class CaseworkGrants : IModuleGrants
{
    private static readonly Role[] CaseRoles = [Role.CaseWorker, Role.YouthCounsellor, Role.TeamLeader];

    public IEnumerable<(Role Role, string Permission)> Grants =>
    [
        .. CaseRoles.Select(role => (role, "casework.*")),
        (Role.CompanyConsultant, "casework.citizen.find"),
        (Role.CompanyConsultant, "casework.citizen.see"),
        (Role.Administrator, "casework.team.see"),
        (Role.Public, "casework.link.use"),
        (Role.TeamLeader, "casework-lead.*"),
        (Role.Administrator, "casework-lead.choice.set"),
        (Role.Citizen, "self-service.own-plan.see"),
        .. Role.SignedIn.Append(Role.Public).Select(role => (role, "casework.register.date")),
    ];
}
