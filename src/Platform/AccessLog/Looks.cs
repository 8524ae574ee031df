using Virker.Kernel;

namespace Virker.Platform;

/// <summary>What a look is for: the use case, the purpose as the citizen reads it, and the reason where one had to be stated.</summary>
internal sealed record LookFor(string UseCase, string Purpose, string? Reason);

/// <summary>Writes this scope's looks: with the transaction that runs, or, for a question that only reads, together with other questions' looks.</summary>
internal sealed class Looks(CurrentActor actor, CurrentMunicipality municipality, UnitOfWork work, LookBatches batches, TimeProvider clock)
{
    public Task WriteAsync(IReadOnlyList<CitizenId> citizens, LookFor what, CancellationToken ct)
    {
        if (citizens.Count == 0) return Task.CompletedTask;
        var log = new AccessLog(actor, clock);
        List<object?[]> rows = [.. citizens.Select(c => log.Row(c, what.UseCase, what.Purpose, what.Reason))];
        if (!work.IsRunning) return batches.AppendAsync(municipality.Value, rows, ct);
        work.Look(rows);
        return Task.CompletedTask;
    }
}
