using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// One row for each conversation that the law in force asked for, on its last lawful day. Whoever left the benefit
/// before that day, and a course whose law is not known, has none.
/// </summary>
internal static class DueConversationFacts
{
    public static readonly FactColumn Outcome = new(
        "outcome",
        "Holdt",
        "Om samtalen blev holdt inden fristen",
        new(
            "timeliness",
            "Holdt",
            [
                new(1, "rettidig", "Inden fristen"),
                new(2, "for-sent", "Efter fristen"),
                new(3, "ikke-holdt", "Ikke holdt"),
            ]
        )
    )
    {
        Said = new Dictionary<string, string>
        {
            ["rettidig"] = "blev holdt senest den dag",
            ["for-sent"] = "blev holdt efter den dag",
            ["ikke-holdt"] = "ikke blev holdt",
        },
    };

    public static readonly FactColumn Benefit = new(
        "benefit",
        "Ydelse",
        "Ydelsen, som kontaktforløbet hører til",
        CodeFacts.Benefits
    );

    public static readonly TableDeclaration Table = new("due-conversations", FactShape.Events, FactSubject.Person)
    {
        Name = "Samtaler, loven kræver",
        Meaning = "Sidste lovlige dag for hver samtale, som loven på dagen kræver, og om den blev holdt.",
        Source = FactSources.CasesAndLaw,
        Columns = [Outcome, Benefit],
        Words = TableWords.OfOneDay(
            "har en samtale, som loven kræver",
            "samtaler, som loven kræver, med sidste lovlige dag i perioden{outcome||, og som *}",
            "samtaler"
        ),
    };
}

/// <summary>
/// Each conversation that the law in force on the day the course began has asked for, on its last lawful day, with
/// whether it was held by then. The n-th conversation held counts for the n-th one asked for, as on the citizen's own
/// page.
/// </summary>
internal sealed class DueConversationFactSource(VirkerContext db, ILawInForce law) : IFactSource
{
    private const int InTime = 1, Late = 2, NotHeld = 3;

    public IReadOnlyList<TableDeclaration> Tables => [DueConversationFacts.Table];

    public IReadOnlyList<Type> Reads =>
        [
            typeof(BenefitSpellRow),
            typeof(TargetGroupSpellRow),
            typeof(MeetingRow),
            .. law.StandsOn,
        ];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var held = new List<int>?[load.Persons.Count];
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, at from meetings where status = '{MeetingStatus.Held.Code}' and holder <> '{MeetingHolder.UnemploymentFund.Code}'{Only(load, "and")}",
            row =>
                (held[load.Persons.Of(new CitizenId(row.Id(0)))] ??= new(8)).Add(row.Instant(1).DanishDate().DayNumber),
            ct
        );
        var groups = new List<(int From, int To, int Group)>?[load.Persons.Count];
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, from_day, to_day, target_group from target_group_spells{Only(load)}",
            row =>
                (groups[load.Persons.Of(new CitizenId(row.Id(0)))] ??= new(2)).Add(
                    (row.Day(1).DayNumber, row.DayOrNull(2)?.DayNumber ?? FactTable.Open, row.Int(3))
                ),
            ct
        );
        var courses = new CourseDeadlines(await law.ReadAsync(ct));
        var table = new FactTableBuilder(DueConversationFacts.Table, load.Persons.Count);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, benefit, from_day, to_day from benefit_spells{Only(load)}",
            row =>
            {
                var (person, benefit, from) = (load.Persons.Of(new CitizenId(row.Id(0))), row.Int(1), row.Day(2));
                var last = Math.Min(row.DayOrNull(3)?.DayNumber ?? FactTable.Open, load.DataDate.DayNumber);
                var group = groups[person]
                    ?.Where(g => g.From <= from.DayNumber && from.DayNumber <= g.To)
                    .Select(g => (int?)g.Group)
                    .LastOrDefault();
                foreach (
                    var (by, outcome) in Outcomes(
                        courses.Of(new(benefit, group, from)),
                        held[person],
                        from.DayNumber,
                        last
                    )
                )
                    table
                        .Event(person, by)
                        .Set(DueConversationFacts.Outcome, outcome)
                        .Set(DueConversationFacts.Benefit, benefit);
            },
            ct
        );
        load.Add(table.Build());
    }

    /// <param name="deadlines">The last lawful days, in the order that the conversations come.</param>
    /// <param name="held">Every day on which the person had one.</param>
    /// <param name="from">The course's first day.</param>
    /// <param name="last">The last day with the benefit that the register knows.</param>
    internal static IEnumerable<(int By, int Outcome)> Outcomes(
        IReadOnlyList<int> deadlines,
        List<int>? held,
        int from,
        int last
    )
    {
        if (deadlines.Count == 0) return [];
        var own = held?.Where(day => day >= from && day <= last).Order().ToList() ?? [];
        return deadlines.Select((by, i) => (by, i)).Where(d => d.by <= last)
            .Select(d => (d.by, d.i >= own.Count ? NotHeld : own[d.i] <= d.by ? InTime : Late));
    }

    private string Only(FactLoad load, string word = "where") => RowReader.Where(db, "citizen_id", load.Only, word);
}

/// <summary>The law's last days of a course, asked once for each ground: many courses begin on the same day.</summary>
internal sealed class CourseDeadlines(Lawbook law)
{
    private readonly Dictionary<CourseGround, IReadOnlyList<int>> _asked = [];

    /// <summary>Those that the municipality holds alone or takes part in.</summary>
    public IReadOnlyList<int> Of(CourseGround ground)
    {
        if (!_asked.TryGetValue(ground, out var days))
            _asked[ground] = days = CourseLaw.Of(ground, law) is { } course
                ? [.. course.Conversations.Where(c => c.IsOurs).Select(c => c.By.DayNumber)]
                : [];
        return days;
    }
}
