using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>What every use case runs through; the scope's services that it needs.</summary>
public sealed class PipelineScope(VirkerContext db, CurrentActor actor, CurrentMunicipality municipality, KeyRing keys, Grants grants, ICitizenRelations relations, TimeProvider clock)
{
    internal VirkerContext Db => db;

    internal CurrentActor Actor => actor;

    internal Grants Grants => grants;

    internal ICitizenRelations Relations => relations;

    internal TimeProvider Clock => clock;

    internal HashChain Chain => new(db, keys.Of(municipality.Value).AuditKey);

    internal AccessLog Log => new(actor, clock);

    /// <summary>Set while a command runs: the saving of changes collects journal rows here.</summary>
    internal List<object?[]> Journalled { get; } = [];
}

/// <summary>
/// Permission → relation to the citizen → idempotency → transaction → the handler → journal and access log → commit. A refusal rolls
/// back. Nothing is answered whose look could not be logged.
/// </summary>
internal sealed class Pipeline<TRequest, TResult, THandler>(THandler handler, PipelineScope scope) : IUseCase<TRequest, TResult>
    where THandler : IUseCase<TRequest, TResult>
{
    private static readonly RequiresAttribute Requires = typeof(THandler).GetCustomAttribute<RequiresAttribute>()
        ?? throw new InvalidOperationException($"{typeof(THandler).Name} names no permission.");

    private static readonly string Name = typeof(TRequest).Name;

    public async Task<Outcome<TResult>> RunAsync(TRequest request, CancellationToken ct = default)
    {
        using var activity = Telemetry.Source.StartActivity(Name);
        var started = Stopwatch.GetTimestamp();
        var outcome = await PermittedAsync(request, ct);
        activity?.SetTag("virker.outcome", outcome.Refusal?.Code ?? "done");
        Telemetry.UseCases.Record(Stopwatch.GetElapsedTime(started).TotalMilliseconds, new("use_case", Name), new("outcome", outcome.Refusal?.Code ?? "done"));
        return outcome;
    }

    private async Task<Outcome<TResult>> PermittedAsync(TRequest request, CancellationToken ct)
    {
        if (!scope.Grants.Allows(scope.Actor.Value, Requires.Permission))
            return new Refusal("permission.denied", "Du har ikke adgang til dette. Spørg din administrator, hvis du mener, at du skal have det.");
        if (request is not IAboutCitizen about) return await TransactedAsync(request, null, ct);
        var reason = await ReasonAsync(about.Citizen, ct);
        return reason.IsRefused ? reason.Refusal : await TransactedAsync(request, reason.Value, ct);
    }

    /// <summary>An empty reason where the actor works with the citizen, or is the citizen; else the one stated, which must still hold.</summary>
    private async Task<Outcome<string>> ReasonAsync(CitizenId citizen, CancellationToken ct)
    {
        var actor = scope.Actor.Value;
        if (actor.Is(Role.System)) return "";
        var relation = (await scope.Relations.BetweenAsync(actor, [citizen], ct)).GetValueOrDefault(citizen);
        if (relation != Relation.None) return "";
        if (actor.User is null || actor.Is(Role.Citizen) || actor.Is(Role.Company)) return new Refusal("citizen.not-found", "Borgeren findes ikke.");
        var now = scope.Clock.GetUtcNow();
        var stated = await scope.Db.Set<StatedReasonRow>().Where(r => r.UserId == actor.User && r.CitizenId == citizen && r.Until > now)
            .OrderByDescending(r => r.StatedAt).Select(r => r.Reason).FirstOrDefaultAsync(ct);
        return stated is not null ? stated
            : new Refusal("citizen.reason-required", "Borgeren hører ikke til dit team. Skriv, hvorfor du skal se sagen; opslaget bliver gennemgået.");
    }

    private async Task<Outcome<TResult>> TransactedAsync(TRequest request, string? reason, CancellationToken ct)
    {
        if (request is not ICommand) return await ReadAsync(request, reason, ct);
        await using var transaction = await scope.Db.Database.BeginTransactionAsync(ct);
        if (await RepeatedAsync(ct) is { } before) return before;
        var outcome = await handler.RunAsync(request, ct);
        if (outcome.IsRefused)
        {
            await transaction.RollbackAsync(ct);
            scope.Db.ChangeTracker.Clear();
            return outcome;
        }

        await scope.Chain.AppendAsync(ChangeJournal.Table, scope.Journalled, ct);
        scope.Journalled.Clear();
        await LogAsync(request, outcome.Value, reason, ct);
        await RememberAsync(outcome.Value, ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }

    private async Task<Outcome<TResult>> ReadAsync(TRequest request, string? reason, CancellationToken ct)
    {
        var outcome = await handler.RunAsync(request, ct);
        if (outcome.IsRefused || (request is not IAboutCitizen && outcome.Value is not IRevealsCitizens)) return outcome;
        await using var transaction = await scope.Db.Database.BeginTransactionAsync(ct);
        await LogAsync(request, outcome.Value, reason, ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }

    private async Task LogAsync(TRequest request, TResult result, string? reason, CancellationToken ct)
    {
        var citizens = (result as IRevealsCitizens)?.Revealed ?? [];
        if (request is IAboutCitizen about) citizens = citizens.Append(about.Citizen);
        await scope.Chain.AppendAsync(AccessLog.Table,
            [.. citizens.Distinct().Select(c => scope.Log.Row(c, Name, Requires.Purpose, string.IsNullOrEmpty(reason) ? null : reason))], ct);
    }

    private async Task<Outcome<TResult>?> RepeatedAsync(CancellationToken ct)
    {
        if (scope.Actor.IdempotencyKey is not { } key) return null;
        var row = await scope.Db.Set<IdempotencyRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == key, ct);
        if (row is null) return null;
        if (row.UseCase != Name || row.UserId != scope.Actor.Value.User)
            return (Outcome<TResult>)new Refusal("idempotency.key-reused", "Formularen er allerede brugt til noget andet. Genindlæs siden og prøv igen.");
        return (Outcome<TResult>)JsonSerializer.Deserialize<TResult>(row.Result)!;
    }

    private async Task RememberAsync(TResult result, CancellationToken ct)
    {
        if (scope.Actor.IdempotencyKey is not { } key) return;
        scope.Db.Add(new IdempotencyRow { Key = key, UseCase = Name, UserId = scope.Actor.Value.User, Result = JsonSerializer.Serialize(result), At = scope.Clock.GetUtcNow() });
        await scope.Db.SaveChangesAsync(ct);
        scope.Journalled.Clear();
    }
}

internal sealed class IdempotencyRow
{
    public Guid Key { get; init; }

    public string UseCase { get; init; } = "";

    public UserId? UserId { get; init; }

    public string Result { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

/// <summary>Virker's own source of traces and metrics. No tag ever holds a person's data.</summary>
public static class Telemetry
{
    public const string Name = "Virker";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> UseCases = Meter.CreateHistogram<double>("virker.use_case.duration", "ms", "Time of a use case, by name and outcome");
}
