using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Benefit spells with target group and team; a spell whose target group changes becomes two rows.</summary>
internal sealed class BenefitFacts(VirkerContext db) : IFactSource
{
    public IReadOnlyList<string> Tables => [StandardFacts.Benefits];

    public IReadOnlyList<string> Reads => ["benefit_spells", "target_group_spells", "case_assignments", "teams"];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var (teams, numberOf) = await TeamFacts.ReadAsync(db, ct);
        var groups = await SpansAsync(
            $"select citizen_id, from_day, to_day, target_group from target_group_spells{Only(load)}",
            load,
            row => row.Int(3),
            ct
        );
        var turns = await SpansAsync(
            $"select c.citizen_id, a.from_day, a.to_day, a.team_id from case_assignments a join cases c on c.id = a.case_id{Only(load)}",
            load,
            row => numberOf[row.Id(3)],
            ct
        );
        var table = new FactTableBuilder(
            StandardFacts.BenefitTable(CodeFacts.Benefits, CodeFacts.TargetGroups, teams),
            load.Persons.Count
        );
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day, benefit from benefit_spells{Only(load)}",
            row =>
            {
                var person = load.Persons.Of(new CitizenId(row.Id(0)));
                var (from, to, benefit) = (
                    row.Day(1).DayNumber,
                    row.DayOrNull(2)?.DayNumber ?? FactTable.Open,
                    row.Int(3)
                );
                foreach (var (first, last, group) in Pieces(groups[person], from, to))
                {
                    table.Spell(person, first, last).Set(0, benefit).Set(1, group).Set(2, TeamOn(turns[person], first));
                }
            },
            ct
        );
        load.Add(table.Build());
    }

    private string Only(FactLoad load) => RowReader.Where(db, "citizen_id", load.Only);

    /// <summary>The parts of [from, to] by the code that holds in each; 0 where none does.</summary>
    internal static IEnumerable<(int From, int To, int Code)> Pieces(List<Span>? spans, int from, int to)
    {
        foreach (var span in (spans ?? []).Where(s => s.From <= to && s.To >= from).OrderBy(s => s.From))
        {
            if (span.To < from)
                continue;
            if (span.From > from)
                yield return (from, span.From - 1, 0);
            var last = Math.Min(span.To, to);
            yield return (Math.Max(span.From, from), last, span.Code);
            if (last == to)
                yield break;
            from = last + 1;
        }

        yield return (from, to, 0);
    }

    private static int TeamOn(List<Span>? turns, int day) =>
        turns is null ? 0 : turns.LastOrDefault(t => t.From <= day && day <= t.To).Code;

    private async Task<List<Span>?[]> SpansAsync(
        string sql,
        FactLoad load,
        Func<RowReader, int> code,
        CancellationToken ct
    )
    {
        var spans = new List<Span>?[load.Persons.Count];
        await RowReader.ReadAsync(
            db,
            sql,
            row =>
            {
                ref var own = ref spans[load.Persons.Of(new CitizenId(row.Id(0)))];
                (own ??= new(2)).Add(
                    new(row.Day(1).DayNumber, row.DayOrNull(2)?.DayNumber ?? FactTable.Open, code(row))
                );
            },
            ct
        );
        return spans;
    }

    internal readonly record struct Span(int From, int To, int Code);
}

/// <summary>The law's code lists as dimensions of figures: number and id of the list, and the newest name.</summary>
public static class CodeFacts
{
    public static readonly Dimension Benefits = Of("benefit", "Ydelse", CodeList.Benefits);

    public static readonly Dimension TargetGroups = Of("target-group", "Målgruppe", CodeList.TargetGroups);

    public static readonly Dimension Interventions = Of("intervention", "Indsats", CodeList.Interventions);

    private static Dimension Of(string id, string name, CodeList list) =>
        new(
            id,
            name,
            list.All.Where(c => c.Number is not null)
                .Select(c => new DimensionValue(c.Number!.Value, c.Id, c.ToString()))
        );
}
