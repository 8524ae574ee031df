using System.Diagnostics;
using System.Reflection;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Permission → the roles that give it → relation to the citizen → idempotency → transaction → the handler → journal
/// and access log → commit. A refusal rolls back. Nothing is answered whose look could not be logged.
/// </summary>
internal sealed class Pipeline<TRequest, TResult, THandler>(
    THandler handler,
    Gate gate,
    UnitOfWork work,
    Looks looks,
    RequestTurn turn
) : IUseCase<TRequest, TResult>
    where TRequest : IRequest<TResult>
    where THandler : IUseCase<TRequest, TResult>
{
    private static readonly RequiresAttribute Requires = typeof(THandler).GetCustomAttribute<RequiresAttribute>()
        ?? throw new InvalidOperationException($"{typeof(THandler).Name} names no permission.");

    private static readonly string Name = typeof(TRequest).Name;

    public async Task<Outcome<TResult>> RunAsync(TRequest request, CancellationToken ct = default)
    {
        using var activity = Telemetry.Source.StartActivity(Name);
        var started = Stopwatch.GetTimestamp();
        var outcome = await turn.TakeAsync(
            stop => request is ICommand ? DoneAsync(request, stop) : AskedAsync(request, stop),
            ct
        );
        activity?.SetTag("virker.outcome", outcome.Refusal?.Code ?? "done");
        Telemetry.UseCases.Record(
            Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            new("use_case", Name),
            new("outcome", outcome.Refusal?.Code ?? "done")
        );
        return outcome;
    }

    private async Task<Outcome<TResult>> DoneAsync(TRequest request, CancellationToken ct)
    {
        gate.ActBy(Requires.Permission);
        var reason = await gate.PassAsync(Requires.Permission, (request as IAboutCitizen)?.Citizen, ct);
        return reason.IsRefused
            ? reason.Refusal
            : await work.RunAsync(Name, () => NotedAsync(request, reason.Value, ct), ct, request);
    }

    /// <summary>
    /// The looks of a question inside another are written with the outer one's, since nothing is shown before that; and
    /// its connection is given back first, since whoever writes them needs one too.
    /// </summary>
    private async Task<Outcome<TResult>> AskedAsync(TRequest request, CancellationToken ct)
    {
        gate.ActBy(Requires.Permission);
        try
        {
            var outcome = await turn.ConnectedAsync(async () =>
            {
                var reason = await gate.PassAsync(Requires.Permission, (request as IAboutCitizen)?.Citizen, ct);
                return reason.IsRefused ? reason.Refusal : await NotedAsync(request, reason.Value, ct);
            }, ct);
            if (turn.IsOutermost && !outcome.IsRefused) await looks.WriteAsync(ct);
            return outcome;
        }
        finally
        {
            if (turn.IsOutermost) looks.Forget();
        }
    }

    /// <summary>The handler's answer, with its looks noted: they are in the access log before it is shown.</summary>
    private async Task<Outcome<TResult>> NotedAsync(TRequest request, string reason, CancellationToken ct)
    {
        var outcome = await handler.RunAsync(request, ct);
        if (outcome.IsRefused) return outcome;
        var citizens = (outcome.Value as IRevealsCitizens)?.Revealed ?? [];
        if (request is IAboutCitizen about) citizens = citizens.Append(about.Citizen);
        if (request is IStatesReason stated && reason.Length == 0) reason = CprText.Mask(stated.Reason.Trim());
        looks.Note([.. citizens.Distinct()], new(Name, Requires.Purpose, reason.Length == 0 ? null : reason));
        return outcome;
    }
}
