using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Virker.Platform;

/// <summary>
/// Group commit of the access log for questions that only read: one appender a municipality takes all that wait and
/// writes them in one transaction. Each question is answered when its rows are on disk; when they could not be written,
/// it fails and shows nothing.
/// </summary>
internal sealed class LookBatches(KeyRing keys) : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly ConcurrentDictionary<string, Lazy<Appender>> _appenders = new();

    public Task AppendAsync(Municipality municipality, IReadOnlyList<object?[]> rows, CancellationToken ct) =>
        _appenders
            .GetOrAdd(
                municipality.Folder + "\n" + municipality.Database.Connection,
                _ => new(() => new Appender(municipality, keys.Of(municipality).AuditKey))
            )
            .Value.AppendAsync(rows)
            .WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var appender in _appenders.Values.Where(a => a.IsValueCreated)) await appender.Value.StopAsync();
    }

    private sealed record Waiting(IReadOnlyList<object?[]> Rows, TaskCompletionSource Written);

    private sealed class Appender
    {
        private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
        private readonly Municipality _municipality;
        private readonly byte[] _key;
        private readonly Task _running;

        public Appender(Municipality municipality, byte[] key)
        {
            (_municipality, _key) = (municipality, key);
            _running = Task.Run(RunAsync);
        }

        public Task AppendAsync(IReadOnlyList<object?[]> rows)
        {
            var waiting = new Waiting(rows, new(TaskCreationOptions.RunContinuationsAsynchronously));
            if (!_queue.Writer.TryWrite(waiting)) throw new ObjectDisposedException(nameof(LookBatches));
            return waiting.Written.Task;
        }

        public Task StopAsync()
        {
            _queue.Writer.TryComplete();
            return _running;
        }

        private async Task RunAsync()
        {
            while (await _queue.Reader.WaitToReadAsync())
            {
                var batch = new List<Waiting>();
                while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var waiting)) batch.Add(waiting);
                await WriteAsync(batch);
            }
        }

        /// <summary>
        /// A batch that fails is tried once more one by one, so that one bad look stops nobody else's; where the
        /// database is away, nobody waits for the others to be told so.
        /// </summary>
        private async Task WriteAsync(IReadOnlyList<Waiting> batch)
        {
            try
            {
                await CommitAsync([.. batch.SelectMany(w => w.Rows)]);
                foreach (var waiting in batch) waiting.Written.TrySetResult();
            }
            catch (Exception problem) when (batch.Count == 1 || DatabaseAway.Is(problem))
            {
                foreach (var waiting in batch) waiting.Written.TrySetException(problem);
            }
            catch (Exception)
            {
                foreach (var waiting in batch) await WriteAsync([waiting]);
            }
        }

        private async Task CommitAsync(IReadOnlyList<object?[]> rows)
        {
            using var turn = await WriteTurn.TakeAsync(_municipality.Database, CancellationToken.None);
            await using var connection = await Connections.OpenAsync(_municipality.Database);
            await using var transaction = await connection.BeginTransactionAsync();
            await new HashChain(transaction, _key).AppendAsync(AccessLog.Table, rows, CancellationToken.None);
            await transaction.CommitAsync();
        }
    }
}
