namespace Virker.Platform;

/// <summary>
/// The roles that a right can be given in. A municipality builds its own job functions of them; here are the ones
/// Virker ships.
/// </summary>
public sealed record Role(string Id, string Name)
{
    public static readonly Role CaseWorker = new("case-worker", "Sagsbehandler");
    public static readonly Role CompanyConsultant = new("company-consultant", "Virksomhedskonsulent");
    public static readonly Role YouthCounsellor = new("youth-counsellor", "Ungevejleder");
    public static readonly Role PlanPartner = new("plan-partner", "Fagperson i et andet område");
    public static readonly Role TeamLeader = new("team-leader", "Teamleder");
    public static readonly Role Controller = new("controller", "Controller");
    public static readonly Role Clerk = new("clerk", "Udvalgssekretær");
    public static readonly Role Politician = new("politician", "Udvalgsmedlem");
    public static readonly Role DataProtectionOfficer = new("data-protection-officer", "Databeskyttelsesrådgiver");
    public static readonly Role Administrator = new("administrator", "Administrator");
    public static readonly Role Citizen = new("citizen", "Borger");
    public static readonly Role Company = new("company", "Virksomhed");

    /// <summary>Whoever reads the public pages, signed in or not.</summary>
    public static readonly Role Public = new("public", "Offentligheden");

    /// <summary>Virker's own jobs and the command line, which no person signs in as.</summary>
    public static readonly Role System = new("system", "Virker");

    public static readonly IReadOnlyList<Role> SignedIn =
    [
        CaseWorker,
        CompanyConsultant,
        YouthCounsellor,
        PlanPartner,
        TeamLeader,
        Controller,
        Clerk,
        Politician,
        DataProtectionOfficer,
        Administrator,
        Citizen,
        Company,
    ];

    /// <summary>
    /// Works in named organisational units. The other roles are the whole municipality's, or their own person's or
    /// company's.
    /// </summary>
    public bool HasUnits =>
        this == CaseWorker
        || this == CompanyConsultant
        || this == YouthCounsellor
        || this == PlanPartner
        || this == TeamLeader;

    public static Role? Of(string id) => SignedIn.Append(Public).Append(System).FirstOrDefault(r => r.Id == id);
}
