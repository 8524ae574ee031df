using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>The source's lines without mark-up residue and page furniture; a document that was flattened to a few lines is unfolded first.</summary>
internal static partial class ReadableLines
{
    public static List<SourceLine> From(SourceText source)
    {
        var lines = source.Lines.Select(l => l with { Text = Clean(l.Text), IsHeading = l.IsHeading || Hash().IsMatch(l.Text) }).ToList();
        lines = [.. lines.Where(l => !IsFurniture(l.Text.Trim()))];
        return Unfolding.IsFlattened(lines) ? Unfolding.Unfold(lines) : lines;
    }

    /// <summary>Without bold and italic marks, tags and heading marks; underscores stay, for they stand in names of files.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny('*', '<', '#') < 0) return text.TrimEnd(' ');
        var clean = Stars().Replace(Tags().Replace(text, m => m.Value.StartsWith("<http", StringComparison.OrdinalIgnoreCase) ? m.Value[1..^1] : ""), "");
        return Hash().Replace(clean, "").TrimEnd(' ');
    }

    public static string Collapse(string text) => Spaces().Replace(text, " ").Trim();

    public static bool IsFurniture(string line) => line.Length is > 0 and < 400 && Furniture().IsMatch(line);

    [GeneratedRegex(@"</?(?:[A-Za-z][A-Za-z0-9]{0,11}(?:\s[^<>]{0,200})?/?|https?://[^<>\s]{1,400})>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\*+(?!\))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stars();

    [GeneratedRegex(@"^\s*#{1,6}\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^(?:side\s+\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?|[-–]\s?\d{1,4}\s?[-–]|til toppen|tilbage(?: til (?:oversigten|listen|dagsordenen))?|forrige(?: punkt)?|næste(?: punkt)?|del (?:denne )?side(?:n)?|print(?:venlig(?: version)?)?(?: (?:denne )?side)?|udskriv(?: siden)?|læs op|lyt(?: til siden)?"
        + @"|(?:hent|download|vis|åbn)(?: (?:som )?(?:pdf|fil|alle|hele|bilag|dokument(?:et)?|referat(?:et)?|dagsorden(?:en)?))*:?|hent som fil:?|vis (?:mere|mindre|alle|alt)|fold (?:ud|ind)|luk(?: menu| vindue)?|menu|søg(?: på siden)?|log (?:ind|på|ud)|spring til (?:hoved)?indhold(?:et)?|gå til (?:hoved)?indhold(?:et)?|skip to (?:main )?content"
        + @"|(?:vi bruger|dette (?:site|websted)|denne (?:hjemmeside|side)|hjemmesiden)\b.{0,40}\bcookies?\b.*|(?:accepter|afvis|tillad)(?: ikke| alle| nødvendige)? cookies.*|.{0,80}\bcookiepolitik\b.*|cookies?(?:\s?indstillinger)?|you can use google.*|powered by .*|©.*|copyright .*"
        + @"|(?:php )?(?:warning|notice|deprecated|fatal error|parse error)\s?:.*|(?:http\s)?(?:fejl|error)\s?:?\s?\d{3}\b.*|\d{3}\s(?:not found|internal server error|bad gateway|forbidden)\b.*|der (?:opstod|er opstået|skete) (?:en|et) (?:fejl|problem).*|siden (?:blev|kunne) ikke .*|javascript (?:er|skal) .*|du skal (?:aktivere|slå) javascript.*|denne side kræver javascript.*|an error (?:has )?occurred.*|undefined (?:index|variable|offset)\b.*|fejl! (?:bogmærke|henvisningskilde).*|runtime error.*|server error in .*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Furniture();
}
