using Virker.Economy;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Economy;

public sealed class RefundSplitTests
{
    private static readonly DateOnly[] January = [new(2024, 1, 1), new(2024, 1, 8), new(2024, 1, 15), new(2024, 1, 22), new(2024, 1, 29)];

    [Theory, EachDatabase]
    public async Task A_month_lies_on_all_four_steps_and_counts_every_week_once(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, 2000);
        var split = (await town.House.As(Role.Controller).RunAsync<SeeRefundSplit, RefundSplit>(new(2024, 1))).Value;
        split.Benefits.SelectMany(b => b.WeeksByPercent.Keys).Distinct().Order().ShouldBe([20, 30, 40, 80]);
        split.Benefits.ShouldAllBe(b => b.AveragePercent >= 20 && b.AveragePercent <= 80);
        var expected = 0.0;
        foreach (var monday in January)
        {
            expected += await town.NumberAsync($"select count(distinct citizen_id) from benefit_spells where benefit <= 12 and not (benefit in (10, 12) and from_day < '2014-07-01') and from_day <= '{monday.AddDays(6):yyyy-MM-dd}' and (to_day is null or to_day >= '{monday:yyyy-MM-dd}')");
        }

        split.Benefits.Sum(b => b.Weeks).ShouldBe((int)expected);
        split.PriceSource.ShouldStartWith("budgettet for 2024");
        split.Benefits.ShouldAllBe(b => b.Municipality!.Value.Kroner > 0 && b.State!.Value.Kroner > 0);
    }

    private static List<(int Benefit, int Week)> Weeks(IReadOnlyList<Stay> history) =>
        [.. LadderWeeks.Between(January[0], January[^1], new(Lawbook.Current)).Value.Of(history).Select(w => (w.Benefit, w.Week))];

    [Fact]
    public void Weeks_go_on_through_a_change_of_benefit_and_a_short_pause()
    {
        Weeks([new(2, new(2023, 7, 3), new(2023, 9, 24)), new(6, new(2023, 10, 30), new(2024, 2, 4))]).ShouldBe([(6, 22), (6, 23), (6, 24), (6, 25), (6, 26)]);
    }

    [Fact]
    public void The_count_starts_again_after_a_year_without_benefit()
    {
        Weeks([new(2, new(2022, 1, 3), new(2022, 12, 25)), new(6, new(2024, 1, 8), new(2024, 2, 4))])[0].ShouldBe((6, 1));
    }

    [Fact]
    public async Task Refuses_a_month_before_the_ladder()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        (await house.As(Role.Controller).RunAsync<SeeRefundSplit, RefundSplit>(new(2014, 5))).Refusal!.Code.ShouldBe("no-rule-at-date");
        (await house.As(Role.CaseWorker).RunAsync<SeeRefundSplit, RefundSplit>(new(2024, 1))).Refusal!.Code.ShouldBe("permission.denied");
    }
}
