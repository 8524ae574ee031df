namespace Virker.Casework;

/// <summary>
/// The stem of a Danish word: what its inflected forms have in common ("samtalerne", "samtaler" and "samtale" are
/// "samtal"). Made for search alone: the stem need be no word, only the same for all forms. The endings are put
/// together from the grammar's own parts, and taken off until none is left; here it is the same on every database.
/// </summary>
internal static class DanishStem
{
    private const string Vowels = "aeiouyæåø";
    private const int Least = 3;

    /// <summary>Definite, plural, and both: sagen, arbejdet, sager, planer, sagerne, husene.</summary>
    private static readonly string[] OfNouns = ["en", "et", "e", "er", "erne", "ene"];

    /// <summary>Who does something (-er) in its own forms: borgeren, borgere, borgerne.</summary>
    private static readonly string[] OfPersons = ["er", "eren", "ere", "erne"];

    /// <summary>What is done: indkalde, indkaldelse, indkaldelserne.</summary>
    private static readonly string[] OfDeeds = ["else", "elsen", "elser", "elserne"];

    /// <summary>Søge, søger, arbejdede, søgende, arbejdet.</summary>
    private static readonly string[] OfVerbs = ["e", "er", "ede", "ende", "et"];

    /// <summary>Hurtige, hurtigere, hurtigst, hurtigste.</summary>
    private static readonly string[] OfAdjectives = ["e", "ere", "est", "este", "st", "ste"];

    /// <summary>Each also with the s of the genitive and the passive, and that s alone; the longest first.</summary>
    private static readonly string[] Endings =
    [
        .. new[] { OfNouns, OfPersons, OfDeeds, OfVerbs }
            .SelectMany(e => e)
            .SelectMany(e => new[] { e, e + "s" })
            .Append("s")
            .Concat(OfAdjectives)
            .Distinct()
            .OrderByDescending(e => e.Length),
    ];

    /// <param name="word">In small letters.</param>
    public static string Of(string word)
    {
        for (var stem = word; ; word = stem)
        {
            stem = Single(Neuter(Shorter(stem)));
            if (stem == word) return stem;
        }
    }

    /// <summary>Without its longest ending, where a syllable of three letters is left.</summary>
    private static string Shorter(string word) =>
        Endings.FirstOrDefault(e => Fits(word, e)) is { } ending ? word[..^ending.Length] : word;

    private static bool Fits(string word, string ending)
    {
        var left = word.Length - ending.Length;
        if (
            left < Least
            || !word.EndsWith(ending, StringComparison.Ordinal)
            || word.AsSpan(0, left).IndexOfAny(Vowels) < 0
        )
            return false;
        return ending is not ("st" or "ste") || word[left - 1] == 'g'; // hurtigst, and not kunst
    }

    /// <summary>Hurtigt is hurtig, and ledighedsløst is ledighedsløs: the t of the neuter.</summary>
    private static string Neuter(string word) =>
        word.Length > Least
        && (word.EndsWith("gt", StringComparison.Ordinal) || word.EndsWith("løst", StringComparison.Ordinal))
            ? word[..^1]
            : word;

    /// <summary>Jobbet is job: a consonant is doubled before an ending.</summary>
    private static string Single(string word) =>
        word.Length > Least && word[^1] == word[^2] && !Vowels.Contains(word[^1]) ? word[..^1] : word;
}
