using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

internal sealed class ApprenticeFacts(VirkerContext db) : IFactSource
{
    public IReadOnlyList<string> Tables => [StandardFacts.AdultApprentices];

    public IReadOnlyList<string> Reads => ["adult_apprentices"];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var table = new FactTableBuilder(StandardFacts.AdultApprenticeTable);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, started_on, ended_on, coming_from from adult_apprentices{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
                table
                    .Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2))
                    .Set(0, row.Text(3) == "ledighed" ? 1 : 2),
            ct
        );
        load.Add(table.Build());
    }
}
