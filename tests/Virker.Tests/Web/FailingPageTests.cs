using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// One part of a page fails while the others are still asking: that page says so, and nobody else notices.
/// </summary>
public sealed class FailingPageTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory, EachDatabase]
    public async Task A_page_that_fails_while_its_parts_ask_takes_nothing_with_it(Dialect dialect)
    {
        await using var web = await WebHouse.OpenAsync(
            on: dialect,
            also: services => services.Replace(ServiceDescriptor.Scoped<IUseCase<SeePlan, PlanShown>, AtOnce>()),
            yields: false
        );
        var leader = await web.AsAsync(Role.TeamLeader);

        // More than the connections of the pool, so that a lost one is missed.
        await Parallel.ForAsync(
            0,
            30,
            new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (_, _) => (await leader.GetAsync("/")).Status.ShouldBe(500)
        );

        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(
            0,
            30,
            new ParallelOptions { MaxDegreeOfParallelism = 10 },
            async (number, _) =>
                (await leader.GetAsync(number % 2 == 0 ? $"/i-dag/team/{web.Town.Job}" : "/privatliv")).Status.ShouldBe(
                    200
                )
        );
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Soon);
        web.Lines.All.Where(l =>
                l.Contains("Connecting", StringComparison.Ordinal)
                || l.Contains(nameof(ObjectDisposedException), StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    /// <summary>Fails before anything is awaited, as a part that reads what has not come.</summary>
    private sealed class AtOnce : IUseCase<SeePlan, PlanShown>
    {
        public Task<Outcome<PlanShown>> RunAsync(SeePlan request, CancellationToken ct = default) =>
            throw new InvalidOperationException("This part fails.");
    }
}
