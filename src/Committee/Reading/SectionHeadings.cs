using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>A recognised heading: its key, the heading as printed, what follows on the same line, and the date and body that it names.</summary>
internal sealed record SectionHeading(string Key, string Heading, string? Rest = null, DateOnly? Date = null, string? Body = null);

/// <summary>The headings under which municipalities print a case, with their variants.</summary>
internal static partial class SectionHeadings
{
    private static readonly Dictionary<string, string> Known = Build();

    /// <summary>The heading that the line is; null when it is text. A heading may be followed by a colon and its text on the same line.</summary>
    public static SectionHeading? Recognise(SourceLine line)
    {
        var text = line.Text.Trim().TrimStart('#').Trim();
        if (text.Length is 0 || line.IsRow) return null;
        if (DecisionHeadings.Recognise(text) is { } decision) return decision;
        // "Kompetence:" is a label; only as a heading of its own does it open a section.
        if (text.Length <= 120 && KeyOf(text) is { } key) return key == SectionKey.Competence && text.EndsWith(':') ? null : new SectionHeading(key, text.TrimEnd(':').Trim());
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is > 0 and < 60 && colon + 1 < text.Length && KeyOf(text[..colon]) is { } inline && inline != SectionKey.Competence)
        {
            return new SectionHeading(inline, text[..colon].Trim(), text[(colon + 1)..].Trim());
        }

        return null;
    }

    /// <summary>The key of a heading's words alone; null when they are no known heading.</summary>
    public static string? KeyOf(string words)
    {
        var plain = Squeeze().Replace(Counted().Replace(words.Trim().TrimEnd(':', '.').Trim(), ""), " ").ToLowerInvariant();
        if (Known.TryGetValue(plain, out var key)) return key;
        if (Economic().IsMatch(plain)) return SectionKey.Economic;
        if (Recommends().IsMatch(plain)) return SectionKey.Recommendation;
        return null;
    }

    public static bool IsPlaceholder(string text) => Placeholder().IsMatch(text.Trim());

    private static Dictionary<string, string> Build()
    {
        var known = new Dictionary<string, string>();
        void Add(string key, string headings)
        {
            foreach (var heading in headings.Split('|')) known[heading] = key;
        }

        Add(SectionKey.CaseContent, "sagsfremstilling|sagens indhold|sagsbeskrivelse|sagsfremstillingen|beskrivelse af sagen|redegørelse|fremstilling|sagens fremstilling");
        Add(SectionKey.Occasion, "anledning|anledning til sagen|sagens anledning");
        Add(SectionKey.Competence, "kompetence|beslutningskompetence|beslutningen træffes af|kompetent udvalg|beslutning træffes af|afgøres af|sagen afgøres i|sagen afgøres af");
        Add(SectionKey.DecisionTheme, "beslutningstema|beslutningstemaer|beslutnings-tema|tema");
        Add(SectionKey.LegalBasis, "retligt grundlag|lovgrundlag|retsgrundlag|juridiske forhold|juridisk grundlag|lovgivning|retsligt grundlag|juridiske konsekvenser|lovgrundlag mv");
        Add(SectionKey.Options, "handlemuligheder|handlemulighed|alternativer|løsningsmuligheder|scenarier");
        Add(SectionKey.Assessment, "vurdering|administrationens vurdering|forvaltningens vurdering|vurderinger|faglig vurdering|administrationens bemærkninger|forvaltningens bemærkninger");
        Add(SectionKey.CrossCutting, "tværgående konsekvenser|konsekvenser for andre udvalg|konsekvenser på tværs|tværgående hensyn|konsekvenser for andre områder");
        Add(SectionKey.NextSteps, "sagens videre forløb|videre forløb|det videre forløb|videre proces|den videre proces|sagens videre gang|videre sagsforløb|næste skridt|opfølgning");
        Add(SectionKey.Recommendation, "indstilling|indstillinger|indstilling til udvalget|administrationens indstilling|forvaltningens indstilling|direktionens indstilling|indstilling og beslutning|det indstilles|indstillingen");
        Add(SectionKey.Attachments, "bilag|bilagsliste|bilagsoversigt|bilagsfortegnelse|vedlagte bilag|bilag til sagen|bilag til punktet|vedhæftede filer|åbne bilag|bilag (åbne)");
        Add(SectionKey.Other, "supplerende sagsfremstilling|resume|resumé|sammendrag|baggrund|tidligere behandling|tidligere behandlinger|historik|sagens historik|inddragelse|inddragelse og høring|høring|høringer|personale|personalemæssige forhold|kommunikation|miljømæssige konsekvenser|miljøkonsekvenser|klima|klimakonsekvenser|klima og miljø|bæredygtighed|politiske beslutninger og aftaler|planmæssige konsekvenser|sagsforløb|præsentation|indledning|formål|tidsplan|tidsperspektiv|sundhedskonsekvenser|konsekvenser for børn og unge|konsekvenser for erhvervslivet|sagsgang|politisk behandling|borgerinddragelse|inddragelse af borgere|målsætning|kommunale politikker|supplerende oplysninger|bemærkninger|udtalelser|evaluering|habilitet|inhabilitet|fremmøde|fremmøde og inhabilitet|løsning|beskrivelse|bemærkninger til sagen|kommunikation og høring|inddragelse af andre udvalg|politisk aftale|handicapråd|ældreråd|høringssvar");
        return known;
    }

    [GeneratedRegex(@"^(?:de\s)?(?:økonomi|økonomiske?|bevillingsmæssige|personale(?:mæssige)?)(?:\s(?:og|samt|&)\s(?:økonomiske|bevillingsmæssige|personale(?:mæssige)?|organisatoriske|juridiske|administrative|finansiering))*(?:\s(?:konsekvenser|forhold|oplysninger|perspektiver|aspekter|bemærkninger|virkninger))?(?:\s(?:og|samt)\s(?:finansiering|personale|bevilling|bevillingsmæssige konsekvenser|konsekvenser|personalemæssige konsekvenser))?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Economic();

    [GeneratedRegex(@"^(?:forvaltningen|administrationen|direktionen|sekretariatet)\s(?:indstiller|foreslår|anbefaler)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Recommends();

    [GeneratedRegex(@"^(?:ingen bemærkninger|ingen yderligere bemærkninger)\s*\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s*\(\d{1,3}(?:\sstk\.?)?\)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Squeeze();
}
