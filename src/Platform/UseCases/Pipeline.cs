using System.Diagnostics;
using System.Reflection;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Permission → relation to the citizen → idempotency → transaction → the handler → journal and access log → commit. A refusal rolls
/// back. Nothing is answered whose look could not be logged.
/// </summary>
internal sealed class Pipeline<TRequest, TResult, THandler>(THandler handler, Gate gate, UnitOfWork work, Looks looks, RequestTurn turn) : IUseCase<TRequest, TResult>
    where THandler : IUseCase<TRequest, TResult>
{
    private static readonly RequiresAttribute Requires = typeof(THandler).GetCustomAttribute<RequiresAttribute>()
        ?? throw new InvalidOperationException($"{typeof(THandler).Name} names no permission.");

    private static readonly string Name = typeof(TRequest).Name;

    public async Task<Outcome<TResult>> RunAsync(TRequest request, CancellationToken ct = default)
    {
        using var activity = Telemetry.Source.StartActivity(Name);
        var started = Stopwatch.GetTimestamp();
        var outcome = await turn.TakeAsync(() => PassedAsync(request, ct), ct);
        activity?.SetTag("virker.outcome", outcome.Refusal?.Code ?? "done");
        Telemetry.UseCases.Record(Stopwatch.GetElapsedTime(started).TotalMilliseconds, new("use_case", Name), new("outcome", outcome.Refusal?.Code ?? "done"));
        return outcome;
    }

    private async Task<Outcome<TResult>> PassedAsync(TRequest request, CancellationToken ct)
    {
        var reason = await gate.PassAsync(Requires.Permission, (request as IAboutCitizen)?.Citizen, ct);
        if (reason.IsRefused) return reason.Refusal;
        return request is ICommand ? await work.RunAsync(Name, () => LoggedAsync(request, reason.Value, ct), ct, request) : await LoggedAsync(request, reason.Value, ct);
    }

    /// <summary>The handler's answer, given once its looks are in the access log: with the transaction where one runs, else before it is shown.</summary>
    private async Task<Outcome<TResult>> LoggedAsync(TRequest request, string reason, CancellationToken ct)
    {
        var outcome = await handler.RunAsync(request, ct);
        if (outcome.IsRefused) return outcome;
        var citizens = (outcome.Value as IRevealsCitizens)?.Revealed ?? [];
        if (request is IAboutCitizen about) citizens = citizens.Append(about.Citizen);
        await looks.WriteAsync([.. citizens.Distinct()], new(Name, Requires.Purpose, reason.Length == 0 ? null : reason), ct);
        return outcome;
    }
}
