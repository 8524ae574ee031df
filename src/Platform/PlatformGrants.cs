namespace Virker.Platform;

internal sealed class PlatformGrants : IModuleGrants
{
    public IEnumerable<(Role Role, string Permission)> Grants =>
    [
        (Role.CaseWorker, StateReasonHandler.Permission),
        (Role.CompanyConsultant, StateReasonHandler.Permission),
        (Role.YouthCounsellor, StateReasonHandler.Permission),
        (Role.TeamLeader, StateReasonHandler.Permission),
        (Role.Administrator, "platform.account.*"),
    ];
}
