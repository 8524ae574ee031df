using System.Globalization;
using Virker.Companies;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>Delivers the companies, their people, and the year's contacts.</summary>
internal sealed class CompanyWriter(World world, List<Registered> register)
{
    private static readonly string[] Abouts =
    [
        "Rekruttering af faglærte",
        "Opfølgning på praktik",
        "Behov for ekstra hænder",
        "Partnerskabsaftale",
        "Job med få timer",
        "Fastholdelse af sygemeldt medarbejder",
        "Voksenlærling",
        "Opkvalificering af medarbejdere",
        "Første kontakt",
    ];

    /// <summary>
    /// Contacts, companies contacted, and those of them with three employees or more. 2021–2023 are printed in document
    /// 004.
    /// </summary>
    private static readonly (int Year, int Contacts, int Companies, int OfThree)[] Printed =
        [(2021, 1791, 552, 510), (2022, 2575, 716, 666), (2023, 2023, 716, 687)];

    public void WriteCompanies()
    {
        var people = 0;
        foreach (var company in world.Companies.All)
        {
            var chance = world.For(Stream.Company, company.Number);
            var (address, code, town) = TownPlaces.Workplace(ref chance);
            register.Add(
                new RegisteredCompany(company.Id, CompanyRegister.CvrOf(company.Number), PNumber(company), company.Name)
                {
                    Address = address,
                    PostalCode = code,
                    Town = town,
                    Industry = company.Industry,
                    Sector = company.Sector,
                    Employees = company.Employees,
                    Phone = TownPlaces.Phone(ref chance),
                    Email = $"kontakt{company.Number}@virksomhed.example",
                    Partnership = company.Partnership,
                    PartnershipSince = company.PartnershipSince,
                    ClosedOn = company.ClosedOn,
                }
            );
            for (var i = company.Partnership is null ? 1 : 2; i > 0; i--)
            {
                var name =
                    $"{Names.Given(ref chance, Roots.Danish, chance.Says(0.5), chance.Between(1955, 1995))} {Names.Family(ref chance, Roots.Danish)}";
                register.Add(
                    new RegisteredPerson(
                        world.Id(Stream.CompanyPerson, people),
                        company.Id,
                        name,
                        chance.Of(Titles)
                    )
                    {
                        Phone = TownPlaces.Phone(ref chance),
                        Email = $"person{people++}@virksomhed.example",
                    }
                );
            }
        }
    }

    private static string PNumber(Company company) =>
        (9_000_000_000L + company.Number).ToString(CultureInfo.InvariantCulture);

    private static readonly string[] Titles =
    [
        "Direktør",
        "Indehaver",
        "HR-ansvarlig",
        "Butikschef",
        "Produktionsleder",
        "Afdelingsleder",
    ];

    public void WriteContacts()
    {
        var number = 0;
        for (var year = world.Plan.From.Year; year <= world.Plan.Until.Year; year++)
        {
            var (from, to, share) = DemoYear.Of(world.Plan, year);
            var (contacts, companies, ofThree) = Counts(year);
            var chance = world.For(Stream.Contacts, year);
            var chosen = Choose(ref chance, (int)Math.Round(companies * share), (int)Math.Round(ofThree * share));
            var count = Math.Max(chosen.Length, (int)Math.Round(contacts * share));
            for (var i = 0; i < count && chosen.Length > 0; i++)
            {
                // Each once, and the rest mostly with the partners, who stand first.
                var company = chosen[i < chosen.Length ? i : (int)(chosen.Length * Math.Pow(chance.Unit(), 1.7))];
                Write(ref chance, number++, company, from, to);
            }
        }
    }

    internal static (int Contacts, int Companies, int OfThree) Of(int year) =>
        Printed.FirstOrDefault(p => p.Year == year) is { Year: > 0 } known
            ? (known.Contacts, known.Companies, known.OfThree)
        : year < 2021 ? (1500, 520, 480)
        : (2150, 730, 700);

    private (int Contacts, int Companies, int OfThree) Counts(int year) =>
        Of(year) is var (contacts, companies, ofThree)
            ? (world.Plan.Scaled(contacts), world.Plan.Scaled(companies), world.Plan.Scaled(ofThree))
            : default;

    private Company[] Choose(ref Chance chance, int companies, int ofThree)
    {
        var partners = world.Companies.OfThree.Count(c => c.Partnership is not null);
        var rest = world.Companies.OfThree[partners..];
        var small = world.Companies.Small.ToArray();
        chance.Shuffle(rest.AsSpan());
        chance.Shuffle(small.AsSpan());
        return
        [
            .. world.Companies.OfThree.Take(Math.Min(partners, ofThree)),
            .. rest.Take(Math.Max(0, ofThree - partners)),
            .. small.Take(Math.Max(0, companies - ofThree)),
        ];
    }

    private void Write(ref Chance chance, int number, Company company, int from, int to)
    {
        var day = World.WorkingDay(chance.Between(from, to - 3));
        var kind = chance.Weighted([0.24, 0.46, 0.18, 0.12]) switch
        {
            0 => CompanyContactKind.Visit,
            1 => CompanyContactKind.Phone,
            2 => CompanyContactKind.Mail,
            _ => CompanyContactKind.Meeting,
        };
        var at = World.At(day, chance.Between(8, 15), chance.Below(12) * 5);
        var consultant = chance.Of(world.Roster.Consultants).Id;
        register.Add(
            new RegisteredContact(
                world.Id(Stream.CompanyContact, number),
                company.Id,
                at,
                kind,
                chance.Of(Abouts)
            )
            {
                Consultant = consultant,
            }
        );
    }
}

/// <summary>The part of a calendar year that lies within the register, and how large a part of it that is.</summary>
internal static class DemoYear
{
    public static (int From, int To, double Share) Of(DemoPlan plan, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1).DayNumber, new DateOnly(year, 12, 31).DayNumber);
        var (from, to) = (Math.Max(first, plan.From.DayNumber), Math.Min(last, plan.Until.DayNumber));
        return (from, to, (to - from + 1) / (double)(last - first + 1));
    }
}
