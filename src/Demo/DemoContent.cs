using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// What the modules write themselves, through their use cases, in the draft of the municipality. They run on the
/// register's last day, so that a coming meeting comes after it, and the same seed gives the same whenever it is made.
/// </summary>
internal sealed class DemoContent(World world, Municipality municipality) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(new RegisterClock(world.Plan.Until))
        .AddVirker()
        .BuildServiceProvider();

    public async Task WriteAsync(CancellationToken ct)
    {
        var users = new Dictionary<string, UserId>();
        foreach (var account in DemoAccounts.Of(world))
            users[account.UserName] = (await RunAsync(account, ct)).Id;
        await new DemoCasework(this, world).WriteAsync(ct);
        await new DemoCommittee(this, world.Plan.Until).WriteAsync(users, ct);
    }

    /// <summary>
    /// Runs a use case as Virker itself or as somebody of the municipality, each in a scope of its own.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was refused: the demo's content does not fit the
    /// rules.</exception>
    internal async Task<TResult> RunAsync<TResult>(IRequest<TResult> request, CancellationToken ct, Actor? who = null)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMunicipality>().Value = municipality;
        var actor = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        (actor.Value, actor.Reference) = (who ?? Actor.System, "demo");
        var outcome = await scope.ServiceProvider.RunAsync(request, ct);
        return outcome.IsRefused
            ? throw new InvalidOperationException(
                $"{request.GetType().Name}: {outcome.Refusal.Code} {outcome.Refusal.Text}"
            )
            : outcome.Value;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Noon of one day, for as long as it is asked.</summary>
    private sealed class RegisterClock(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
    }
}
