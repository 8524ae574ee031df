using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Who is marked as a participant in a scheme (særlig indsats).</summary>
internal static class SchemeFacts
{
    public static readonly FactColumn Scheme = new(
        "scheme",
        "Særlig indsats",
        "Hvilken indsats",
        new("scheme", "Særlig indsats", [])
    );

    public static readonly TableDeclaration Table = new("scheme-participation", FactShape.Spells, FactSubject.Person)
    {
        Name = "Deltagelse i særlige indsatser",
        Meaning = "Dage, hvor personen er mærket som deltager i en særlig indsats.",
        Source = FactSources.Cases,
        Columns = [Scheme],
        Words = new("er mærket som deltager i en særlig indsats", "deltagelser i en særlig indsats"),
    };
}

/// <summary>Who was in which scheme from day to day, for figures that compare those in it with others.</summary>
internal sealed class SchemeFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables => [SchemeFacts.Table];

    public IReadOnlyList<Type> Reads => [typeof(SchemeParticipantRow), typeof(SchemeRow)];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var values = new List<DimensionValue>();
        var numberOf = new Dictionary<Guid, int>();
        await RowReader.ReadAsync(
            db,
            "select id, name from schemes order by name, id",
            row =>
            {
                numberOf.Add(row.Id(0), values.Count + 1);
                values.Add(new(values.Count + 1, row.Id(0).ToString("N"), row.Text(1)));
            },
            ct
        );
        var table = new FactTableBuilder(SchemeFacts.Table, load.Persons.Count).Coded(
            SchemeFacts.Scheme,
            new("scheme", "Særlig indsats", values)
        );
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day, scheme_id from scheme_participants{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
                table
                    .Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2))
                    .Set(SchemeFacts.Scheme, numberOf[row.Id(3)]),
            ct
        );
        load.Add(table.Build());
    }
}
