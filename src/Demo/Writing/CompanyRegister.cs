using Virker.Casework;
using Virker.Companies;
using Virker.Kernel;

namespace Virker.Demo;

/// <summary>
/// A fictive company. Its CVR number passes the check and lies far above any that has been given out.
/// </summary>
internal sealed record Company(
    CompanyId Id,
    int Number,
    string Name,
    string Industry,
    Sector Sector,
    int Employees,
    PartnershipKind? Partnership,
    DateOnly? PartnershipSince,
    DateOnly? ClosedOn
);

/// <summary>
/// The companies: as many active ones, and as many with three employees or more, as document 004 prints.
/// </summary>
internal sealed class CompanyRegister
{
    private const int Active = 4138;
    private const int ActiveOfThree = 3090;
    private const int Partners = 286;

    private readonly Dictionary<Sector, Company[]> _bySector;

    public CompanyRegister(DemoPlan plan)
    {
        var chance = Chance.For(plan.Seed, Stream.Companies);
        var ofThree = plan.Scaled(ActiveOfThree);
        var active = plan.Scaled(Active);
        var partners = plan.Scaled(Partners);
        var all = new Company[active + plan.Scaled(520)];
        for (var i = 0; i < all.Length; i++)
        {
            var employees =
                i < ofThree ? 3 + Math.Min(420, (int)chance.Exponential(i % 12 == 0 ? 70 : 9))
                : i < active ? chance.Below(3)
                : chance.Below(8);
            var partner = i < partners;
            var closed =
                i < active
                    ? null
                    : (DateOnly?)
                        plan.From.AddDays(chance.Below(Math.Max(1, plan.Until.DayNumber - plan.From.DayNumber - 60)));
            var sector = SectorOf(i, ofThree, ref chance);
            var (name, industry) = CompanyNames.Draw(ref chance, sector);
            if (ofThree - 1 - i is >= 0 and var place && place < CompanyNames.Providers.Length && i >= partners)
                (name, industry, sector) = (CompanyNames.Providers[place], CompanyNames.Education, Sector.Private);
            all[i] = new(
                new(Chance.Id(plan.Seed, Stream.Company, i)),
                i,
                name,
                industry,
                sector,
                employees,
                partner ? (i % 7 == 0 ? PartnershipKind.Vip : PartnershipKind.Partner) : null,
                partner ? plan.Until.AddDays(-90 - chance.Below(Math.Min(2200, plan.Years * 340))) : null,
                closed
            );
        }

        All = all;
        OfThree = all[..ofThree];
        Small = all[ofThree..active];
        Providers = [.. OfThree.Where(c => CompanyNames.Providers.Contains(c.Name))];
        _bySector = all[..active].GroupBy(c => c.Sector).ToDictionary(g => g.Key, g => g.ToArray());
    }

    public Company[] All { get; }

    /// <summary>Active companies with three employees or more; the partners stand first.</summary>
    public Company[] OfThree { get; }

    public Company[] Small { get; }

    /// <summary>Those that provide courses, teaching and mentors for the jobcenter.</summary>
    public Company[] Providers { get; }

    public Company In(ref Chance chance, Sector sector) => chance.Of(_bySector.GetValueOrDefault(sector) ?? OfThree);

    /// <summary>Eight digits from 90 000 000 up that pass the modulus 11 check.</summary>
    public static Cvr CvrOf(int number)
    {
        int[] weights = [2, 7, 6, 5, 4, 3, 2];
        for (var serial = 9_000_000 + (number * 3); ; serial++)
        {
            var text = serial.ToString();
            var rest = text.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum() % 11;
            if (rest != 1 && Cvr.TryParse($"{text}{(rest == 0 ? 0 : 11 - rest)}", out var cvr)) return cvr.Value;
        }
    }

    private static Sector SectorOf(int number, int ofThree, ref Chance chance)
    {
        if (number >= ofThree)
            return chance.Says(0.05) ? Sector.Association : Sector.Private;
        return chance.Weighted([0.89, 0.06, 0.004, 0.012, 0.034]) switch
        {
            0 => Sector.Private,
            1 => Sector.Municipal,
            2 => Sector.Regional,
            3 => Sector.State,
            _ => Sector.Association,
        };
    }
}
