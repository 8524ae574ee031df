using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Committee;

/// <summary>
/// A document whose line breaks were lost: breaks are put back before and after what can only be a heading or a label
/// (a capital, no verb around it, at the end of a sentence or beside another label).
/// </summary>
internal static partial class Unfolding
{
    public static bool IsFlattened(IReadOnlyList<SourceLine> lines)
    {
        var printed = lines.Where(l => !l.IsBlank).ToList();
        if (printed.Count == 0) return false;
        var letters = printed.Sum(l => l.Text.Length);
        var inside = printed.Sum(l => l.Text.Length < 200 ? 0 : Marks().Count(l.Text.Replace('\t', ' ')));
        var alone = printed.Count(l => SectionHeadings.Recognise(l) is { Rest: null } || ItemFields.IsLabel(l.Text));
        return inside >= 3 && inside > alone && letters / printed.Count > 120;
    }

    public static List<SourceLine> Unfold(IReadOnlyList<SourceLine> lines)
    {
        var unfolded = new List<SourceLine>();
        foreach (var line in WithoutPageNumbers(lines))
        {
            if ((line.Text.Length < 120 && Marks().Count(line.Text) < 2) || (line.IsRow && line.Text.Length < 1000))
            {
                unfolded.Add(line);
                continue;
            }

            var text = Marks()
                .Replace(
                    line.Text.Replace('\t', ' '),
                    m => "\n" + m.Groups["mark"].Value.Trim() + (m.Groups["stay"].Success ? " " : "\n")
                );
            text = TitleBefore().Replace(text, m => $"\n{m.Groups["title"].Value}\n{m.Groups["no"].Value}\n");
            text = Absence().Replace(CaseNumber().Replace(Points().Replace(text, "\n${point}"), "\n$0\n"), "\n$0\n");
            unfolded.AddRange(
                text.Split('\n').Select(part => line with { Text = part.Trim() }).Where(part => part.Text.Length > 0)
            );
        }

        return unfolded;
    }

    /// <summary>Pages that were joined line by line start with their number: 1, 2, 3 …</summary>
    private static IEnumerable<SourceLine> WithoutPageNumbers(IReadOnlyList<SourceLine> lines)
    {
        var numbered = lines
            .Select(l =>
                l.Text.Length < 60 ? null
                : PageNumber().Match(l.Text) is { Success: true } m ? m
                : null
            )
            .ToList();
        var printed = numbered.OfType<Match>().Select(m => WrittenNumber.Code(m.Groups["n"].ValueSpan) ?? 0).ToList();
        var isSeries = printed.Count > 1 && printed.Zip(printed.Skip(1)).All(p => p.Second == p.First + 1);
        return isSeries
            ? lines.Select((l, i) => numbered[i] is { } m ? l with { Text = l.Text[m.Length..] } : l)
            : lines;
    }

    [GeneratedRegex(@"^(?<n>\d{1,3})\s(?=\S)(?!\.)", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    /// <summary>
    /// "3. Titel 25/4492 Beslutningstema": the number and title, the case's number, and then a heading.
    /// </summary>
    [GeneratedRegex(
        @"(?<=^|\n|\s)(?<title>\d{1,3}\.\s(?=\p{Lu})(?:(?!\s\d{1,3}\.\s\p{Lu})[^:\n]){3,160}?)\s(?<no>\d{2,4}/\d{2,6})(?=\s|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TitleBefore();

    [GeneratedRegex(
        @"(?<=^|[.:?!)\]\d\p{L}]\s)(?<mark>(?<stay>Punkt\s\d{1,3}\s?[:.–-]|\d{1,3}\.\s(?=\p{Lu}[^.:]{3,160}\((?:B|O|D)\s?\)|\p{Lu}[^.:]{3,120}\s(?:Sags?nr|Sagsid|Dok\.?\s?nr|Beslutningstema|Resum[eé]|Sagsfremstilling|Beslutning:|Indstilling:|Baggrund:))|Sags?(?:nr|id)\.?\s?:|Dok\.?\s?nr\.?\s?:|Mødedato\b|Mødested\b|Mødetid(?:spunkt)?:|Deltagere:|Til stede:|Tilstede:|Mødedeltagere:|Kompetence:|Fraværende:|Afbud:)"
            + @"|Beslutning(?:\s(?:i|fra))?\s(?:\p{Lu}[\p{L}, -]{3,90}?\s)?(?:den|d\.)\s\d{1,2}[.-]\s?[\p{L}\d]{2,9}[. -]\s?\d{4}\s?:?|Åbent(?=\s(?:Kompetence|Beslutning|Sagsfremstilling|Resum|Anledning))|Indholdsfortegnelse(?:\sSag\sTekst\sSidenr\.)?"
            + @"|(?:Beslutningstema|Sagsfremstilling|Sagens indhold|Sagsbeskrivelse|Retligt grundlag|Lovgrundlag|Handlemuligheder|Anledning|Baggrund|Resum[eé]|Sammendrag|Vurdering|Økonomiske(?: og personalemæssige)? konsekvenser|Tværgående konsekvenser|Konsekvenser for andre udvalg|Sagens videre forløb|Indstilling|Beslutning|Bilag|Kompetence)\s?:?(?=\s(?:\p{Lu}|\d{1,4}[./-]|$)|$))\s*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=\s)\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2,4}(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();

    [GeneratedRegex(
        @"(?<=\s)(?!Intet\b|Godkendt\b|Tiltrådt\b|Drøftet\b|Ingen\b)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,4}\s\(\p{Lu}{1,4}\)\sdeltog ikke i (?:mødet|behandlingen af (?:sagen|punktet))\.?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Absence();

    [GeneratedRegex(@"(?<=[\s,:])\s?(?<point>\d{1,2}\.\sat\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Points();
}
