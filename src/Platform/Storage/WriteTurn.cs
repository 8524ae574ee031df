using System.Collections.Concurrent;

namespace Virker.Platform;

/// <summary>
/// SQLite has one writer at a time; those of this process wait for their turn here, in order and without holding a
/// thread, rather than asking the file again and again. PostgreSQL needs no turn.
/// </summary>
internal static class WriteTurn
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new();

    public static async Task<IDisposable?> TakeAsync(DatabaseAddress database, CancellationToken ct)
    {
        if (database.Dialect == Dialect.Postgres) return null;
        var turn = Turns.GetOrAdd(Path.GetFullPath(database.Connection), _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        return new Taken(turn);
    }

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
