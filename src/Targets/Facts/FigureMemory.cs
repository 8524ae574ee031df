using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Virker.Insight;

namespace Virker.Targets;

/// <summary>
/// What has been computed of facts, kept as long as those facts are the newest: facts never change once read, so an answer never has to be forgotten before they are.
/// </summary>
internal sealed class FigureMemory
{
    private readonly ConditionalWeakTable<FactStore, ConcurrentDictionary<object, object?>> _answers = [];

    /// <summary>The answer under a key that says all that it depends on beside the facts.</summary>
    public T Of<T>(FactStore store, object key, Func<T> make) => (T)_answers.GetOrCreateValue(store).GetOrAdd(key, _ => make())!;
}
