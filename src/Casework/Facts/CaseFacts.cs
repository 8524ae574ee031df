using Virker.Insight;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Who has a case with a case worker.</summary>
internal static class OpenCaseFacts
{
    public static readonly TableDeclaration Table = new("open-cases", FactShape.Spells, FactSubject.Person)
    {
        Name = "Sager med sagsbehandler",
        Meaning = "Dage, hvor en sagsbehandler har personens sag; én række for hver sagsbehandler.",
        Source = FactSources.Cases,
        Columns = [TeamFacts.Team],
        Words = new("har en sag hos en sagsbehandler", "sager hos en sagsbehandler"),
    };
}

/// <summary>The case workers and their cases, numbered for the load, since figures hold no identity.</summary>
internal static class CaseWorkerFacts
{
    public static readonly TableDeclaration Table = new("case-workers", FactShape.Spells, FactSubject.CaseWorker)
    {
        Name = "Sagsbehandlere med sager",
        Meaning = "Dage, hvor sagsbehandleren har mindst én sag; én række for hver sag.",
        Source = FactSources.Cases,
        Columns = [TeamFacts.Team],
        Words = new("har mindst én sag", "sager") { Subjects = "sagsbehandlere" },
    };
}

/// <summary>When another case worker took a running case over.</summary>
internal static class WorkerChangeFacts
{
    public static readonly TableDeclaration Table = new("worker-changes", FactShape.Events, FactSubject.Person)
    {
        Name = "Skift af sagsbehandler",
        Meaning = "Dagen, hvor en anden sagsbehandler overtog en løbende sag.",
        Source = FactSources.Cases,
        Columns = [TeamFacts.Team],
        Words = TableWords.OfOneDay(
            "skifter sagsbehandler",
            "skift af sagsbehandler i en løbende sag i perioden",
            "skift"
        ),
    };
}

internal static class SanctionFacts
{
    public static readonly TableDeclaration Table = new("sanctions", FactShape.Events, FactSubject.Person)
    {
        Name = "Sanktioner",
        Meaning = "Dagen, hvor en sanktion blev besluttet.",
        Source = FactSources.Cases,
        Words = TableWords.OfOneDay("får en sanktion", "sanktioner, der er besluttet i perioden", "sanktioner"),
    };
}

/// <summary>
/// Who has which case, when another case worker took it over, and sanctions. Case workers are numbered for the load,
/// since figures hold no identity.
/// </summary>
internal sealed class CaseFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables =>
        [OpenCaseFacts.Table, CaseWorkerFacts.Table, WorkerChangeFacts.Table, SanctionFacts.Table];

    public IReadOnlyList<Type> Reads =>
        [
            typeof(CaseRow),
            typeof(CaseAssignmentRow),
            typeof(SanctionRow),
            .. StaffTables.Teams,
        ];

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var (teams, teamOf) = await TeamFacts.ReadAsync(db, ct);
        var (open, workers, changes) = (
            new FactTableBuilder(OpenCaseFacts.Table, load.Persons.Count).Coded(TeamFacts.Team, teams),
            new FactTableBuilder(CaseWorkerFacts.Table).Coded(TeamFacts.Team, teams),
            new FactTableBuilder(WorkerChangeFacts.Table).Coded(TeamFacts.Team, teams)
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
                open.Spell(person, row.Day(3), row.DayOrNull(4)).Set(TeamFacts.Team, team);
                workers.Spell(number, row.Day(3), row.DayOrNull(4)).Set(TeamFacts.Team, team);
                if (before.Case == of && before.Worker != worker)
                    changes.Event(person, row.Day(3)).Set(TeamFacts.Team, team);
                before = (of, worker);
            },
            ct
        );
        load.Add(open.Build());
        load.Add(workers.Build());
        load.Add(changes.Build());

        var sanctions = new FactTableBuilder(SanctionFacts.Table);
        await RowReader.ReadAsync(
            db,
            "select citizen_id, decided_on from sanctions",
            row => sanctions.Event(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1)),
            ct
        );
        load.Add(sanctions.Build());
    }
}
