using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

/// <summary>
/// A request may end while its parts still work: a part failed, or led elsewhere. Nothing of it is left behind.
/// </summary>
public sealed class RequestTurnTests
{
    [Theory, EachDatabase]
    public async Task Whoever_works_when_the_scope_ends_is_asked_to_stop_and_waited_for_and_who_waits_never_begins(
        Dialect dialect
    )
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var scope = house.Scope(Actor.System);
        var turn = scope.ServiceProvider.GetRequiredService<RequestTurn>();
        var (hasEnded, hasBegun) = (false, false);
        var working = turn.TakeAsync(async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(50, CancellationToken.None);
            return hasEnded = true;
        }, default);
        var waiting = turn.TakeAsync(_ => Task.FromResult(hasBegun = true), default);

        await scope.DisposeAsync();

        hasEnded.ShouldBeTrue("the scope ended before the work had stopped");
        (await working).ShouldBeTrue();
        await waiting.ShouldThrowAsync<OperationCanceledException>();
        await turn.TakeAsync(_ => Task.FromResult(hasBegun = true), default)
            .ShouldThrowAsync<OperationCanceledException>();
        hasBegun.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task A_scope_that_ends_in_the_middle_of_a_question_leaves_a_whole_connection(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        for (var round = 0; round < 60; round++)
        {
            var scope = house.Scope(Actor.System);
            var turn = scope.ServiceProvider.GetRequiredService<RequestTurn>();
            var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
            var asking = turn.TakeAsync(
                async stop =>
                    await db
                        .Database.SqlQueryRaw<long>(
                            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000) select cast(i as bigint) as \"Value\" from n"
                        )
                        .ToListAsync(stop),
                default
            );
            await Task.Delay(TimeSpan.FromMicroseconds(100 * round));
            await scope.DisposeAsync();
            await asking.ContinueWith(
                t =>
                    (t.IsCanceled || t.Exception?.InnerException is null or OperationCanceledException).ShouldBeTrue(
                        $"{t.Exception}"
                    ),
                TaskScheduler.Default
            );
        }

        await Parallel.ForAsync(
            0,
            30,
            async (number, _) =>
            {
                await using var scope = house.Scope(Actor.System);
                (
                    await scope
                        .ServiceProvider.GetRequiredService<VirkerContext>()
                        .Database.SqlQuery<int>($"select {number} as \"Value\"")
                        .ToListAsync(CancellationToken.None)
                ).ShouldBe([number]);
            }
        );
    }
}
