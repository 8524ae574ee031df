namespace Virker.Casework;

/// <summary>
/// The stem of a Danish word ("samtalerne", "samtaler" and "samtale" are "samtal"), by the Snowball algorithm for Danish (snowballstem.org/algorithms/danish), the one that
/// databases' own text search uses. Here it is the same on every database.
/// </summary>
internal static class DanishStem
{
    private const string Vowels = "aeiouyæåø";
    private const string Consonants = "bcdfghjklmnpqrstvwxz";
    private const string BeforeS = "abcdfghjklmnoprtvyzå";
    private const int Least = 3;

    private static readonly string[] Endings =
    [
        "hed", "ethed", "ered", "e", "erede", "ende", "erende", "ene", "erne", "ere", "en", "heden", "eren", "er", "heder", "erer", "heds", "es", "endes", "erendes", "enes", "ernes", "eres", "ens", "hedens",
        "erens", "ers", "ets", "erets", "et", "eret", "s",
    ];

    private static readonly string[] Pairs = ["gd", "dt", "gt", "kt"];

    private static readonly string[] Others = ["ig", "lig", "elig", "els", "løst"];

    /// <param name="word">In small letters.</param>
    public static string Of(string word)
    {
        var from = Region(word);
        var stem = Pair(Main(word, from), from);
        if (stem.EndsWith("igst", StringComparison.Ordinal)) stem = stem[..^2];
        stem = Other(stem, from);
        return stem.Length - 1 >= from && stem.Length >= 2 && Consonants.Contains(stem[^1]) && stem[^2] == stem[^1] ? stem[..^1] : stem;
    }

    /// <summary>Where the part begins that may be cut: after the first consonant that follows a vowel, and never before the fourth letter.</summary>
    private static int Region(string word)
    {
        var vowel = word.AsSpan().IndexOfAny(Vowels);
        var rest = vowel < 0 ? -1 : word.AsSpan(vowel).IndexOfAnyExcept(Vowels);
        return word.Length < Least || rest < 0 ? word.Length : Math.Max(Least, vowel + rest + 1);
    }

    private static string Main(string word, int from)
    {
        if (Longest(word, from, Endings) is not { } ending) return word;
        return ending == "s" && (word.Length < 2 || !BeforeS.Contains(word[^2])) ? word : word[..^ending.Length];
    }

    private static string Pair(string word, int from) => Longest(word, from, Pairs) is null ? word : word[..^1];

    private static string Other(string word, int from) => Longest(word, from, Others) switch
    {
        null => word,
        "løst" => word[..^1],
        var ending => Pair(word[..^ending.Length], from),
    };

    private static string? Longest(string word, int from, string[] endings) =>
        endings.Where(e => word.Length - e.Length >= from && word.EndsWith(e, StringComparison.Ordinal)).MaxBy(e => e.Length);
}
