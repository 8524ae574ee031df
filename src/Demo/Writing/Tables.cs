using Virker.Platform;

namespace Virker.Demo;

/// <summary>The tables of the modules' schemas, open for writing.</summary>
internal sealed class Tables(BulkLoad load)
{
    public BulkTable Teams { get; } = load.Table("teams", "id", "name", "area");

    public BulkTable Workers { get; } = load.Table("workers", "user_id", "team_id", "name", "title");

    public BulkTable Citizens { get; } =
        load.Table(
            "citizens",
            "id",
            "cpr_sealed",
            "cpr_index",
            "given_name",
            "family_name",
            "search_name",
            "born",
            "sex",
            "address",
            "postal_code",
            "town",
            "phone",
            "email",
            "address_protected",
            "origin",
            "residence_from",
            "residence_to",
            "education",
            "interpreter_language",
            "version"
        );

    public BulkTable Cases { get; } =
        load.Table("cases", "id", "citizen_id", "worker_id", "team_id", "opened", "closed", "version");

    public BulkTable Assignments { get; } =
        load.Table("case_assignments", "case_id", "worker_id", "team_id", "from_day", "to_day");

    public BulkTable BenefitSpells { get; } =
        load.Table("benefit_spells", "citizen_id", "benefit", "from_day", "to_day");

    public BulkTable TargetGroups { get; } =
        load.Table("target_group_spells", "citizen_id", "target_group", "from_day", "to_day");

    public BulkTable Reassessments { get; } =
        load.Table(
            "sick_reassessments",
            "id",
            "citizen_id",
            "due_on",
            "decided_on",
            "outcome",
            "reason",
            "next_on",
            "made_at",
            "made_by",
            "version"
        );

    public BulkTable Meetings { get; } =
        load.Table("meetings", "id", "citizen_id", "worker_id", "at", "kind", "channel", "status", "note", "version");

    public BulkTable Interventions { get; } =
        load.Table(
            "interventions",
            "id",
            "citizen_id",
            "kind",
            "workplace",
            "company_id",
            "from_day",
            "to_day",
            "hours_per_week",
            "version"
        );

    public BulkTable PaidHours { get; } = load.Table("paid_hours", "citizen_id", "month", "hours");

    public BulkTable Employment { get; } =
        load.Table("employment_spells", "citizen_id", "company_id", "from_day", "to_day", "hours_per_week");

    public BulkTable PartialReturns { get; } =
        load.Table("partial_returns", "citizen_id", "from_day", "to_day", "minutes_per_week");

    public BulkTable Notes { get; } =
        load.Table("notes", "id", "citizen_id", "author_id", "author", "written_at", "title", "text", "version");

    public BulkTable Sanctions { get; } =
        load.Table("sanctions", "id", "citizen_id", "decided_on", "kind", "reason", "version");

    public BulkTable RegisterDates { get; } = load.Table("register_dates", "source", "last_day");

    public BulkTable Companies { get; } =
        load.Table(
            "companies",
            "id",
            "cvr",
            "p_number",
            "name",
            "search_name",
            "address",
            "postal_code",
            "town",
            "industry",
            "sector",
            "employees",
            "phone",
            "email",
            "partnership",
            "partnership_since",
            "closed_on",
            "version"
        );

    public BulkTable CompanyPeople { get; } =
        load.Table("company_people", "id", "company_id", "name", "title", "phone", "email", "version");

    public BulkTable CompanyContacts { get; } =
        load.Table("company_contacts", "id", "company_id", "at", "kind", "consultant_id", "about", "version");

    public BulkTable JobOrders { get; } =
        load.Table(
            "job_orders",
            "id",
            "company_id",
            "kind",
            "title",
            "created_on",
            "positions",
            "hours_per_week",
            "status",
            "closed_on",
            "version"
        );

    public BulkTable Hires { get; } = load.Table("hires", "job_order_id", "citizen_id", "hired_on");

    public BulkTable Apprentices { get; } =
        load.Table(
            "adult_apprentices",
            "id",
            "citizen_id",
            "company_id",
            "coming_from",
            "education",
            "started_on",
            "ended_on",
            "version"
        );

    public BulkTable Newcomers { get; } =
        load.Table(
            "newcomers",
            "id",
            "citizen_id",
            "kind",
            "arrived_on",
            "quota",
            "taken_over",
            "programme_from",
            "programme_to",
            "repatriated_on",
            "version"
        );

    public BulkTable SpouseSupport { get; } = load.Table("spouse_support", "citizen_id", "from_day", "to_day");

    public BulkTable ResultGrants { get; } = load.Table("result_grants", "citizen_id", "kind", "granted_on");

    public BulkTable DanishCourses { get; } =
        load.Table("danish_courses", "citizen_id", "course", "from_day", "to_day", "passed_on");

    public BulkTable Quotas { get; } = load.Table("newcomer_quotas", "year", "places");

    public BulkTable EducationSpells { get; } =
        load.Table("education_spells", "citizen_id", "kind", "from_day", "to_day", "ending");

    public BulkTable BudgetLines { get; } =
        load.Table("budget_lines", "year", "benefit", "full_time_persons", "gross", "version");
}
