using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// What a look is for: the use case, the purpose as the citizen reads it, and the reason where one had to be stated.
/// </summary>
internal sealed record LookFor(string UseCase, string Purpose, string? Reason);

/// <summary>
/// Keeps this scope's looks until they are written: with the transaction that runs, or, for a question that only reads,
/// together with other questions' looks.
/// </summary>
internal sealed class Looks(
    CurrentActor actor,
    CurrentMunicipality municipality,
    UnitOfWork work,
    LookBatches batches,
    TimeProvider clock
)
{
    private readonly List<object?[]> _noted = [];

    public void Note(IReadOnlyList<CitizenId> citizens, LookFor what)
    {
        if (citizens.Count == 0) return;
        var log = new AccessLog(actor, clock);
        var rows = citizens.Select(c => log.Row(c, what.UseCase, what.Purpose, what.Reason));
        if (work.IsRunning) work.Look(rows);
        else _noted.AddRange(rows);
    }

    /// <summary>Done when they are on disk.</summary>
    public Task WriteAsync(CancellationToken ct) =>
        _noted.Count == 0 ? Task.CompletedTask : batches.AppendAsync(municipality.Value, [.. _noted], ct);

    /// <summary>What was not shown was not looked at.</summary>
    public void Forget() => _noted.Clear();
}
