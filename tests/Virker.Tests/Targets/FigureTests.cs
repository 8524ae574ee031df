using Virker.Insight;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

public sealed class FigureTests
{
    private const string ActivityReady = "kontanthjaelp.aktivitetsparat.helaarspersoner";

    private readonly SampleFacts _facts = new(new(2023, 12, 31));

    [Theory, EachDatabase]
    public async Task A_figures_page_has_its_series_its_definition_and_the_countrys_where_it_is_loaded(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect, _facts.Into);
        await house
            .As(Role.Controller)
            .DoneAsync(
                new ImportComparisons(
                    $"indikator;område;fra;til;værdi;kilde\n{ActivityReady};hele landet;2023-12-01;2023-12-31;12.345,6;prøve"
                )
            );
        var figure = await house.As(Role.Politician).DoneAsync(new SeeFigure(ActivityReady));
        figure.Latest!.Value.ShouldBe(100);
        figure.Series.Count.ShouldBe(25);
        figure.Series[^1].ShouldBe(new FigurePoint(FigurePeriod.Month(2023, 12), 100, 12345.6m));
        figure.Indicator.Id.ShouldBe(ActivityReady);
        figure
            .Dimensions.Select(d => d.Id)
            .ShouldBe(["sex", "origin", "age"], "all that it counts are on the same benefit");
    }

    [Fact]
    public async Task A_politician_does_not_see_a_group_of_a_few_and_a_controller_does()
    {
        await using var house = await TestHouse.OnSqliteAsync(_facts.Into);
        // In the sample town three of those in resource course have paid hours.
        var hidden = await house
            .As(Role.Politician)
            .DoneAsync(new SeeFigure("ressourceforloeb.loennede-timer", Group: "age:40-49"));
        hidden.HidesSmall.ShouldBeTrue();
        hidden.Latest.ShouldBeNull();
        hidden.Why!.ShouldContain(Suppression.Usual.Words);
        hidden.Series.ShouldEachBe(p => p.Value == null || p.Value == 0);
        (
            await house
                .As(Role.Controller)
                .DoneAsync(new SeeFigure("ressourceforloeb.loennede-timer", Group: "age:40-49"))
        ).Latest!.Value.ShouldBe(6);
    }

    [Fact]
    public async Task Two_groups_and_two_months_stand_side_by_side()
    {
        await using var house = await TestHouse.OnSqliteAsync(_facts.Into);
        var compared = await house
            .As(Role.TeamLeader)
            .DoneAsync(new CompareFigure(ActivityReady, MonthA: "2022-11", MonthB: "2023-12"));
        (compared.A.Value, compared.B.Value, compared.Difference).ShouldBe((30m, 100m, 70m));
        (await house.As(Role.TeamLeader).RefusedAsync(new CompareFigure("findes.ikke"))).ShouldBe("figure.not-found");
    }

    [Fact]
    public async Task Why_a_figure_changed_says_who_came()
    {
        await using var house = await TestHouse.OnSqliteAsync(_facts.Into);
        var change = await house
            .As(Role.TeamLeader)
            .DoneAsync(new ExplainChange(ActivityReady, From: "2022-11", To: "2023-12"));
        var movement = change.Explanation!.Accounts.Single(a => a.Kind == ChangeKind.Movement);
        movement.Terms.Select(t => t.Amount).ShouldBe([(Fraction)70, Fraction.Zero]);
        (
            await house
                .As(Role.TeamLeader)
                .RefusedAsync(new ExplainChange(ActivityReady, From: "2023-12", To: "2022-11"))
        ).ShouldBe("figure.order");
    }

    [Fact]
    public async Task The_cases_behind_a_figure_are_for_leaders_and_controllers_and_logged()
    {
        await using var house = await TestHouse.OnSqliteAsync(_facts.Into);
        foreach (var role in new[] { Role.CaseWorker, Role.Politician, Role.Clerk })
            (await house.As(role).RefusedAsync(new SeeFigureCases(ActivityReady))).ShouldBe("permission.denied");
        var cases = await house.As(Role.Controller).DoneAsync(new SeeFigureCases(ActivityReady));
        (cases.Counted, cases.Showable, cases.Cases.Count).ShouldBe((100, 100, 25));
        (await house.CountAsync("access_log where use_case = 'SeeFigureCases'")).ShouldBe(25);
    }

    [Fact]
    public async Task The_overview_says_what_is_expected_of_each_measure_that_has_a_long_enough_past()
    {
        await using var house = await TestHouse.OnSqliteAsync(new SampleFacts(new(2023, 11, 30)).Into);
        await house.System.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        var outlook = await house.As(Role.TeamLeader).DoneAsync(new SeeOutlook());
        var measures = outlook.Themes.SelectMany(t => t.Measures).ToList();
        measures.ShouldContain(m => m.Outlook != null && m.Outlook.State != null);
        measures
            .Where(m => m.Outlook is not null)
            .ShouldEachBe(m => m.Outlook!.Words.StartsWith("Ventes") || m.Outlook.Words.StartsWith("Kan gå"));
        measures
            .Where(m => m.Outlook is not null)
            .ShouldEachBe(m =>
                m.Outlook!.PastError.Length > 20
                && m.Outlook.Coverage.Length > 20
                && m.Outlook.Low <= m.Outlook.Expected
                && m.Outlook.Expected <= m.Outlook.High
            );
        measures.Where(m => m.Finding.Verdict.IsDecided).ShouldNotBeEmpty();
        measures
            .Where(m => m.Finding.Latest is null || m.Finding.Verdict.IsDecided)
            .ShouldEachBe(m => m.Outlook == null);
    }
}
