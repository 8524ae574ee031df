using System.Text.RegularExpressions;

namespace Virker.Committee;

/// <summary>
/// Something that a decision's words promise. <paramref name="IsBinding"/>: the committee or the administration said it; else it is one
/// member's wish. <paramref name="Due"/> only where a date is written.
/// </summary>
public sealed partial record Commitment(string Text, bool IsBinding, string? Owner, DateOnly? Due)
{
    private static readonly string[] Months = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    /// <summary>Sentence by sentence.</summary>
    public static IEnumerable<Commitment> In(IReadOnlyList<string> paragraphs) =>
        paragraphs.SelectMany(p => Sentences().Split(p)).Select(Of).OfType<Commitment>();

    public static bool IsRemark(string paragraph) => Remark().IsMatch(paragraph);

    private static Commitment? Of(string sentence)
    {
        if (Remark().IsMatch(sentence)) return Wish().IsMatch(sentence) ? new(sentence.Trim(), false, null, DateIn(sentence)) : null;
        if (!Promise().IsMatch(sentence)) return null;
        var owner = Owners().Match(sentence);
        return new(sentence.Trim(), true, owner.Success ? owner.Value.ToLowerInvariant() : "administrationen", DateIn(sentence));
    }

    private static DateOnly? DateIn(string sentence)
    {
        var match = Day().Match(sentence);
        if (!match.Success) return null;
        int day = int.Parse(match.Groups[1].Value), month = Array.IndexOf(Months, match.Groups[2].Value.ToLowerInvariant()) + 1, year = int.Parse(match.Groups[3].Value);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    [GeneratedRegex(@"(?<=[.?!])\s+(?=\p{Lu})")]
    private static partial Regex Sentences();

    /// <summary>"Helle Hansen (A) foreslår …": a name, a party of one to four letters, a verb.</summary>
    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}.-]+( \p{Lu}[\p{L}.-]+)+ \(\p{Lu}\p{L}{0,3}\) (?!deltog ikke)\p{Ll}")]
    private static partial Regex Remark();

    [GeneratedRegex(@"\b(foreslår|foreslog|anmode[rd]e?|ønske[rd]e?|efterlyse[rd]e?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Wish();

    [GeneratedRegex(@"\b(gerne vil modtage|ønsker at modtage|(undersøger|undersøge)\b|arbejder videre med|gå videre med|vender tilbage|vende tilbage|udarbejder|udarbejde et|forelægges|forelægge|fremlægges på|fremlægger|vedlægges referatet|følger op|genoptages|anmoder (administrationen|forvaltningen)|(beder|pålægger) (administrationen|forvaltningen))", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex(@"\b(administrationen|forvaltningen|formanden|arbejdsmarkedschefen|jobcenterchefen|jobcenteret|jobcentret|borgmesteren|direktøren)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Owners();

    [GeneratedRegex(@"\b(\d{1,2})\. (januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december) (\d{4})", RegexOptions.IgnoreCase)]
    private static partial Regex Day();
}
