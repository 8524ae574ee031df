using Virker.Casework;
using Virker.Insight;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>Partnerships and what is done with companies; companies are numbered for the load, since figures hold no identity.</summary>
internal sealed class CompanyFacts(VirkerContext db, ICompanyPlacements placements) : IFactSource
{
    private const int Contact = 1;
    private const int Order = 2;
    private const int Hire = 3;
    private const int Placement = 4;

    public IReadOnlyList<string> Tables => [StandardFacts.Partnerships, StandardFacts.CompanyActivities];

    public IReadOnlyList<string> Reads => ["companies", "company_contacts", "job_orders", "hires", "interventions"];

    public async Task<string> VersionAsync(CancellationToken ct) =>
        $"{await TableStamp.OfAsync(db, ["companies", "company_contacts", "job_orders", "hires"], ct)} {await placements.VersionAsync(ct)}";

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var companies = new Dictionary<Guid, (int Number, int Employees)>();
        var partnerships = new FactTableBuilder(StandardFacts.PartnershipTable);
        await RowReader.ReadAsync(db, "select id, employees, partnership_since, closed_on from companies", row =>
        {
            companies.Add(row.Id(0), (companies.Count, row.Int(1)));
            if (row.DayOrNull(2) is { } since) partnerships.Spell(companies.Count - 1, since, row.DayOrNull(3));
        }, ct);
        load.Add(partnerships.Build());
        var activities = new FactTableBuilder(StandardFacts.CompanyActivityTable);
        await RowReader.ReadAsync(db, "select company_id, at from company_contacts", row =>
            Add(companies[row.Id(0)], DateOnly.FromDateTime(row.Instant(1).UtcDateTime), Contact, 0), ct);
        await RowReader.ReadAsync(db, "select company_id, created_on, kind from job_orders", row => Add(companies[row.Id(0)], row.Day(1), Order, Form(row.Text(2))), ct);
        await RowReader.ReadAsync(db, "select o.company_id, h.hired_on, o.kind from hires h join job_orders o on o.id = h.job_order_id", row =>
            Add(companies[row.Id(0)], row.Day(1), Hire, Form(row.Text(2))), ct);
        await placements.ReadAsync((company, kind, from) =>
        {
            if (companies.TryGetValue(company.Value, out var known)) Add(known, from, Placement, Form(kind));
        }, ct);
        load.Add(activities.Build());

        void Add((int Number, int Employees) company, DateOnly day, int kind, int form) => activities.Event(company.Number, day).Set(0, kind).Set(1, form).Set(2, company.Employees);
    }

    private static int Form(string kind) => kind switch { "loentilskud" => 1, "ordinaer" => 2, "praktik" or "virksomhedspraktik" => 3, _ => 0 };
}
