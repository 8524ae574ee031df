namespace Virker.Platform;

/// <summary>
/// One use case at a time in a request. The parts of a page ask at once, and a database connection answers one at a time; a use case that
/// runs inside another belongs to its turn.
/// </summary>
internal sealed class RequestTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Set inside the turn only: an async method hands its value down to what it calls, and never back to who called it.
    private readonly AsyncLocal<bool> _isInside = new();

    public async Task<T> TakeAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (_isInside.Value) return await work();
        await _turn.WaitAsync(ct);
        try
        {
            _isInside.Value = true;
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
