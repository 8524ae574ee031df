using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// News from a module: a public record with identities, dates and codes, never a CPR number. It goes up the tiers,
/// calls go down.
/// </summary>
public interface IEvent;

/// <summary>
/// Publishes news with the transaction of the use case that runs: it is told if and only if the change was committed.
/// </summary>
public interface IEvents
{
    void Publish<TEvent>(TEvent news) where TEvent : IEvent;
}

/// <summary>
/// Hears a kind of news, after the commit, in a transaction of its own, acting as Virker. Its changes are made once for
/// each event however often it is tried; what it does outside the database (a letter, a call) must bear to be done
/// twice. A refusal or exception is tried again, later and later.
/// </summary>
public interface IHandle<in TEvent> where TEvent : IEvent
{
    Task<Outcome<Done>> HandleAsync(TEvent news, CancellationToken ct = default);
}

/// <summary>Which handlers the house has for which news; made by reflection when the house is put together.</summary>
internal sealed record Listener(Type Event, Type Handler)
{
    /// <summary>
    /// The name in the outbox. A handler that is renamed no longer hears of what waits under its old name, which
    /// becomes a dead letter.
    /// </summary>
    public string Name => Handler.Name;

    public string EventName => Event.FullName!;
}

internal sealed class OutboxEvents(UnitOfWork work, IEnumerable<Listener> listeners) : IEvents
{
    public void Publish<TEvent>(TEvent news) where TEvent : IEvent
    {
        var id = Guid.NewGuid();
        work.Tell([.. listeners.Where(l => l.Event == typeof(TEvent)).Select(l => new Letter(id, l, news))]);
    }
}

/// <summary>One event for one handler, waiting to be committed.</summary>
internal sealed record Letter(Guid Id, Listener To, IEvent News);
