using Virker.Platform;

namespace Virker.Casework;

internal sealed class CaseworkGrants : IModuleGrants
{
    internal static readonly Role[] CaseRoles = [Role.CaseWorker, Role.YouthCounsellor, Role.TeamLeader];

    public IEnumerable<(Role Role, string Permission)> Grants =>
        [
            .. CaseRoles.Select(role => (role, "casework.*")),
            .. CaseRoles.Select(role => (role, "team.load.see")),
            .. CaseRoles
                .Concat([Role.CompanyConsultant, Role.PlanPartner])
                .Select(role => (role, "knowledge.article.see")),
            (Role.TeamLeader, "knowledge.article.edit"),
            (Role.TeamLeader, "team.scheme.set"),
            (Role.TeamLeader, "team.weight.set"),
            (Role.Administrator, "team.weight.set"),
            (Role.Administrator, "team.load.see"),
            (Role.CompanyConsultant, "casework.citizen.find"),
            (Role.CompanyConsultant, "casework.citizen.see"),
            (Role.Administrator, "casework.team.see"),
            (Role.Public, "casework.link.use"),
            (Role.PlanPartner, "casework.plan.see"),
            (Role.PlanPartner, "casework.plan.write"),
            (Role.PlanPartner, "plans.shared.list"),
            (Role.TeamLeader, "casework-lead.*"),
            (Role.Administrator, "casework-lead.choice.set"),
            (Role.Citizen, "self-service.own-plan.see"),
            (Role.Citizen, "self-service.own-plan.write"),
            (Role.Company, "self-service.own-employees.see"),
            .. Role
                .SignedIn.Append(Role.Public)
                .SelectMany(role => new[] { (role, "casework.register.date"), (role, "casework.contact.see") }),
        ];
}
