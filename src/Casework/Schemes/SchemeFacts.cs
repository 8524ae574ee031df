using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Who was in which scheme from day to day, for figures that compare those in it with others.</summary>
internal sealed class SchemeFacts(VirkerContext db) : IFactSource
{
    public IReadOnlyList<string> Tables => [StandardFacts.Schemes];

    public IReadOnlyList<string> Reads => ["scheme_participants", "schemes"];

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
        var table = new FactTableBuilder(
            CourseFactTables.Schemes(new("scheme", "Særlig indsats", values)),
            load.Persons.Count
        );
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day, scheme_id from scheme_participants{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
                table
                    .Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2))
                    .Set(0, numberOf[row.Id(3)]),
            ct
        );
        load.Add(table.Build());
    }
}
