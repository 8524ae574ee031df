using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Newcomers;

/// <summary>Permits, time under the programme, and who is supported by a spouse.</summary>
internal sealed class NewcomerFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables =>
        [PermitFacts.Table, ProgrammeFacts.Table, RepatriationFacts.Table, SpouseSupportFacts.Table];

    public IReadOnlyList<Type> Reads => [typeof(NewcomerRow), typeof(SpouseSupportRow)];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var permits = new FactTableBuilder(PermitFacts.Table);
        var repatriations = new FactTableBuilder(RepatriationFacts.Table);
        var programme = new FactTableBuilder(ProgrammeFacts.Table);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, arrived_on, kind, programme_from, programme_to, repatriated_on, quota, taken_over from newcomers{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
            {
                var person = load.Persons.Of(new CitizenId(row.Id(0)));
                permits
                    .Spell(person, row.Day(1), row.DayOrNull(5))
                    .Set(PermitFacts.Basis, Basis(row.Text(2)))
                    .Set(PermitFacts.Quota, row.Truth(6) == true ? 1 : 0)
                    .Set(PermitFacts.TakenOver, row.Truth(7) == true ? 1 : 0);
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

        var spouses = new FactTableBuilder(SpouseSupportFacts.Table);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day from spouse_support{RowReader.Where(db, "citizen_id", load.Only)}",
            row => spouses.Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2)),
            ct
        );
        load.Add(spouses.Build());
    }

    private static string Basis(string kind) =>
        kind switch
        {
            "flygtning" => "flygtning",
            "familie-flygtning" => "familiesammenfoert-flygtning",
            "familie-oevrig" => "familiesammenfoert-anden",
            "saerlov" => "saerlov-ukraine",
            _ => "andet",
        };
}
