using System.Text.RegularExpressions;
using Virker.Committee;

namespace Virker.Tests.Committee;

/// <summary>
/// One text through all the meetings that it is put off to: what words were written in it, and whether it is closed
/// now.
/// </summary>
internal sealed class MarkedText
{
    public bool IsClosed { get; set; }

    /// <summary>The one member with an account may not take part in it.</summary>
    public bool IsExcluded { get; set; }
}

/// <summary>
/// Words that stand nowhere else, each with the texts that it comes from: it may be read by whoever may read all of
/// them. The model of secrecy that the product is held up against; it knows nothing of how the product does it.
/// </summary>
internal sealed partial class MarkedWords
{
    private readonly Dictionary<string, HashSet<MarkedText>> _from = [];

    public int Count => _from.Count;

    /// <summary>A new word that comes from these texts.</summary>
    public string New(params MarkedText[] from)
    {
        var word = $"Kvit{_from.Count}bert";
        _from[word] = [.. from];
        return word;
    }

    /// <summary>The words that stand in one text now come from another too.</summary>
    public void Derive(string text, MarkedText from)
    {
        foreach (var word in In(text)) _from[word].Add(from);
    }

    public IReadOnlyList<string> Closed => [.. _from.Keys.Where(w => Of(w, t => t.IsClosed) > 0)];

    public int OpenIn(string text) => In(text).Count(w => Of(w, t => t.IsClosed) == 0);

    public IReadOnlyList<string> ClosedIn(string text) => [.. In(text).Where(w => Of(w, t => t.IsClosed) > 0)];

    /// <summary>Words that a member may not read: closed, and theirs to stay out of.</summary>
    public IReadOnlyList<string> ExcludedIn(string text) =>
        [.. In(text).Where(w => Of(w, t => t.IsClosed && t.IsExcluded) > 0)];

    private int Of(string word, Func<MarkedText, bool> which) => _from[word].Count(which);

    private static IEnumerable<string> In(string text) => Word().Matches(text).Select(m => m.Value).Distinct();

    [GeneratedRegex(@"Kvit\d+bert")]
    private static partial Regex Word();
}
