using Virker.Insight;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

/// <summary>
/// The seven political measures beside the country: document 000's table, with plus for what is good.
/// </summary>
public sealed class PoliticalGoalTests
{
    private readonly SampleFacts _facts = new(new(2023, 12, 31));

    [Theory, EachDatabase]
    public async Task Seven_measures_with_deviation_and_rank_where_the_others_figures_are_loaded(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect, _facts.Into);
        var municipalities = string.Concat(
            new[]
            {
                "Aarhus",
                "Slagelse",
                "Odense",
                "Randers",
                "Aalborg",
                "Herning",
                "Viborg",
                "Horsens",
                "Vejle",
                "Kolding",
            }.Select((name, i) => $"politik.ledige;{name};2023-12-01;2023-12-31;{i + 1},0;prøve\n")
        );
        await house
            .As(Role.Controller)
            .DoneAsync(
                new ImportComparisons(
                    $"indikator;område;fra;til;værdi;kilde\npolitik.ledige;hele landet;2023-12-01;2023-12-31;3,1;jobindsats\npolitik.beskaeftigelse;hele landet;2023-12-01;2023-12-31;75,0;prøve\n{municipalities}"
                )
            );
        var goals = await house.As(Role.Politician).DoneAsync(new SeePoliticalGoals());
        goals.Goals.Count.ShouldBe(7);
        goals.Period.ShouldBe(FigurePeriod.Month(2023, 12));

        // 40 of 1,100 are 3.6 per cent: half a point worse than the country, and the fourth lowest of eleven.
        var unemployed = goals.Goals.Single(g => g.Indicator.Id == "politik.ledige");
        (unemployed.Own, unemployed.Country, unemployed.Deviation, unemployed.Rank, unemployed.Of).ShouldBe(
            (3.6m, 3.1m, -0.5m, 4, 11)
        );

        var employed = goals.Goals.Single(g => g.Indicator.Id == "politik.beskaeftigelse");
        (employed.Deviation, employed.Rank).ShouldBe((employed.Own - 75.0m, null));
        employed.Missing.ShouldNotBeNull().ShouldContain("ingen placering");
        goals
            .Goals.Single(g => g.Indicator.Id == "politik.langtidsledige")
            .Missing.ShouldNotBeNull()
            .ShouldContain("ikke indlæst");
    }

    [Fact]
    public async Task Without_the_countrys_figures_the_newest_month_is_shown_and_it_says_what_is_missing()
    {
        await using var house = await TestHouse.OnSqliteAsync(_facts.Into);
        var goals = await house.As(Role.TeamLeader).DoneAsync(new SeePoliticalGoals());
        goals.Goals.ShouldEachBe(g => g.Missing != null && g.Deviation == null);
        (await house.As(Role.TeamLeader).DoneAsync(new SeePoliticalGoals("2023-06"))).Period.ShouldBe(
            FigurePeriod.Month(2023, 6)
        );
    }
}
