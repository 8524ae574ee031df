using Virker.Economy;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Economy;

public sealed class RefundSplitTests
{
    private static readonly DateOnly[] January =
    [
        new(2024, 1, 1),
        new(2024, 1, 8),
        new(2024, 1, 15),
        new(2024, 1, 22),
        new(2024, 1, 29),
    ];

    [Theory, EachDatabase]
    public async Task A_month_lies_on_all_four_steps_and_counts_every_day_of_its_own_once(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, 2000);
        var split = (await town.House.As(Role.Controller).RunAsync(new SeeRefundSplit(2024, 1))).Value;
        split.Benefits.SelectMany(b => b.DaysByPercent.Keys).Distinct().Order().ShouldBe([20, 30, 40, 80]);
        split.Benefits.ShouldEachBe(b => b.AveragePercent >= 20 && b.AveragePercent <= 80);
        split.Benefits.Sum(b => b.Days).ShouldBe((int)await DaysOnLadderAsync(town, new(2024, 1, 1), new(2024, 1, 31)));
        split.PriceSource.ShouldStartWith("budgettet for 2024");
        split.Benefits.ShouldEachBe(b => b.Municipality!.Value.Kroner > 0 && b.State!.Value.Kroner > 0);
        split
            .Benefits.Sum(b => b.Municipality!.Value.Kroner)
            .ShouldBe(split.Month.Municipality!.Value.Kroner, 1m, "the benefits add up to the month");
    }

    /// <summary>
    /// Months of four and of five Mondays, of 28 to 31 days, whose weeks begin before them and end after.
    /// </summary>
    [Fact]
    public async Task Every_day_of_two_years_is_in_one_month_and_months_of_any_length_can_be_held_against_one_another()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite, 2000);
        var controller = town.House.As(Role.Controller);
        var split = (await controller.RunAsync(new SeeRefundSplit(2024, 3))).Value;
        split.Months.Count.ShouldBe(15);
        split.Months.ShouldEachBe(m => m.IsWhole);
        foreach (var month in split.Months)
        {
            var alone = (await controller.RunAsync(new SeeRefundSplit(month.First.Year, month.First.Month))).Value;
            alone.Month.ShouldBe(month, "a month costs the same whatever month it is seen from");
            var days = await DaysOnLadderAsync(town, month.First, month.First.AddMonths(1).AddDays(-1));
            alone.Benefits.Sum(b => b.Days).ShouldBe((int)days, $"{month.First:yyyy-MM}");
        }

        var perDay = split.Months.Select(m => m.MunicipalityPerDay!.Value.Kroner).ToList();
        foreach (var (before, after) in perDay.Zip(perDay.Skip(1)))
            (after / before).ShouldBeInRange(0.88m, 1.12m, "the number of Mondays in a month moves no figure");
        split.YearToDate.Municipality.ShouldBe(
            split.Months.Where(m => m.First.Year == 2024).Select(m => m.Municipality!.Value).Aggregate((x, y) => x + y)
        );
        split.YearBefore!.Days.ShouldBe(90);
        split.YearToDate.Days.ShouldBe(91);
    }

    [Fact]
    public async Task A_month_that_the_register_does_not_cover_says_so_and_counts_no_day_after_it()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite, 2000);
        await town.House.ReadAsync("update register_dates set last_day = '2024-02-10'");
        var split = (await town.House.As(Role.Controller).RunAsync(new SeeRefundSplit(2024, 2))).Value;
        (split.Month.IsWhole, split.Month.Days).ShouldBe((false, 10));
        split.Benefits.Sum(b => b.Days).ShouldBe((int)await DaysOnLadderAsync(town, new(2024, 2, 1), new(2024, 2, 10)));
    }

    /// <summary>Days that somebody has a benefit of the ladder, each person's day once.</summary>
    private static async Task<double> DaysOnLadderAsync(WrittenTown town, DateOnly from, DateOnly to)
    {
        var days = 0.0;
        for (var day = from; day <= to; day = day.AddDays(1))
            days += await town.NumberAsync(
                $"select count(distinct citizen_id) from benefit_spells where benefit <= 12 and not (benefit in (10, 12) and from_day < '2014-07-01') and from_day <= '{day:yyyy-MM-dd}' and (to_day is null or to_day >= '{day:yyyy-MM-dd}')"
            );
        return days;
    }

    [Theory]
    [InlineData(0b1111111, "2024-01-29", "2024-02-04", 7)]
    [InlineData(0b1111111, "2024-01-01", "2024-01-31", 3)]
    [InlineData(0b1111111, "2024-02-01", "2024-02-29", 4)]
    [InlineData(0b0011000, "2024-02-01", "2024-02-29", 2)]
    [InlineData(0b1000000, "2024-01-01", "2024-02-03", 0)]
    [InlineData(0b1111111, "2024-02-05", "2024-02-29", 0)]
    public void A_week_across_two_months_gives_each_its_own_days(int withBenefit, string from, string to, int days) =>
        new LadderWeek(1, new(2024, 1, 29), (byte)withBenefit, 1, 80)
            .DaysBetween(
                DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
                DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)
            )
            .ShouldBe(days);

    [Fact]
    public void The_first_days_of_2016_stand_as_the_first_whole_week_does()
    {
        var weeks = LadderWeeks
            .Touching(new(2016, 1, 1), new(2016, 1, 31), new(Lawbook.Current))
            .Value.Of([new(2, new(2015, 12, 1), new(2016, 2, 28))])
            .ToList();
        weeks[0].Monday.ShouldBe(new(2015, 12, 28));
        weeks[0].StatePercent.ShouldBe(weeks[1].StatePercent);
        weeks.Sum(w => w.DaysBetween(new(2016, 1, 1), new(2016, 1, 31))).ShouldBe(31);
    }

    private static List<(int Benefit, int Week)> Weeks(IReadOnlyList<Stay> history) =>
        [
            .. LadderWeeks
                .Between(January[0], January[^1], new(Lawbook.Current))
                .Value.Of(history)
                .Select(w => (w.Benefit, w.Week)),
        ];

    [Fact]
    public void Weeks_go_on_through_a_change_of_benefit_and_a_short_pause()
    {
        Weeks([new(2, new(2023, 7, 3), new(2023, 9, 24)), new(6, new(2023, 10, 30), new(2024, 2, 4))])
            .ShouldBe([(6, 22), (6, 23), (6, 24), (6, 25), (6, 26)]);
    }

    [Fact]
    public void The_count_starts_again_after_a_year_without_benefit()
    {
        Weeks([new(2, new(2022, 1, 3), new(2022, 12, 25)), new(6, new(2024, 1, 8), new(2024, 2, 4))])[0]
            .ShouldBe((6, 1));
    }

    [Fact]
    public async Task Refuses_a_month_before_the_ladder()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        (await house.As(Role.Controller).RunAsync(new SeeRefundSplit(2014, 5))).Refusal!.Code.ShouldBe(
            "no-rule-at-date"
        );
        (await house.As(Role.CaseWorker).RunAsync(new SeeRefundSplit(2024, 1))).Refusal!.Code.ShouldBe(
            "permission.denied"
        );
    }
}
