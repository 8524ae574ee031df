using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// One transaction in a scope: the saved changes, their journal rows, the access log's rows and the idempotency key's
/// answer are committed together or not at all. The chains' heads are locked last, so writers hold each other up only
/// while they commit. A use case that runs inside another joins its transaction. Where everything that was saved is as
/// it was before, nothing is committed but the looks.
/// </summary>
internal sealed class UnitOfWork(
    VirkerContext db,
    CurrentActor actor,
    CurrentMunicipality municipality,
    KeyRing keys,
    TimeProvider clock
)
{
    private readonly List<object?[]> _journal = [];
    private readonly List<object?[]> _looks = [];
    private readonly List<Letter> _letters = [];
    private readonly NetChange _change = new();
    private readonly StampsOfChange _stamps = new();
    private string? _useCase;
    private bool _mustRefuse;

    public bool IsRunning => _useCase is not null;

    private bool IsUnchanged => _change.IsNothing && !db.HasWrittenPast && _letters.Count == 0;

    private MunicipalityKeys Keys => keys.Of(municipality.Value);

    /// <summary>
    /// Runs <paramref name="work"/> as the use case of that name. A refusal rolls back; so does a meeting with another
    /// writer, which becomes one.
    /// </summary>
    public async Task<Outcome<T>> RunAsync<T>(
        string useCase,
        Func<Task<Outcome<T>>> work,
        CancellationToken ct,
        object? request = null
    )
    {
        if (IsRunning) return await JoinAsync(useCase, Followed);
        using var turn = await WriteTurn.TakeAsync(municipality.Value.Database, ct);
        _useCase = useCase;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            return await TransactAsync(transaction, Followed, request, ct);
        }
        catch (Exception problem) when (Conflicts.RefusalOf(problem) is not null)
        {
            return Conflicts.RefusalOf(problem)!;
        }
        catch (Exception problem) when (Rehearsal.IsOn && problem is not OperationCanceledException)
        {
            return Rehearsal.Passed;
        }
        finally
        {
            db.ChangeTracker.Clear();
            _journal.Clear();
            _looks.Clear();
            _letters.Clear();
            _change.Forget();
            _stamps.Forget();
            (_useCase, _mustRefuse) = (null, false);
        }

        Task<Outcome<T>> Followed() => db.ReadingAsync(QueryTrackingBehavior.TrackAll, work);
    }

    /// <summary>Rows for the access log, written when the transaction commits.</summary>
    public void Look(IEnumerable<object?[]> rows) => _looks.AddRange(rows);

    /// <summary>News for the outbox, written with the transaction.</summary>
    public void Tell(IReadOnlyList<Letter> letters)
    {
        if (_useCase is null)
            throw new InvalidOperationException(
                "News was published outside a use case, where no transaction carries it."
            );
        _letters.AddRange(letters);
    }

    /// <summary>
    /// Called before anything is saved: nothing is changed outside a use case, and nothing without a row in the
    /// journal.
    /// </summary>
    internal void OnSaving()
    {
        Rehearsal.End();
        if (_useCase is null)
            throw new InvalidOperationException(
                "Something was saved outside a use case, where no journal would tell who did it."
            );
        _change.Note(db.ChangeTracker);
        _stamps.Set(db.ChangeTracker, IsUnchanged);
        _journal.AddRange(new ChangeJournal(db, actor, clock).Collect(_useCase));
    }

    private async Task<Outcome<T>> TransactAsync<T>(
        IDbContextTransaction transaction,
        Func<Task<Outcome<T>>> work,
        object? request,
        CancellationToken ct
    )
    {
        var idempotency = new Idempotency(db, actor, Keys, clock);
        if (await idempotency.ClaimAsync<T>(_useCase!, request, ct) is { } first) return first;
        db.HasWrittenPast = false;
        var outcome = await work();
        if (outcome.IsRefused)
            return outcome;
        if (Rehearsal.IsOn)
            return Rehearsal.Passed;
        if (_mustRefuse)
            throw new InvalidOperationException(
                $"{_useCase} goes on although a use case inside it was refused after it had changed something."
            );
        var unchanged = IsUnchanged;
        actor.HasChangedNothing = (actor.HasChangedNothing ?? true) && unchanged;
        if (unchanged) return await LeaveAsync(transaction, outcome, ct);
        await idempotency.RememberAsync(outcome.Value, ct);
        await PostAsync(ct);
        var chain = new HashChain(transaction.GetDbTransaction(), Keys.AuditKey);
        await chain.AppendAsync(ChangeJournal.Table, _journal, CancellationToken.None);
        await chain.AppendAsync(AccessLog.Table, _looks, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return outcome;
    }

    /// <summary>
    /// Saved without a change: no version, no journal line, no news. That the citizen was looked at is true all the
    /// same.
    /// </summary>
    private async Task<Outcome<T>> LeaveAsync<T>(
        IDbContextTransaction transaction,
        Outcome<T> outcome,
        CancellationToken ct
    )
    {
        await transaction.RollbackAsync(ct);
        if (_looks.Count == 0) return outcome;
        await using var seen = await db.Database.BeginTransactionAsync(ct);
        await new HashChain(seen.GetDbTransaction(), Keys.AuditKey).AppendAsync(
            AccessLog.Table,
            _looks,
            CancellationToken.None
        );
        await seen.CommitAsync(CancellationToken.None);
        return outcome;
    }

    private async Task PostAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var letter in _letters)
        {
            await Sql.RunAsync(db, """
                insert into outbox (event_id, handler, event, payload, published_at, use_case, reference, attempts, next_at)
                values (@id, @handler, @event, @payload, @now, @useCase, @reference, 0, @now)
                """,
                ct,
                ("id", letter.Id),
                ("handler", letter.To.Name),
                ("event", letter.To.EventName),
                ("now", now),
                ("useCase", _useCase),
                ("reference", actor.Reference),
                (
                    "payload",
                    Keys.SealText(JsonSerializer.Serialize(letter.News, letter.News.GetType(), SealedJson.Options))
                )
            );
        }
    }

    /// <summary>
    /// One commit for both. A refusal inside may be answered with another way only where nothing was changed before it.
    /// </summary>
    private async Task<Outcome<T>> JoinAsync<T>(string useCase, Func<Task<Outcome<T>>> work)
    {
        var (outer, changes) = (_useCase, _journal.Count + _letters.Count);
        _useCase = useCase;
        try
        {
            var outcome = await work();
            if (outcome.IsRefused)
                _mustRefuse |= _journal.Count + _letters.Count > changes || db.ChangeTracker.HasChanges();
            return outcome;
        }
        finally
        {
            _useCase = outer;
        }
    }
}
