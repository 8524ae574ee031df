using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Casework;

/// <summary>
/// Finds texts by their words: each word that was typed stands in the text as it was typed, or one of the text's words
/// is the same word in another form, or ends with it ("samtalen" finds "jobsamtaler"). In memory, so that the answer is
/// the same on every database.
/// </summary>
internal sealed partial class WordSearch(string? typed)
{
    private const int LeastStem = 3;

    private readonly IReadOnlyList<(string Word, string Stem)> _words =
    [
        .. Words(typed ?? "").Distinct().Select(w => (w, DanishStem.Of(w))),
    ];

    public bool IsEmpty => _words.Count == 0;

    public bool Finds(string text) => Found(text) == _words.Count;

    /// <summary>How many of the words that were typed a text has.</summary>
    public int Found(string text)
    {
        var words = Words(text).Distinct().ToList();
        var (stems, folded) = (words.ConvertAll(DanishStem.Of), words.ConvertAll(WrittenText.Folded));
        return _words.Count(w =>
            words.Any(x => x.Contains(w.Word, StringComparison.Ordinal))
            || folded.Exists(x => x.Contains(WrittenText.Folded(w.Word), StringComparison.Ordinal))
            || stems.Any(s =>
                s == w.Stem || (w.Stem.Length >= LeastStem && s.EndsWith(w.Stem, StringComparison.Ordinal))
            )
        );
    }

    private static IEnumerable<string> Words(string text) =>
        Letters().Matches(Danish.Lower(WrittenText.Line(text))).Select(m => m.Value);

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Letters();
}
