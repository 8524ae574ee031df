using Virker.Kernel;

namespace Virker.Tests.Kernel;

public sealed class PeriodTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    [Theory]
    [InlineData(null, 10, 9)]
    [InlineData(20, 10, 9)]
    [InlineData(20, 1, 0)]
    [InlineData(20, 20, 19)]
    [InlineData(20, 21, 20)]
    [InlineData(5, 10, 5)]
    public void What_is_left_ends_the_day_before(int? to, int day, int left) =>
        Lasting(to).EndedBefore(First.AddDays(day)).ShouldBe(Lasting(left));

    [Theory]
    [InlineData(null, 0)]
    [InlineData(20, 0)]
    [InlineData(20, -5)]
    public void Nothing_is_left_of_what_had_not_begun(int? to, int day) =>
        Lasting(to).EndedBefore(First.AddDays(day)).ShouldBeNull();

    private static Period Lasting(int? to) => new(First, to is { } days ? First.AddDays(days) : null);
}
