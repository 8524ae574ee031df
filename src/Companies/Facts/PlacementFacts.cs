using Virker.Casework;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>Who is in an intervention at a workplace, and where.</summary>
internal static class PlacementFacts
{
    public static readonly FactColumn Kind = new("kind", "Indsats", "Indsatsens slags", CodeFacts.Interventions);

    public static readonly FactColumn Workplace = new(
        "workplace",
        "Arbejdsplads",
        "Arbejdspladsens slags",
        InterventionFacts.Workplaces
    );

    public static readonly FactColumn Industry = new(
        "industry",
        "Branche",
        "Virksomhedens branche",
        IndustryFacts.None
    );

    public static readonly FactColumn Company = new(
        "company",
        "Virksomhed",
        "Virksomheden, hvor indsatsen er",
        new("company", "Virksomhed", [])
    );

    public static readonly TableDeclaration Table = new("placements", FactShape.Spells, FactSubject.Person)
    {
        Name = "Virksomhedsplaceringer",
        Meaning = "Praktik, løntilskud, nytteindsats og andre indsatser på en arbejdsplads, fra første til sidste dag.",
        Source = CompanySources.Cases,
        Columns = [Kind, Workplace, Industry, Company],
        Words = new("er i en indsats på en arbejdsplads", "forløb i en indsats på en arbejdsplads"),
    };
}

/// <summary>Who is in an intervention that a provider stands for.</summary>
internal static class ProvidedFacts
{
    public static readonly FactColumn Kind = new("kind", "Indsats", "Indsatsens slags", CodeFacts.Interventions);

    public static readonly FactColumn Provider = new(
        "provider",
        "Leverandør",
        "Hvem der står for indsatsen",
        new("provider", "Leverandør", [])
    );

    public static readonly TableDeclaration Table = new("provided-interventions", FactShape.Spells, FactSubject.Person)
    {
        Name = "Indsatser hos en leverandør",
        Meaning =
            "Indsatser, som en leverandør (anden aktør, uddannelsessted, mentor) står for, fra første til sidste dag.",
        Source = CompanySources.Cases,
        Columns = [Kind, Provider],
        Words = new(
            "er i en indsats hos en leverandør (anden aktør, uddannelsessted, mentor)",
            "forløb i en indsats hos en leverandør (anden aktør, uddannelsessted, mentor)"
        ),
    };
}

/// <summary>
/// Who is placed with which company, and who provides the interventions that are not at a workplace. Only companies
/// that have had one are named.
/// </summary>
internal sealed class PlacementFactSource(VirkerContext db, ICompanyPlacements placements) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables => [PlacementFacts.Table, ProvidedFacts.Table];

    public IReadOnlyList<Type> Reads => [typeof(CompanyRow), .. placements.StandsOn];

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var all = new List<CompanyPlacement>();
        await placements.ReadAsync(all.Add, ct: ct);
        var names = new Dictionary<Guid, (string Name, string Industry)>();
        await RowReader.ReadAsync(
            db,
            "select id, name, industry from companies",
            row => names.Add(row.Id(0), (row.Text(1), row.Text(2))),
            ct
        );
        var known = all.Where(p => names.ContainsKey(p.Company.Value)).ToList();
        var (companies, companyOf) = Named("company", "Virksomhed", known.Where(p => p.Workplace is not null), names);
        var (providers, providerOf) = Named("provider", "Leverandør", known.Where(p => p.Workplace is null), names);
        var industries = IndustryFacts.Of(names.Values.Select(n => n.Industry));
        var placed = new FactTableBuilder(PlacementFacts.Table, load.Persons.Count)
            .Coded(PlacementFacts.Industry, industries)
            .Coded(PlacementFacts.Company, companies);
        var provided = new FactTableBuilder(ProvidedFacts.Table, load.Persons.Count).Coded(
            ProvidedFacts.Provider,
            providers
        );
        foreach (var one in known)
        {
            var (person, kind) = (load.Persons.Of(one.Citizen), CodeFacts.Interventions.NumberOf(one.Kind));
            if (one.Workplace is { } workplace)
                placed
                    .Spell(person, one.From, one.To)
                    .Set(PlacementFacts.Kind, kind)
                    .Set(PlacementFacts.Workplace, InterventionFacts.Workplaces.NumberOf(workplace.Code))
                    .Set(PlacementFacts.Industry, industries.NumberOf(names[one.Company.Value].Industry))
                    .Set(PlacementFacts.Company, companyOf[one.Company.Value]);
            else
                provided
                    .Spell(person, one.From, one.To)
                    .Set(ProvidedFacts.Kind, kind)
                    .Set(ProvidedFacts.Provider, providerOf[one.Company.Value]);
        }

        load.Add(placed.Build());
        load.Add(provided.Build());
    }

    private static (Dimension Dimension, Dictionary<Guid, int> NumberOf) Named(
        string id,
        string name,
        IEnumerable<CompanyPlacement> with,
        Dictionary<Guid, (string Name, string Industry)> names
    )
    {
        var ordered = with.Select(p => p.Company.Value)
            .Distinct()
            .OrderBy(c => names[c].Name, StringComparer.Ordinal)
            .ThenBy(c => c)
            .Take(ushort.MaxValue - 1)
            .ToList();
        return (
            new(id, name, ordered.Select((c, i) => new DimensionValue(i + 1, c.ToString("N"), names[c].Name))),
            ordered.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i + 1)
        );
    }
}

/// <summary>The trades of the companies as a dimension of figures.</summary>
internal static class IndustryFacts
{
    /// <summary>Which trades there are is known first when the companies are read.</summary>
    public static readonly Dimension None = new("industry", "Branche", []);

    public static Dimension Of(IEnumerable<string> industries) =>
        new(
            "industry",
            "Branche",
            industries
                .Where(i => i.Length > 0)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select((name, i) => new DimensionValue(i + 1, name, name))
        );
}
