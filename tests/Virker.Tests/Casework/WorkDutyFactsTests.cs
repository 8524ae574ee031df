using Virker.Casework;
using Virker.Insight;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// Months with work duty, by the law on the day: from January 2025, and for this benefit until June 2025.
/// </summary>
public sealed class WorkDutyFactsTests
{
    [Fact]
    public void The_months_and_the_hours_are_the_laws()
    {
        WorkDutyFactSource.Months(Lawbook.Current, new(2024, 12, 31)).ShouldBeEmpty();
        WorkDutyFactSource
            .Months(Lawbook.Current, new(2026, 1, 31))
            .ShouldBe(Enumerable.Range(1, 6).Select(month => (new DateOnly(2025, month, 1), 37m)));
    }

    [Fact]
    public void Hours_a_week_are_counted_by_the_days_in_the_month()
    {
        var (first, last) = (new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 28));
        WorkDutyFactSource.HoursIn(37, first, null, first, last).ShouldBe(148);
        WorkDutyFactSource.HoursIn(10, new(2025, 1, 1), new(2025, 2, 7), first, last).ShouldBe(10);
        WorkDutyFactSource.HoursIn(10, new(2025, 3, 1), null, first, last).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Who_is_on_the_benefit_when_the_duty_begins_has_hours_to_do(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, 4000);
        var before = await RegisterFactsTests.StoreAsync(town);
        HouseCatalogue
            .It.Get("arbejdspligt.daekning")
            .Evaluate(before, FigurePeriod.Month(2024, 3))
            .State.ShouldBe(FigureState.MissingFact);

        await town.House.ReadAsync("update register_dates set last_day = '2025-03-31'");
        var store = await RegisterFactsTests.StoreAsync(town, new(2025, 3, 31));
        var month = FigurePeriod.Month(2025, 2);
        var persons = HouseCatalogue.It.Get("arbejdspligt.borgere").Evaluate(store, month).Value!.Value;
        persons.ShouldBe(
            (Fraction)
                (int)
                    await town.NumberAsync(
                        "select count(distinct citizen_id) from benefit_spells where benefit = 5 and from_day <= '2025-02-28' and (to_day is null or to_day >= '2025-02-01')"
                    )
        );
        var share = HouseCatalogue.It.Get("arbejdspligt.daekning").Evaluate(store, month);
        share.Result.Denominator!.Value.ShouldBe(persons * 148);
    }
}
