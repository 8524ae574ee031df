using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Try all that failed again at once, dead letters too, once what stopped them has been put right.</summary>
public sealed record RetryAllDeliveries : ICommand<DeliveriesRetried>;

public sealed record DeliveriesRetried(int Count);

[Requires("platform.outbox.retry")]
internal sealed class RetryAllDeliveriesHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<RetryAllDeliveries, DeliveriesRetried>
{
    public async Task<Outcome<DeliveriesRetried>> RunAsync(RetryAllDeliveries command, CancellationToken ct = default)
    {
        var failed = await db.Set<OutboxRow>().Where(r => r.DoneAt == null && r.Problem != null).ToListAsync(ct);
        if (failed.Count == 0) return new Refusal("outbox.none-failed", "Ingen besked venter på et nyt forsøg.");
        foreach (var letter in failed)
            (letter.DeadAt, letter.Attempts, letter.NextAt) = (null, 0, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new DeliveriesRetried(failed.Count);
    }
}
