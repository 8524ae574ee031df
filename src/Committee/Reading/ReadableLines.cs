using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The source's lines without mark-up residue and page furniture; a document that was flattened to a few lines is
/// unfolded first.
/// </summary>
internal static partial class ReadableLines
{
    public static List<SourceLine> From(SourceText source)
    {
        var lines = source.Lines.Select(Clean).ToList();
        lines = Rejoined.Of([.. RunningHeads.Without(lines).Where(l => !IsFurniture(l.Text.Trim()))]);
        return Unfolding.IsFlattened(lines) ? Unfolding.Unfold(lines) : lines;
    }

    private static SourceLine Clean(SourceLine line)
    {
        var text = MarkupResidue.Clean(line.Text);
        var isHeading = line.IsHeading || MarkupResidue.IsMarkedHeading(line.Text);
        return ReferenceEquals(text, line.Text) && isHeading == line.IsHeading
            ? line
            : line with
            {
                Text = text,
                IsHeading = isHeading,
            };
    }

    public static string Collapse(string text) => MarkupResidue.Collapse(text);

    public static bool IsFurniture(string line) => line.Length is > 0 and < 400 && Furniture().IsMatch(line);

    [GeneratedRegex(
        @"^(?:side\s+\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?|[-–]\s?\d{1,4}\s?[-–]|til toppen|tilbage(?: til (?:oversigten|listen|dagsordenen))?|forrige(?: punkt)?|næste(?: punkt)?|del (?:denne )?side(?:n)?|print(?:venlig(?: version)?)?(?: (?:denne )?side)?|udskriv(?: (?:siden|hele dagsorde?ne?n|punktet))?|læs op|lyt(?: til siden)?"
            + @"|kopi[eé]r link|del link|send til en ven|tip en ven|rss|(?:hent|download|vis|åbn)(?: (?:som )?(?:pdf|fil|alle|hele|bilag|dokument(?:et)?|referat(?:et)?|dagsorden(?:en)?))*:?|hent som fil:?|vis (?:mere|mindre|alle|alt)|fold (?:ud|ind)|luk(?: menu| vindue)?|menu|søg(?: på siden)?|log (?:ind|på|ud)|spring til (?:hoved)?indhold(?:et)?|gå til (?:hoved)?indhold(?:et)?|skip to (?:main )?content"
            + @"|(?:vi bruger|dette (?:site|websted)|denne (?:hjemmeside|side)|hjemmesiden)\b.{0,40}\bcookies?\b.*|(?:accepter|afvis|tillad)(?: ikke| alle| nødvendige)? cookies.*|.{0,80}\bcookiepolitik\b.*|cookies?(?:\s?indstillinger)?|you can use google.*|powered by .*|©.*|copyright .*"
            + @"|(?:php )?(?:warning|notice|deprecated|fatal error|parse error)\s?:.*|(?:http\s)?(?:fejl|error)\s?:?\s?\d{3}\b.*|\d{3}\s(?:not found|internal server error|bad gateway|forbidden)\b.*|der (?:opstod|er opstået|skete) (?:en|et) (?:fejl|problem).*|siden (?:blev|kunne) ikke .*|javascript (?:er|skal) .*|du skal (?:aktivere|slå) javascript.*|denne side kræver javascript.*|an error (?:has )?occurred.*|undefined (?:index|variable|offset)\b.*|fejl! (?:bogmærke|henvisningskilde).*|runtime error.*|server error in .*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Furniture();
}
