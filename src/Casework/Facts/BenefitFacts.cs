using Virker.Insight;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Who gets which benefit from day to day, in which target group and with which team.</summary>
public static class BenefitFacts
{
    public static readonly FactColumn Benefit = new("benefit", "Ydelse", "Hvad der udbetales", CodeFacts.Benefits)
    {
        Said = new Dictionary<string, string>
        {
            ["dagpenge"] = "a-dagpenge",
            ["kontanthjaelp-jobparat"] = "jobparat kontanthjælp",
            ["kontanthjaelp-aktivitetsparat"] = "aktivitetsparat kontanthjælp",
            ["uddannelseshjaelp"] = "uddannelseshjælp",
            ["shho"] = "selvforsørgelses- og hjemrejseydelse",
            ["sygedagpenge"] = "sygedagpenge",
            ["jobafklaring"] = "ydelse i jobafklaring",
            ["ressourceforloeb"] = "ydelse i ressourceforløb",
            ["ledighedsydelse"] = "ledighedsydelse",
            ["fleksjob"] = "tilskud til fleksjob",
            ["revalidering"] = "revalideringsydelse",
            ["foertidspension"] = "førtidspension",
        },
    };

    public static readonly FactColumn TargetGroup = new(
        "target-group",
        "Målgruppe",
        "Målgruppe efter lov om en aktiv beskæftigelsesindsats § 6",
        CodeFacts.TargetGroups
    );

    public static readonly TableDeclaration Table = new("benefits", FactShape.Spells, FactSubject.Person)
    {
        Name = "Ydelser",
        Meaning =
            "Dage, hvor personen får en ydelse; én række for hver uafbrudt periode på samme ydelse og i samme målgruppe.",
        Source = FactSources.Cases,
        Columns = [Benefit, TargetGroup, TeamFacts.Team],
        Words = new("får {benefit|en ydelse}", "forløb på {benefit|en ydelse}")
        {
            Had = "fik ydelsen",
            Days = "dage på ydelserne",
        },
        WhenMissing = "Kommunens ydelsesperioder er ikke indlæst.",
    };

    /// <summary>
    /// Those on one of the benefits (ids of the code list), as jobindsats joins the spells: only a whole calendar month
    /// without begins a new one.
    /// </summary>
    public static FactSet On(params string[] benefits) =>
        new FactSet(Table).With(Benefit, benefits) with
        {
            Gap = Gap.WholeCalendarMonth,
        };
}

/// <summary>Benefit spells with target group and team; a spell whose target group changes becomes two rows.</summary>
internal sealed class BenefitFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables => [BenefitFacts.Table];

    public IReadOnlyList<Type> Reads =>
        [
            typeof(CaseRow),
            typeof(BenefitSpellRow),
            typeof(TargetGroupSpellRow),
            typeof(CaseAssignmentRow),
            .. StaffTables.Teams,
        ];

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
        var table = new FactTableBuilder(BenefitFacts.Table, load.Persons.Count).Coded(TeamFacts.Team, teams);
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
                    table
                        .Spell(person, first, last)
                        .Set(BenefitFacts.Benefit, benefit)
                        .Set(BenefitFacts.TargetGroup, group)
                        .Set(TeamFacts.Team, TeamOn(turns[person], first));
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
