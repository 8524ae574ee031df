using Virker.Casework;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>
/// Partnerships and what is done with companies; companies are numbered for the load, since figures hold no identity.
/// </summary>
internal sealed class CompanyFactSource(VirkerContext db, ICompanyPlacements placements) : IFactSource
{
    private const int Contact = 1;
    private const int Order = 2;
    private const int Hire = 3;
    private const int Placement = 4;

    /// <summary>Before any figure: the day a company began is not known.</summary>
    private static readonly DateOnly RegisterBegins = new(2000, 1, 1);

    public IReadOnlyList<TableDeclaration> Tables =>
        [PartnershipFacts.Table, CompanyActivityFacts.Table, ActiveCompanyFacts.Table, ContactFacts.Table];

    public IReadOnlyList<Type> Reads =>
        [
            typeof(CompanyRow),
            typeof(CompanyContactRow),
            typeof(JobOrderRow),
            typeof(HireRow),
            .. placements.StandsOn,
        ];

    public async Task<string> VersionAsync(CancellationToken ct) =>
        await TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var companies = new Dictionary<Guid, (int Number, int Employees)>();
        var trades = new List<string>();
        await RowReader.ReadAsync(db, "select distinct industry from companies", row => trades.Add(row.Text(0)), ct);
        var industries = IndustryFacts.Of(trades);
        var (partnerships, active) = (
            new FactTableBuilder(PartnershipFacts.Table),
            new FactTableBuilder(ActiveCompanyFacts.Table).Coded(ActiveCompanyFacts.Industry, industries)
        );
        await RowReader.ReadAsync(
            db,
            "select id, employees, partnership_since, closed_on, industry from companies",
            row =>
            {
                companies.Add(row.Id(0), (companies.Count, row.Int(1)));
                if (row.DayOrNull(2) is { } since)
                    partnerships.Spell(companies.Count - 1, since, row.DayOrNull(3));
                active
                    .Spell(companies.Count - 1, RegisterBegins, row.DayOrNull(3))
                    .Set(ActiveCompanyFacts.Industry, industries.NumberOf(row.Text(4)))
                    .Set(ActiveCompanyFacts.Employees, row.Int(1));
            },
            ct
        );
        load.Add(partnerships.Build());
        load.Add(active.Build());
        var (activities, contacts) = (
            new FactTableBuilder(CompanyActivityFacts.Table),
            new FactTableBuilder(ContactFacts.Table)
        );
        await RowReader.ReadAsync(
            db,
            "select company_id, at, kind from company_contacts",
            row =>
            {
                var (company, day) = (companies[row.Id(0)], row.Instant(1).DanishDate());
                Add(company, day, Contact, 0);
                contacts.Event(company.Number, day).Set(ContactFacts.Kind, row.Text(2));
            },
            ct
        );
        load.Add(contacts.Build());
        await RowReader.ReadAsync(
            db,
            "select company_id, created_on, kind from job_orders",
            row => Add(companies[row.Id(0)], row.Day(1), Order, Form(row.Text(2))),
            ct
        );
        await RowReader.ReadAsync(
            db,
            "select o.company_id, h.hired_on, o.kind from hires h join job_orders o on o.id = h.job_order_id",
            row => Add(companies[row.Id(0)], row.Day(1), Hire, Form(row.Text(2))),
            ct
        );
        await placements.ReadAsync(
            placed =>
            {
                if (placed.Workplace is not null && companies.TryGetValue(placed.Company.Value, out var known))
                    Add(known, placed.From, Placement, Form(placed.Kind));
            },
            ct: ct
        );
        load.Add(activities.Build());

        void Add((int Number, int Employees) company, DateOnly day, int kind, int form) =>
            activities
                .Event(company.Number, day)
                .Set(CompanyActivityFacts.Kind, kind)
                .Set(CompanyActivityFacts.Form, form)
                .Set(CompanyActivityFacts.Employees, company.Employees);
    }

    private static int Form(string kind) =>
        kind switch
        {
            "loentilskud" => 1,
            "ordinaer" => 2,
            "praktik" or "virksomhedspraktik" => 3,
            _ => 0,
        };
}
