using Virker.Casework;
using Virker.Insight;

namespace Virker.Tests.Insight;

public sealed class StockFlowTests
{
    private static readonly FigurePeriod Last = FigurePeriod.Month(2023, 3);
    private static readonly FactSet OnA = new FactSet(BenefitFacts.Table).With(BenefitFacts.Benefit, "a") with
    {
        Gap = Gap.Days(28),
    };

    [Fact]
    public void Counts_those_who_are_there_at_each_months_end()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var store = RandomRegister.Of(seed);
            var flow = StockFlow.Of(store, OnA with { Gap = Gap.Days(0) }, Last, 20);
            var heads = new Heads(OnA, Presence.AtEnd);
            for (var t = 0; t < 20; t++)
                flow.Stock(t)
                    .ShouldBe(
                        (double)
                            heads.In(store, FigurePeriod.MonthOf(Last.First.AddMonths(t - 19))).Value!.Value.Rounded(0),
                        $"seed {seed}, month {t}"
                    );
        }
    }

    [Fact]
    public void What_was_there_and_came_is_there_or_left()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var flow = StockFlow.Of(RandomRegister.Of(seed), OnA, Last, 24);
            for (var t = 1; t < 24; t++)
                flow.Stock(t)
                    .ShouldBe(flow.Stock(t - 1) - flow.LeftAfter(t - 1) + flow.Inflow(t), $"seed {seed}, month {t}");
        }
    }

    [Fact]
    public void A_steady_stock_stays_and_fewer_coming_make_it_smaller()
    {
        var flow = StockFlow.Of(Steady(), OnA, Last, 24);
        flow.Stock(23).ShouldBe(30);
        flow.Ahead(24, 6)[^1].Sum().ShouldBe(30, 1.5);
        flow.Ahead(24, 6, inflowFactor: 0.5)[^1].Sum().ShouldBeLessThan(25);
        flow.Ahead(24, 6, exitFactor: 2)[^1].Sum().ShouldBeLessThan(25);
        flow.Ahead(24, 6, inflowFactor: 0, exitFactor: 0)[^1].Sum().ShouldBe(30, 1e-9);
    }

    [Fact]
    public void Says_what_must_happen_to_meet_a_target()
    {
        var indicator = new Indicator("x", "X", "personer", 1, new FullTime(OnA)) { Source = "" };
        var forecast = IndicatorForecast.Of(Steady(), indicator, 6)!;
        forecast.Series.Steps[^1].Value.ShouldBe(30, 3.0);
        var (factor, expected) = forecast.InflowFor(27, 6)!.Value;
        expected.ShouldBe(10, 0.01);
        factor.ShouldBeInRange(0.3, 0.95);
        forecast.ExitFor(27, 6)!.Value.ShouldBeGreaterThan(1.0);
        forecast.InflowFor(-1, 6).ShouldBeNull();
    }

    [Fact]
    public void Groups_are_carried_on_so_that_they_add_up_to_the_whole()
    {
        var store = Steady();
        var indicator = new Indicator("x", "X", "personer", 1, new FullTime(OnA)) { Source = "" };
        var by = FigureDimension.Of(store, indicator).Single(d => d.Id == "age");
        var groups = GroupForecast.Of(store, indicator, by, IndicatorForecast.Of(store, indicator, 6)!)!;
        groups.Groups.Sum().ShouldBe(groups.Whole, 1e-6);
        groups.Whole.ShouldBe(30, 3.0);
        groups.Groups.Count(g => g > 0).ShouldBe(1, "all are in their thirties");
        GroupForecast
            .Of(
                store,
                indicator with
                {
                    Measure = new Heads(OnA, Presence.InPeriod),
                },
                by,
                IndicatorForecast.Of(store, indicator, 6)!
            )
            .ShouldBeNull();
    }

    /// <summary>
    /// Ten persons come on the fifth of each month; each stays one to five months' ends, two of each, so that thirty
    /// are there.
    /// </summary>
    private static FactStore Steady()
    {
        var (people, benefits) = (
            new FactTableBuilder(PersonFacts.Table),
            RandomRegister.Benefits()
        );
        for (var p = 0; p < 600; p++)
        {
            people.Subject(p).Set(PersonFacts.Born, new DateOnly(1990, 1, 1).DayNumber);
            var from = new DateOnly(2018, 4, 5).AddMonths(p / 10);
            benefits.Spell(p, from, from.AddMonths(1 + (p % 5)).AddDays(-1)).Set(BenefitFacts.Benefit, "a");
        }

        return new(Last.Last, "1", [people.Build(), benefits.Build()]);
    }
}
