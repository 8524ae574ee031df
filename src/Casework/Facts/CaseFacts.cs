using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Who has which case, when another case worker took it over, and sanctions. Case workers are numbered for the load,
/// since figures hold no identity.
/// </summary>
internal sealed class CaseFacts(VirkerContext db) : IFactSource
{
    public IReadOnlyList<string> Tables =>
        [StandardFacts.OpenCases, StandardFacts.CaseWorkers, StandardFacts.WorkerChanges, StandardFacts.Sanctions];

    public IReadOnlyList<string> Reads => ["case_assignments", "sanctions", "teams"];

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var (teams, teamOf) = await TeamFacts.ReadAsync(db, ct);
        var (open, workers, changes) = (
            new FactTableBuilder(CourseFactTables.OpenCases(teams), load.Persons.Count),
            new FactTableBuilder(CourseFactTables.CaseWorkers(teams)),
            new FactTableBuilder(CourseFactTables.WorkerChanges(teams))
        );
        var numbers = new Dictionary<Guid, int>();
        var before = (Case: Guid.Empty, Worker: Guid.Empty);
        await RowReader.ReadAsync(
            db,
            "select c.citizen_id, a.case_id, a.worker_id, a.from_day, a.to_day, a.team_id from case_assignments a join cases c on c.id = a.case_id order by a.case_id, a.from_day, a.id",
            row =>
            {
                var (person, of, worker) = (load.Persons.Of(new CitizenId(row.Id(0))), row.Id(1), row.Id(2));
                if (!numbers.TryGetValue(worker, out var number))
                    numbers.Add(worker, number = numbers.Count);
                var team = teamOf[row.Id(5)];
                open.Spell(person, row.Day(3), row.DayOrNull(4)).Set(0, team);
                workers.Spell(number, row.Day(3), row.DayOrNull(4)).Set(0, team);
                if (before.Case == of && before.Worker != worker)
                    changes.Event(person, row.Day(3)).Set(0, team);
                before = (of, worker);
            },
            ct
        );
        load.Add(open.Build());
        load.Add(workers.Build());
        load.Add(changes.Build());

        var sanctions = new FactTableBuilder(CourseFactTables.Sanctions);
        await RowReader.ReadAsync(
            db,
            "select citizen_id, decided_on from sanctions",
            row => sanctions.Event(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1)),
            ct
        );
        load.Add(sanctions.Build());
    }
}
