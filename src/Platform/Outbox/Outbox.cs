using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Brings what was published to its handlers: at least once each, after the commit, with a lease so that two servers do
/// not take the same, and tried again after longer and longer waits until it is a dead letter.
/// </summary>
internal sealed class Outbox(
    IServiceScopeFactory scopes,
    IEnumerable<Listener> listeners,
    KeyRing keys,
    TimeProvider clock
)
{
    private const int MostAttempts = 12;
    private const int Batch = 50;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>How long after the nth failed try the next one comes: 10 s, 20 s, 40 s … six hours.</summary>
    internal static TimeSpan Wait(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(10 * Math.Pow(2, attempts - 1), LongestWait.TotalSeconds));

    /// <summary>Delivers what is due. Answers how many deliveries succeeded.</summary>
    public async Task<int> DeliverAsync(Municipality municipality, CancellationToken ct = default)
    {
        var delivered = 0;
        foreach (var row in await DueAsync(municipality, ct))
            delivered += await TryAsync(municipality, row, ct) ? 1 : 0;
        return delivered;
    }

    private async Task<IReadOnlyList<OutboxRow>> DueAsync(Municipality municipality, CancellationToken ct)
    {
        await using var scope = scopes.InMunicipality(municipality, "udbakke");
        var now = clock.GetUtcNow();
        return await scope
            .ServiceProvider.GetRequiredService<VirkerContext>()
            .Set<OutboxRow>()
            .Where(r =>
                r.DoneAt == null
                && r.DeadAt == null
                && r.NextAt <= now
                && (r.LeasedUntil == null || r.LeasedUntil < now)
            )
            .OrderBy(r => r.PublishedAt)
            .Take(Batch)
            .ToListAsync(ct);
    }

    private async Task<bool> TryAsync(Municipality municipality, OutboxRow row, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (
            await WriteAsync(
                municipality,
                """
                update outbox set leased_until = @until, attempts = attempts + 1
                where event_id = @id and handler = @handler and done_at is null and dead_at is null and (leased_until is null or leased_until < @now)
                """,
                ct,
                ("id", row.EventId),
                ("handler", row.Handler),
                ("until", now + Lease),
                ("now", now)
            ) == 0
        )
            return false;
        try
        {
            var outcome = await HandleAsync(municipality, row, ct);
            if (!outcome.IsRefused) return true;
            await PutOffAsync(municipality, row, $"{outcome.Refusal.Code}: {outcome.Refusal.Text}");
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            await PutOffAsync(municipality, row, $"{problem.GetType().Name}: {problem.Message}");
        }

        return false;
    }

    /// <summary>
    /// The handler's changes and the mark that it is done are one transaction, so a second try finds the mark and
    /// changes nothing.
    /// </summary>
    private async Task<Outcome<Done>> HandleAsync(Municipality municipality, OutboxRow row, CancellationToken ct)
    {
        if (listeners.FirstOrDefault(l => l.Name == row.Handler && l.EventName == row.Event) is not { } listener)
            return new Refusal("outbox.no-handler", $"Ingen i denne udgave hører {row.Event} som {row.Handler}.");
        await using var scope = scopes.InMunicipality(municipality, row.Reference);
        var news = JsonSerializer.Deserialize(keys.Of(municipality).OpenText(row.Payload), listener.Event, SealedJson.Options)!;
        var handler = scope.ServiceProvider.GetRequiredService(listener.Handler);
        var db = scope.ServiceProvider.GetRequiredService<VirkerContext>();
        return await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(
                listener.Name,
                async () =>
                {
                    var mine = await Sql.RunAsync(
                        db,
                        "update outbox set done_at = @now, leased_until = null, problem = null where event_id = @id and handler = @handler and done_at is null",
                        ct,
                        ("id", row.EventId),
                        ("handler", row.Handler),
                        ("now", clock.GetUtcNow())
                    );
                    return mine == 0
                        ? Done.It
                        : await (Task<Outcome<Done>>)
                            typeof(IHandle<>)
                                .MakeGenericType(listener.Event)
                                .GetMethod("HandleAsync")!
                                .Invoke(handler, BindingFlags.DoNotWrapExceptions, null, [news, ct], null)!;
                },
                ct
            );
    }

    private Task PutOffAsync(Municipality municipality, OutboxRow row, string problem)
    {
        var (now, attempts) = (clock.GetUtcNow(), row.Attempts + 1);
        return WriteAsync(
            municipality,
            "update outbox set leased_until = null, next_at = @next, dead_at = @dead, problem = @problem where event_id = @id and handler = @handler",
            CancellationToken.None,
            ("id", row.EventId),
            ("handler", row.Handler),
            ("next", now + Wait(attempts)),
            ("dead", attempts >= MostAttempts ? now : null),
            ("problem", CprText.Mask(problem))
        );
    }

    private static async Task<int> WriteAsync(
        Municipality municipality,
        string sql,
        CancellationToken ct,
        params (string Name, object? Value)[] values
    )
    {
        using var turn = await WriteTurn.TakeAsync(municipality.Database, ct);
        await using var connection = await Connections.OpenAsync(municipality.Database, ct);
        return await Sql.RunAsync(connection, null, sql, ct, values);
    }
}
