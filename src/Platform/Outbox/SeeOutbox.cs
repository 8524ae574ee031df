using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// What the house has not yet done with its news: deliveries that failed and wait, and dead letters that somebody must
/// look at.
/// </summary>
public sealed record SeeOutbox : IQuery<OutboxState>;

/// <summary><paramref name="Dropped"/>: those of the last month, the newest first.</summary>
public sealed record OutboxState(
    int Waiting,
    IReadOnlyList<FailedDelivery> Failed,
    IReadOnlyList<DroppedDelivery> Dropped
);

/// <summary>News that was given up and that somebody then dropped, with why.</summary>
public sealed record DroppedDelivery(string Name, string Handler, DateTimeOffset At, string Reason);

/// <summary><paramref name="Problem"/>: the kind of fault, without a word of what the news held.</summary>

public sealed record FailedDelivery(
    Guid Event,
    string Name,
    string Handler,
    DateTimeOffset PublishedAt,
    int Attempts,
    bool IsDead,
    string? Problem
)
{
    /// <summary>The use case that wrote it.</summary>
    public string WrittenBy { get; init; } = "";
}

[Requires("platform.outbox.see")]
internal sealed class SeeOutboxHandler(VirkerContext db) : IUseCase<SeeOutbox, OutboxState>
{
    public async Task<Outcome<OutboxState>> RunAsync(SeeOutbox query, CancellationToken ct = default)
    {
        var open = db.Set<OutboxRow>().Where(r => r.DoneAt == null);
        var failed = await open.Where(r => r.Problem != null).OrderBy(r => r.PublishedAt).ToListAsync(ct);
        var dropped = await db.Set<OutboxRow>()
            .Where(r => r.DropReason != null)
            .OrderByDescending(r => r.DoneAt)
            .ToListAsync(ct);
        return new OutboxState(
            await open.CountAsync(r => r.DeadAt == null, ct),
            failed.ConvertAll(r => new FailedDelivery(
                r.EventId,
                r.Event,
                r.Handler,
                r.PublishedAt,
                r.Attempts,
                r.DeadAt != null,
                FailureWords.OfNews(r.Problem)
            )
            {
                WrittenBy = r.UseCase,
            }),
            dropped.ConvertAll(r => new DroppedDelivery(r.Event, r.Handler, r.DoneAt!.Value, r.DropReason!))
        );
    }
}

/// <summary>Try a dead letter again, once what stopped it has been put right.</summary>
public sealed record RetryDelivery(Guid Event, string Handler) : ICommand<Done>;

[Requires("platform.outbox.retry")]
internal sealed class RetryDeliveryHandler(VirkerContext db, TimeProvider clock) : IUseCase<RetryDelivery, Done>
{
    public async Task<Outcome<Done>> RunAsync(RetryDelivery command, CancellationToken ct = default)
    {
        if (
            await db.Set<OutboxRow>()
                .FirstOrDefaultAsync(
                    r => r.EventId == command.Event && r.Handler == command.Handler && r.DoneAt == null,
                    ct
                )
            is not { } letter
        )
            return Refusal.NotFound("outbox.not-found", "Den besked venter ikke længere.");
        (letter.DeadAt, letter.Attempts, letter.NextAt) = (null, 0, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
