using Microsoft.EntityFrameworkCore;

namespace Virker.Platform;

/// <summary>
/// One at a time at the scope's database. The parts of a page ask at once, and a connection answers one at a time; what
/// runs inside another's turn belongs to it. Whatever a page asks that reaches the database takes its turn here: use
/// cases do so in the pipeline, and what is no use case does it itself.
/// <para>
/// When the scope ends while somebody still works (a part of the page failed, or led elsewhere), they are asked to stop
/// and waited for. The context comes first and goes last, so its connection is never given back in the middle of
/// something.
/// </para>
/// </summary>
public sealed class RequestTurn(VirkerContext db) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _over = new();

    // Set inside the turn only: an async method hands its value down to what it calls, and never back to who called it.
    private readonly AsyncLocal<int> _depth = new();

    /// <summary>No other use case is waiting for the one that asks.</summary>
    internal bool IsOutermost => _depth.Value <= 1;

    /// <summary>
    /// Runs <paramref name="work"/> when nobody else works; its token says that the scope is over too.
    /// </summary>
    public async Task<T> TakeAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (_depth.Value > 0) return await DeeperAsync(work, ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, _over.Token);
        await _turn.WaitAsync(stop.Token);
        try
        {
            return await DeeperAsync(work, stop.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// One connection for all that a question reads; opened and closed for each, it costs as much as the reading. The
    /// rows are only shown, also where a command asks.
    /// </summary>
    internal async Task<T> ConnectedAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await db.ReadingAsync(QueryTrackingBehavior.NoTracking, work);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The turn is kept, and nobody gets it again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _turn.WaitAsync();
    }

    private async Task<T> DeeperAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        _depth.Value++;
        return await work(ct);
    }
}
