using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>A listener more in the house, which keeps the news that a test wants to see, in the order it came.</summary>
internal sealed class HeardNews
{
    private readonly ConcurrentQueue<IEvent> _news = new();

    /// <summary>It fails with whatever it is told.</summary>
    public bool IsDeaf { get; set; }

    public IReadOnlyList<TEvent> Of<TEvent>() where TEvent : IEvent => [.. _news.OfType<TEvent>()];

    public void Hear<TEvent>(IServiceCollection services) where TEvent : IEvent => services
        .AddSingleton(new Listener(typeof(TEvent), typeof(NewsKeeper<TEvent>)))
        .AddScoped(_ => new NewsKeeper<TEvent>(this));

    public void Hear<TFirst, TSecond>(IServiceCollection services) where TFirst : IEvent where TSecond : IEvent
    {
        Hear<TFirst>(services);
        Hear<TSecond>(services);
    }

    internal sealed class NewsKeeper<TEvent>(HeardNews ears) : IHandle<TEvent> where TEvent : IEvent
    {
        public Task<Outcome<Done>> HandleAsync(TEvent heard, CancellationToken ct = default)
        {
            if (ears.IsDeaf) throw new TimeoutException("Nobody answers.");
            ears._news.Enqueue(heard);
            return Task.FromResult<Outcome<Done>>(Done.It);
        }
    }
}
