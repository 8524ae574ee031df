using Microsoft.EntityFrameworkCore;

namespace Virker.Platform;

/// <summary>
/// One use case at a time in a request. The parts of a page ask at once, and a database connection answers one at a time; a use case that
/// runs inside another belongs to its turn.
/// </summary>
internal sealed class RequestTurn(VirkerContext db) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Set inside the turn only: an async method hands its value down to what it calls, and never back to who called it.
    private readonly AsyncLocal<int> _depth = new();

    /// <summary>No other use case is waiting for the one that asks.</summary>
    public bool IsOutermost => _depth.Value <= 1;

    public async Task<T> TakeAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (_depth.Value > 0) return await DeeperAsync(work);
        await _turn.WaitAsync(ct);
        try
        {
            return await DeeperAsync(work);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>One connection for all that a question reads; opened and closed for each, it costs as much as the reading.</summary>
    public async Task<T> ConnectedAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<T> DeeperAsync<T>(Func<Task<T>> work)
    {
        _depth.Value++;
        return await work();
    }
}
