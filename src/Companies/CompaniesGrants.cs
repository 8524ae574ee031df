using Virker.Platform;

namespace Virker.Companies;

internal sealed class CompaniesGrants : IModuleGrants
{
    public IEnumerable<(Role Role, string Permission)> Grants =>
    [
        (Role.CompanyConsultant, "companies.*"),
        (Role.TeamLeader, "companies.company.find"),
        (Role.TeamLeader, "companies.company.see"),
        (Role.CaseWorker, "companies.company.find"),
        (Role.CaseWorker, "companies.company.see"),
        (Role.YouthCounsellor, "companies.company.find"),
        (Role.YouthCounsellor, "companies.company.see"),
    ];
}
