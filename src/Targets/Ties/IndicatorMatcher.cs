using Virker.Insight;
using Virker.Kernel;

namespace Virker.Targets;

/// <summary>
/// Ties the words of a plan to an indicator: the more of an indicator's own words stand in the measure, and the rarer
/// they are in the catalogue, the better. Units that cannot be the same rule an indicator out. Where nothing fits well
/// enough, there is no tie.
/// </summary>
[Part(IsShared = true)]
internal sealed class IndicatorMatcher(Catalogue catalogue)
{
    private const double LeastScore = 1.0;

    private static readonly string[] Endings =
    [
        "ernes",
        "erne",
        "enes",
        "ene",
        "erens",
        "eren",
        "erne",
        "ers",
        "ens",
        "ets",
        "er",
        "en",
        "et",
        "es",
        "e",
        "s",
    ];

    private readonly IReadOnlyList<(Indicator Indicator, HashSet<string> Words)> _known =
    [
        .. catalogue.All.Select(i => (i, Words(string.Join(' ', i.Words)))),
    ];

    private static readonly HashSet<string> Fillers =
    [
        "og",
        "i",
        "på",
        "der",
        "som",
        "til",
        "for",
        "de",
        "den",
        "det",
        "af",
        "med",
        "til",
        "skal",
        "være",
        "har",
        "får",
        "går",
        "jf",
        "mv",
    ];

    /// <summary>
    /// <paramref name="theme"/> is every measure of the theme: a "heraf" has its noun in its parent, and half a bullet
    /// its verb in the other half.
    /// </summary>
    public Indicator? Match(PrintedMeasure measure, IReadOnlyList<PrintedMeasure> theme)
    {
        var words = Words(measure.Indicator);
        var printed = Words(measure.Text);
        var parent = theme.FirstOrDefault(m => m.Id == measure.Parent);
        var inherited = parent is null ? [] : Words(parent.Indicator);
        var beside = Words(
            string.Join(
                ' ',
                theme.Where(m => m.Bullet > 0 && m.Bullet == measure.Bullet && m.Id != measure.Id).Select(m => m.Text)
            )
        );
        return _known
            .Where(k => Fits(measure, k.Indicator))
            .Select(k =>
                (
                    k.Indicator,
                    Score: Score(k.Words, words)
                        + (0.3 * Score(k.Words, printed))
                        + (Part(measure, parent) * Score(k.Words, inherited))
                        + (0.3 * Hits(k.Words, beside))
                )
            )
            .Where(s => s.Score >= LeastScore)
            .OrderByDescending(s => s.Score).ThenBy(s => s.Indicator.Id, StringComparer.Ordinal)
            .Select(s => s.Indicator).FirstOrDefault();
    }

    /// <summary>
    /// How much the parent's words weigh: all but its own where the measure says "heraf" or prints the parent's part
    /// only, less where it is a step on the way.
    /// </summary>
    private static double Part(PrintedMeasure measure, PrintedMeasure? parent) =>
        parent is null ? 0
        : measure.Text.TrimStart().StartsWith("heraf", StringComparison.OrdinalIgnoreCase) ? 0.8
        : 0.4;

    private double Hits(HashSet<string> own, HashSet<string> words) => own.Where(words.Contains).Sum(Rarity);

    private double Score(HashSet<string> own, HashSet<string> words) =>
        words.Count == 0 ? 0 : own.Sum(word => words.Contains(word) ? Rarity(word) : -0.15 * Rarity(word));

    private double Rarity(string word) => 1.0 / _known.Count(k => k.Words.Contains(word));

    private static bool Fits(PrintedMeasure measure, Indicator indicator) =>
        measure.Unit switch
        {
            "pct." or "procent" or "%" or "procentpoint" => indicator.IsShare,
            "helårspersoner" or "fuldtidspersoner" => indicator.Unit is "helårspersoner" or "fuldtidspersoner",
            "virksomheder" => indicator.Unit == "virksomheder",
            "personer" or "borgere" or "unge" => !indicator.IsShare
                && indicator.CountsPersons
                && indicator.Unit is not ("helårspersoner" or "fuldtidspersoner"),
            _ => true,
        };

    internal static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>();
        var letters = text.ToLowerInvariant();
        for (var at = 0; at < letters.Length;)
        {
            var end = at;
            while (end < letters.Length && char.IsLetterOrDigit(letters[end])) end++;
            if (end > at && letters[at..end] is var word && !Fillers.Contains(word)) words.Add(Stem(word));
            at = end + 1;
        }

        return words;
    }

    private static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }
}
