using System.Text.RegularExpressions;

namespace Virker.Platform;

/// <summary>
/// Parts a Danish paragraph into sentences; abbreviations, ordinals, dates and initials do not end one.
/// </summary>
public static partial class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "jf",
        "fx",
        "f.eks",
        "eks",
        "bl.a",
        "a",
        "ca",
        "pkt",
        "nr",
        "kl",
        "vedr",
        "mio",
        "mia",
        "mv",
        "m.v",
        "d",
        "stk",
        "inkl",
        "ekskl",
        "evt",
        "ift",
        "pr",
        "mht",
        "mhp",
        "pga",
        "hhv",
        "dvs",
        "d.v.s",
        "o.l",
        "m.m",
        "m.fl",
        "afd",
        "tlf",
        "kr",
        "kap",
        "sml",
        "cand",
        "dr",
        "st",
        "ang",
        "iht",
        "forv",
        "adm",
        "max",
        "min",
        "osv",
        "jan",
        "feb",
        "aug",
        "sept",
        "okt",
        "nov",
        "dec",
        "pct",
        "vha",
        "if",
        "ifm",
        "resp",
        "gl",
        "vol",
        "udg",
        "red",
        "sagsnr",
        "dok",
        "best",
    };

    public static List<string> Of(string paragraph)
    {
        var sentences = new List<string>();
        var from = 0;
        foreach (Match m in Stop().Matches(paragraph))
        {
            if (m.Groups["mark"].Value == "." && !Ends(paragraph, from, m.Index)) continue;
            Add(paragraph[from..(m.Index + m.Groups["mark"].Length)]);
            from = m.Index + m.Length;
        }

        Add(paragraph[from..]);
        return sentences;

        void Add(string sentence)
        {
            if (sentence.Trim() is { Length: > 0 } text) sentences.Add(text);
        }
    }

    private static bool Ends(string paragraph, int from, int stop)
    {
        var start = stop;
        while (start > from && !char.IsWhiteSpace(paragraph[start - 1]) && paragraph[start - 1] != '(') start--;
        var word = paragraph[start..stop];
        if (Abbreviations.Contains(word))
            return false;
        if (word.Length == 1 && char.IsUpper(word[0]) && start > from)
            return paragraph[from..start].TrimEnd().EndsWith("handlemulighed", StringComparison.OrdinalIgnoreCase)
                || !InName(paragraph, stop);
        // An ordinal is followed by a small letter; a number at the very start is the mark of a list.
        return word.Length == 0 || !word.All(char.IsAsciiDigit) || start > from;
    }

    /// <summary>A single capital before another capitalised word is an initial: "Mogens C. Hansen".</summary>
    private static bool InName(string paragraph, int stop)
    {
        var next = stop + 1;
        while (next < paragraph.Length && char.IsWhiteSpace(paragraph[next])) next++;
        return next < paragraph.Length && char.IsUpper(paragraph[next]);
    }

    [GeneratedRegex(@"(?<mark>[.!?](?:[”""»)])?)\s+(?=[\p{Lu}\d”""«„(•])", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();
}
