namespace Virker.Platform;

internal sealed class PlatformGrants : IModuleGrants
{
    public IEnumerable<(Role Role, string Permission)> Grants =>
    [
        (Role.CaseWorker, StateReasonHandler.Permission),
        (Role.CompanyConsultant, StateReasonHandler.Permission),
        (Role.YouthCounsellor, StateReasonHandler.Permission),
        (Role.TeamLeader, StateReasonHandler.Permission),
        (Role.Citizen, "platform.access.see-own"),
        (Role.DataProtectionOfficer, "platform.access.search"),
        (Role.DataProtectionOfficer, "platform.access.review"),
        (Role.DataProtectionOfficer, "platform.journal.search"),
        (Role.DataProtectionOfficer, "platform.audit.verify"),
        (Role.Administrator, "platform.account.*"),
        (Role.Administrator, "platform.outbox.*"),
        (Role.Administrator, "platform.job.*"),
        (Role.Administrator, "platform.connector.*"),
        (Role.Administrator, "platform.storage.sweep"),
        (Role.Administrator, "platform.erasures.copy"),
    ];
}
