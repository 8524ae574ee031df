using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What citizens answered, by team and month, where there are enough answers to hide the single one.</summary>
public sealed record SeeSurvey : IQuery<SurveyView>;

public sealed record SurveyView(int Fewest, IReadOnlyList<SurveyTeam> Teams);

/// <summary>
/// <paramref name="Shown"/>: the months that have enough answers; <paramref name="HiddenMonths"/> have some, but too
/// few. No sum is given over them, so nothing can be worked out by taking away.
/// </summary>
public sealed record SurveyTeam(string Team, IReadOnlyList<SurveyMonth> Shown, int HiddenMonths);

/// <summary>
/// Means from 1 to 5, in the order of <see cref="SurveyQuestion"/>, and the share of each that answered 4 or 5.
/// </summary>
public sealed record SurveyMonth(
    DateOnly Month,
    int Answers,
    IReadOnlyList<double> Means,
    IReadOnlyList<double> Positive
);

[Requires("casework-lead.survey.see")]
internal sealed class SeeSurveyHandler(
    VirkerContext db,
    IStaffDirectory directory,
    MunicipalChoices choices,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SeeSurvey, SurveyView>
{
    private const int MonthsBack = 12;

    public async Task<Outcome<SurveyView>> RunAsync(SeeSurvey query, CancellationToken ct = default)
    {
        var (fewest, since) = (
            await choices.ValueAsync(MunicipalChoice.SurveyFewest, ct),
            clock.Today().AddMonths(-MonthsBack)
        );
        var units = actor.Value.Units.Select(TeamId.From).ToList();
        var teams = (await directory.ReadAsync(ct)).Teams.Where(t => units.Contains(t.Id));
        var answers = (
            await db.Set<SurveyAnswerRow>()
                .Where(a => units.Contains(a.TeamId) && a.Month >= since)
                .ToListAsync(ct)
        ).ToLookup(a => a.TeamId);
        return new SurveyView(fewest, [.. teams.Select(t => Of(t.Name, answers[t.Id], fewest))]);
    }

    internal static SurveyTeam Of(string team, IEnumerable<SurveyAnswerRow> answers, int fewest)
    {
        var months = answers.GroupBy(a => a.Month).OrderByDescending(g => g.Key).ToList();
        return new(
            team,
            [.. months.Where(g => g.Count() >= fewest).Select(Month)],
            months.Count(g => g.Count() < fewest)
        );
    }

    private static SurveyMonth Month(IGrouping<DateOnly, SurveyAnswerRow> answers)
    {
        Func<SurveyAnswerRow, int>[] questions = [a => a.Options, a => a.Belief, a => a.Progress, a => a.Dignity];
        return new(
            answers.Key,
            answers.Count(),
            [.. questions.Select(q => answers.Average(q))],
            [.. questions.Select(q => answers.Count(a => q(a) >= 4) / (double)answers.Count())]
        );
    }
}
