using Virker.Casework;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>
/// Who is placed with which company, and who provides the interventions that are not at a workplace. Only companies
/// that have had one are named.
/// </summary>
internal sealed class PlacementFacts(VirkerContext db, ICompanyPlacements placements) : IFactSource
{
    public IReadOnlyList<string> Tables => [StandardFacts.Placements, StandardFacts.Provided];

    public IReadOnlyList<string> Reads => ["companies", "interventions"];

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
        var placed = new FactTableBuilder(CourseFactTables.Placements(CodeFacts.Interventions, companies, industries), load.Persons.Count);
        var provided = new FactTableBuilder(CourseFactTables.Provided(CodeFacts.Interventions, providers), load.Persons.Count);
        foreach (var one in known)
        {
            var (person, kind) = (
                load.Persons.Of(one.Citizen),
                CodeFacts.Interventions.Has(one.Kind) ? CodeFacts.Interventions[one.Kind] : 0
            );
            if (one.Workplace is { } workplace)
                placed
                    .Spell(person, one.From, one.To)
                    .Set(0, kind)
                    .Set(1, StandardDimensions.Workplace.Has(workplace) ? StandardDimensions.Workplace[workplace] : 0)
                    .Set(2, IndustryFacts.NumberIn(industries, names[one.Company.Value].Industry))
                    .Set(3, companyOf[one.Company.Value]);
            else
                provided.Spell(person, one.From, one.To).Set(0, kind).Set(1, providerOf[one.Company.Value]);
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

    public static int NumberIn(Dimension industries, string name) => industries.Has(name) ? industries[name] : 0;
}
