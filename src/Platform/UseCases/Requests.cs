using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A request finds its use case by itself, through the same pipeline: for whoever sends many kinds and has none of them
/// injected (the command line, the fictive municipality, a test). Pages and jobs take the use case itself.
/// </summary>
public static class Requests
{
    private static readonly ConcurrentDictionary<Type, object> Ways = new();

    public static Task<Outcome<TResult>> RunAsync<TResult>(
        this IServiceProvider services,
        IRequest<TResult> request,
        CancellationToken ct = default
    ) => ((IWay<TResult>)Ways.GetOrAdd(request.GetType(), WayOf<TResult>)).RunAsync(services, request, ct);

    private static object WayOf<TResult>(Type request) =>
        Activator.CreateInstance(typeof(Way<,>).MakeGenericType(request, typeof(TResult)))!;

    private interface IWay<TResult>
    {
        Task<Outcome<TResult>> RunAsync(IServiceProvider services, IRequest<TResult> request, CancellationToken ct);
    }

    private sealed class Way<TRequest, TResult> : IWay<TResult>
        where TRequest : IRequest<TResult>
    {
        public Task<Outcome<TResult>> RunAsync(
            IServiceProvider services,
            IRequest<TResult> request,
            CancellationToken ct
        ) => services.GetRequiredService<IUseCase<TRequest, TResult>>().RunAsync((TRequest)request, ct);
    }
}
