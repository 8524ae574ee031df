using Virker.Insight;
using Virker.Tests.Support;

namespace Virker.Tests.Insight;

public sealed class StandingFiguresTests
{
    private static readonly FigurePeriod March = FigurePeriod.MonthOf(new DateOnly(2024, 3, 1));

    [Fact]
    public void A_figure_is_computed_once_for_the_facts_it_was_asked_of()
    {
        var standing = new StandingFigures();
        var computed = 0;

        for (var i = 0; i < 3; i++)
            standing.Of(
                HouseCatalogue.It.All.First(),
                [March],
                periods => Answer(HouseCatalogue.It.All.First(), periods, ref computed)
            );

        computed.ShouldBe(1);
    }

    [Fact]
    public void Two_indicators_of_one_name_are_not_taken_for_each_other()
    {
        var standing = new StandingFigures();
        var (one, computed) = (HouseCatalogue.It.All[0], 0);
        var other = one with { Version = 99 };

        standing.Of(one, [March], periods => Answer(one, periods, ref computed));
        var figure = standing
            .Of(other, [March], periods => Answer(other, periods, ref computed))
            .ShouldHaveSingleItem();

        (computed, figure.IndicatorVersion).ShouldBe((2, 99));
    }

    [Fact]
    public void Figures_come_in_the_order_that_they_were_asked_for()
    {
        var standing = new StandingFigures();
        var (indicator, computed) = (HouseCatalogue.It.All.First(), 0);
        FigurePeriod[] asked = [FigurePeriod.Year(2023), March, FigurePeriod.Year(2023), FigurePeriod.Year(2022)];
        standing.Of(indicator, [March], periods => Answer(indicator, periods, ref computed));

        standing
            .Of(indicator, asked, periods => Answer(indicator, periods, ref computed))
            .Select(f => f.Period)
            .ShouldBe(asked);
        computed.ShouldBe(3);
    }

    private static IReadOnlyList<KeyFigure> Answer(
        Indicator indicator,
        IReadOnlyList<FigurePeriod> periods,
        ref int computed
    )
    {
        computed += periods.Count;
        return
        [
            .. periods.Select(p =>
                KeyFigure.Lacks(indicator, new FactStore(p.Last, "", []), p, FigureState.EmptyGroup, "Ingen.")
            ),
        ];
    }
}
