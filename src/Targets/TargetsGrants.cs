using Virker.Platform;

namespace Virker.Targets;

internal sealed class TargetsGrants : IModuleGrants
{
    private static readonly Role[] Staff =
    [
        Role.CaseWorker,
        Role.CompanyConsultant,
        Role.YouthCounsellor,
        Role.TeamLeader,
        Role.Controller,
        Role.Clerk,
        Role.Administrator,
    ];

    public IEnumerable<(Role Role, string Permission)> Grants =>
        [
            .. Staff
                .Append(Role.Politician)
                .SelectMany(role => new[] { (role, "targets.plan.see"), (role, "targets.annex.see") }),
            (Role.TeamLeader, "targets.cases.see"),
            (Role.Controller, "targets.cases.see"),
            (Role.Controller, "targets.tie.change"),
            (Role.Controller, "targets.measure.rename"),
            (Role.Clerk, "targets.measure.rename"),
            (Role.Controller, "targets.comparison.import"),
            (Role.Controller, "targets.plan.import"),
            (Role.Clerk, "targets.plan.import"),
            (Role.Clerk, "targets.annex.freeze"),
            (Role.Controller, "targets.annex.freeze"),
        ];
}
