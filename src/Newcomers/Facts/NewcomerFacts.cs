using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Newcomers;

/// <summary>Permits, time under the programme, and who is supported by a spouse.</summary>
internal sealed class NewcomerFacts(VirkerContext db) : IFactSource
{
    public IReadOnlyList<string> Tables =>
        [
            StandardFacts.Permits,
            StandardFacts.IntegrationProgramme,
            StandardFacts.Repatriations,
            StandardFacts.SpouseSupport,
        ];

    public IReadOnlyList<string> Reads => ["newcomers", "spouse_support"];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var permits = new FactTableBuilder(StandardFacts.PermitTable);
        var repatriations = new FactTableBuilder(CourseFactTables.Repatriations);
        var programme = new FactTableBuilder(StandardFacts.IntegrationProgrammeTable);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, arrived_on, kind, programme_from, programme_to, repatriated_on, quota, taken_over from newcomers{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
            {
                var person = load.Persons.Of(new CitizenId(row.Id(0)));
                permits
                    .Spell(person, row.Day(1), row.DayOrNull(5))
                    .Set(0, Basis(row.Text(2)))
                    .Set(1, row.Truth(6) == true ? 1 : 0)
                    .Set(2, row.Truth(7) == true ? 1 : 0);
                if (row.DayOrNull(5) is { } home)
                    repatriations.Event(person, home);
                if (row.DayOrNull(3) is { } from)
                    programme.Spell(person, from, row.DayOrNull(4));
            },
            ct
        );
        load.Add(permits.Build());
        load.Add(programme.Build());
        load.Add(repatriations.Build());

        var spouses = new FactTableBuilder(StandardFacts.SpouseSupportTable);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day from spouse_support{RowReader.Where(db, "citizen_id", load.Only)}",
            row => spouses.Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2)),
            ct
        );
        load.Add(spouses.Build());
    }

    private static int Basis(string kind) =>
        kind switch
        {
            "flygtning" => 1,
            "familie-flygtning" => 2,
            "familie-oevrig" => 3,
            "saerlov" => 4,
            _ => 5,
        };
}
