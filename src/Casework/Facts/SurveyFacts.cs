using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>The answers to the four questions after a conversation, of nobody.</summary>
internal static class SurveyFacts
{
    public const string Source = "Kommunens samtaleundersøgelse";

    private const string InPeriod = "svar på samtaleundersøgelsen i perioden";

    public static readonly FactColumn Team = new("team", "Team", "Det team, som holdt samtalen", TeamFacts.None);

    public static readonly FactColumn Options = Answered(
        "options",
        "Muligheder",
        "Jeg fik øje på muligheder, jeg kan bruge"
    );

    public static readonly FactColumn Belief = Answered(
        "belief",
        "Tiltro",
        "Min sagsbehandler tror på, at jeg kan komme i job eller uddannelse"
    );

    public static readonly FactColumn Progress = Answered(
        "progress",
        "Et skridt videre",
        "Samtalen bragte mig et skridt videre"
    );

    public static readonly FactColumn Dignity = Answered(
        "dignity",
        "Respekt",
        "Jeg blev mødt med respekt og værdighed"
    );

    public static readonly TableDeclaration Table = new(
        "conversation-survey",
        FactShape.Events,
        FactSubject.Municipality
    )
    {
        Name = "Samtaleundersøgelse",
        Meaning =
            "Svar på de fire spørgsmål efter en samtale, én række for hvert svar, på den sidste dag i samtalens måned og uden at det vides, hvem der svarede. Svar, som er for få i et team og en måned, er uden team eller ikke med.",
        Source = Source,
        Columns = [Team, Options, Belief, Progress, Dignity],
        Words = TableWords.OfOneDay(
            "har svaret",
            InPeriod + string.Concat(new[] { Dignity, Options, Belief, Progress }.Select(AtLeast)),
            "svar"
        ),
        WhenMissing = "Der er endnu ikke svar nok på samtaleundersøgelsen til at vise et tal.",
    };

    private static FactColumn Answered(string id, string name, string question) =>
        new(id, name, $"Svar fra 1 til 5 på »{question}«", unit: "point")
        {
            Highest = 5,
            Sum = $"summen af {InPeriod} på »{question}«",
        };

    /// <summary>The part of the words that stands where a question's answers have a lowest number.</summary>
    private static string AtLeast(FactColumn question) =>
        $"{{>={question}|| på mindst * til {question.Meaning[question.Meaning.IndexOf('»')..]}}}";
}

/// <summary>
/// What was answered after conversations, on the last day of the conversations' month, of nobody. What is too little to
/// be told never becomes a fact, so no figure, split or sum can give it away:
/// a team's month with few answers stands without its team, together with those of other teams, and where even they are
/// few together, not at all.
/// </summary>
internal sealed class SurveyFactSource(VirkerContext db, MunicipalChoices choices, TimeProvider clock) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables => [SurveyFacts.Table];

    /// <summary>
    /// The answers are written past the journal, so it cannot say when there are more; how many there are does.
    /// </summary>
    public async Task<string> VersionAsync(CancellationToken ct) =>
        $"{await TableStamp.OfAsync(db, [typeof(SurveyAnswerRow), .. StaffTables.Teams], ct)} fewest:{await choices.ValueAsync(MunicipalChoice.SurveyFewest, ct)} to:{CompleteTo(clock.Today()):yyyy-MM}";

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var (teams, numberOf) = await TeamFacts.ReadAsync(db, ct);
        var rule = new Suppression(
            Math.Max(Suppression.Usual.Least, await choices.ValueAsync(MunicipalChoice.SurveyFewest, ct))
        );
        var answers = await db.Set<SurveyAnswerRow>().AsNoTracking().ToListAsync(ct);
        var told = answers.GroupBy(a => a.Month).SelectMany(month => Told([.. month], rule)).ToList();
        if (told.Count == 0)
            return;
        var table = new FactTableBuilder(SurveyFacts.Table, told.Count)
        {
            CompleteTo = CompleteTo(clock.Today()),
        }.Coded(SurveyFacts.Team, teams);
        foreach (var (answer, hasTeam) in told)
        {
            table
                .Event(0, FigurePeriod.MonthOf(answer.Month).Last)
                .Set(SurveyFacts.Team, hasTeam ? numberOf[answer.TeamId.Value] : 0)
                .Set(SurveyFacts.Options, answer.Options)
                .Set(SurveyFacts.Belief, answer.Belief)
                .Set(SurveyFacts.Progress, answer.Progress)
                .Set(SurveyFacts.Dignity, answer.Dignity);
        }

        load.Add(table.Build());
    }

    /// <summary>Those of a month's answers that can be told, and whether their team can.</summary>
    internal static IEnumerable<(SurveyAnswerRow Answer, bool HasTeam)> Told(
        IReadOnlyList<SurveyAnswerRow> month,
        Suppression rule
    )
    {
        var teams = month.GroupBy(a => a.TeamId).ToList();
        var few = teams.Where(t => rule.IsSmall(t.Count())).SelectMany(t => t).ToList();
        var many = teams.Where(t => !rule.IsSmall(t.Count())).SelectMany(t => t).Select(a => (a, true));
        return rule.IsSmall(few.Count) ? many : many.Concat(few.Select(a => (a, false)));
    }

    /// <summary>The last month after which every link has been sent and has stopped working.</summary>
    internal static DateOnly CompleteTo(DateOnly today) =>
        FigurePeriod.LastWholeMonth(today.AddDays(-AskSurveysHandler.DaysBack - AskSurveysHandler.GoodFor - 1)).Last;
}
