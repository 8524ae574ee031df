using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class PipelineTests
{
    private static readonly StateReason Reason = new(NewId.Of<CitizenId>(), "Vikar for en kollega i dag.");

    [Theory, EachDatabase]
    public async Task A_stated_reason_holds_for_the_working_day_and_is_journalled(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var worker = house.As(Role.CaseWorker);

        var stated = await worker.DoneAsync(Reason);

        stated.Until.ShouldBe(house.Clock.GetUtcNow().AddHours(8));
        (await house.ReadAsync("select reason from stated_reasons")).ShouldBe([Reason.Reason]);
        (await house.ReadAsync("select entity from journal")).ShouldBe(["stated_reasons"]);
    }

    [Theory, EachDatabase]
    public async Task A_repeated_write_is_answered_with_the_first_ones_result(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var worker = house.As(Role.CaseWorker);
        var key = Guid.NewGuid();

        var first = await worker.RunAsync(Reason, key);
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await worker.RunAsync(Reason, key);

        second.Value.ShouldBe(first.Value);
        (await house.CountAsync("stated_reasons")).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Refuses_whoever_lacks_the_permission_and_writes_nothing(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);

        (await house.As(Role.Politician).RefusedAsync(Reason)).ShouldBe("permission.denied");

        (await house.CountAsync("journal")).ShouldBe(0);
    }
}
