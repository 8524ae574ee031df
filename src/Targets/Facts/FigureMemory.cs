using Virker.Insight;

namespace Virker.Targets;

/// <summary>What Targets makes of figures is kept where the figures themselves are: with the facts, until one of the tables that it stands on changes.</summary>
internal sealed class FigureMemory
{
    /// <summary>The answer under a key that says all that it depends on beside the facts.</summary>
    public T Of<T>(FactStore store, object key, Func<T> make) => store.Keep(key, make);

    /// <summary>The same, of one indicator's figures (none: nothing but the day), so that it outlives changes of tables that are not its own.</summary>
    public T Of<T>(FactStore store, Indicator? of, object key, Func<T> make) => store.Keep(key, of is null ? [] : [of], make);
}
