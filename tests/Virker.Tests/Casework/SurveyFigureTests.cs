using Virker.Casework;
using Virker.Insight;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>What citizens answer after a conversation becomes a figure, of nobody.</summary>
public sealed class SurveyFigureTests
{
    private const string NotYet = "Der er endnu ikke svar nok på samtaleundersøgelsen til at vise et tal.";

    [Theory, EachDatabase]
    public async Task Answers_become_a_figure_as_soon_as_they_are_enough_to_be_told(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        await office.TakeInAsync(new RegisteredDate("prøve", office.Today.AddDays(70)));
        foreach (var options in new[] { 4, 4, 5, 4 }) await SurveyTests.AnsweredAsync(office, options);
        (await SeeAsync(office, "samtaler.muligheder")).Why.ShouldBe(NotYet);
        await SurveyTests.AnsweredAsync(office, 2);
        office.House.Clock.Advance(TimeSpan.FromDays(70));

        var share = await SeeAsync(office, "samtaler.muligheder");
        (share.Latest!.Value, share.Latest.Numerator, share.Latest.Denominator).ShouldBe((80m, 4m, 5m));
        (await SeeAsync(office, "samtaler.muligheder.gennemsnit")).Latest!.Value.ShouldBe(3.8m);
        (await SeeAsync(office, "samtaler.godt-behandlet")).Latest!.Value.ShouldBe(100m);
        (await SeeAsync(office, "samtaler.svar")).Latest!.Value.ShouldBe(5m);
        (await office.House.As(Role.Controller).RefusedAsync(new SeeFigureCases("samtaler.godt-behandlet"))).ShouldBe(
            "cases.none"
        );

        await leader.DoneAsync(new SetChoice(MunicipalChoice.SurveyFewest, office.Today, 6));
        office.House.Clock.Advance(TimeSpan.FromSeconds(1));
        (await SeeAsync(office, "samtaler.muligheder")).Why.ShouldBe(NotYet);
    }

    [Fact]
    public void Few_answers_of_a_team_are_told_with_those_of_other_teams_or_not_at_all()
    {
        var (large, small, other) = (NewId.Of<TeamId>(), NewId.Of<TeamId>(), NewId.Of<TeamId>());
        Told((large, 5), (small, 4)).ShouldBe([(large, true, 5)], "the small team's would follow from the sum");
        Told((large, 5), (small, 4), (other, 1)).ShouldBe([(large, true, 5), (small, false, 4), (other, false, 1)]);
        Told((small, 2), (other, 2)).ShouldBeEmpty();
        Told((small, 4)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2024-03-24", "2024-01-31")]
    [InlineData("2024-03-25", "2024-02-29")]
    public void A_month_is_whole_when_no_link_from_it_can_be_used_any_more(string today, string until) =>
        SurveyFactSource
            .CompleteTo(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<(TeamId, bool, int)> Told(params (TeamId Team, int Count)[] answers)
    {
        var month = answers
            .SelectMany(a =>
                Enumerable
                    .Range(0, a.Count)
                    .Select(_ => new SurveyAnswerRow
                    {
                        Id = Guid.NewGuid(),
                        TeamId = a.Team,
                        Month = new(2024, 3, 1),
                    })
            )
            .ToList();
        return SurveyFactSource
            .Told(month, Suppression.Usual)
            .GroupBy(t => (t.Answer.TeamId, t.HasTeam))
            .Select(g => (g.Key.TeamId, g.Key.HasTeam, g.Count()));
    }

    private static Task<FigureShown> SeeAsync(JobOffice office, string indicator) =>
        office.House.As(Role.Controller).DoneAsync(new SeeFigure(indicator));
}
