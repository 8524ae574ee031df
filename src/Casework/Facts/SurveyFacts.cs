using Microsoft.EntityFrameworkCore;
using Virker.Insight;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What was answered after conversations, on the last day of the conversations' month, of nobody. What is too little to
/// be told never becomes a fact, so no figure, split or sum can give it away:
/// a team's month with few answers stands without its team, together with those of other teams, and where even they are
/// few together, not at all.
/// </summary>
internal sealed class SurveyFacts(VirkerContext db, MunicipalChoices choices, TimeProvider clock) : IFactSource
{
    public IReadOnlyList<string> Tables => [StandardFacts.ConversationSurvey];

    /// <summary>
    /// The answers are written past the journal, so it cannot say when there are more; how many there are does.
    /// </summary>
    public async Task<string> VersionAsync(CancellationToken ct) =>
        $"{await TableStamp.OfAsync(db, ["survey_answers", "teams"], ct)} fewest:{await choices.ValueAsync(MunicipalChoice.SurveyFewest, ct)} to:{CompleteTo(clock.Today()):yyyy-MM}";

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
        var table = new FactTableBuilder(StandardFacts.ConversationSurveyTable(teams), told.Count)
        {
            CompleteTo = CompleteTo(clock.Today()),
        };
        foreach (var (answer, hasTeam) in told)
        {
            table.Event(0, FigurePeriod.MonthOf(answer.Month).Last).Set(0, hasTeam ? numberOf[answer.TeamId.Value] : 0)
                .Set(1, answer.Options).Set(2, answer.Belief).Set(3, answer.Progress).Set(4, answer.Dignity);
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
