using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// A recognised heading: its key, the heading as printed, what follows on the same line, and the date and body that it
/// names.
/// </summary>
internal sealed record SectionHeading(
    string Key,
    string Heading,
    string? Rest = null,
    DateOnly? Date = null,
    string? Body = null
);

/// <summary>The headings under which municipalities print a case, with their variants.</summary>
internal static partial class SectionHeadings
{
    private static readonly Dictionary<string, string> Known = Build();

    /// <summary>
    /// The heading that the line is; null when it is text. A heading may be followed by a colon and its text on the
    /// same line.
    /// </summary>
    public static SectionHeading? Recognise(SourceLine line)
    {
        var text = line.Text.Trim().TrimStart('#').Trim();
        if (text.Length is 0 || line.IsRow) return null;
        // A page that folds its sections lists them: "• Resume". Behind such a mark only what is a heading and nothing
        // else is one.
        if (text.Length < 130 && text[0] is '•' or '▪' or '·')
            return Recognise(line with { Text = text[1..].TrimStart() }) is { Rest: null } listed && text.Length > 2
                ? listed
                : null;
        if (DecisionHeadings.Recognise(text) is { } decision)
            return decision;
        // "Kompetence:" is a label; only as a heading of its own does it open a section.
        if (text.Length <= 120 && KeyOf(text) is { } key)
            return key == SectionKey.Competence && text.EndsWith(':')
                ? null
                : new SectionHeading(key, text.TrimEnd(':').Trim());
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (
            colon is > 0 and < 60
            && colon + 1 < text.Length
            && KeyOf(text[..colon]) is { } inline
            && inline != SectionKey.Competence
        )
        {
            return new SectionHeading(inline, text[..colon].Trim(), text[(colon + 1)..].Trim());
        }

        return null;
    }

    /// <summary>The key of a heading's words alone; null when they are no known heading.</summary>
    public static string? KeyOf(string words)
    {
        var plain = Squeeze()
            .Replace(Counted().Replace(words.Trim().TrimEnd(':', '.').Trim(), ""), " ")
            .ToLowerInvariant();
        if (Known.TryGetValue(plain, out var key))
            return key;
        if (Economic().IsMatch(plain))
            return SectionKey.Economic;
        if (Recommends().IsMatch(plain) || (ActorRecommends().IsMatch(words.Trim()) && words.Length < 80))
            return SectionKey.Recommendation;
        return null;
    }

    public static bool IsPlaceholder(string text) => Placeholder().IsMatch(text.Trim());

    private static Dictionary<string, string> Build()
    {
        var known = new Dictionary<string, string>();
        void Add(string key, string headings)
        {
            foreach (var heading in headings.Split('|')) known.TryAdd(heading, key);
        }

        Add(
            SectionKey.CaseContent,
            "sagsfremstilling|sagens indhold|baggrund og sagsfremstilling|sagsforklaring|sagsbeskrivelse|sagsfremstillingen|beskrivelse af sagen|redegørelse|fremstilling|sagens fremstilling"
        );
        Add(SectionKey.Occasion, "anledning|anledning til sagen|sagens anledning");
        Add(
            SectionKey.Competence,
            "kompetence|beslutningskompetence|beslutningen træffes af|kompetent udvalg|beslutning træffes af|afgøres af|sagen afgøres i|sagen afgøres af"
        );
        Add(SectionKey.DecisionTheme, "beslutningstema|beslutningstemaer|beslutnings-tema|tema");
        Add(
            SectionKey.LegalBasis,
            "retligt grundlag|lovgrundlag|retsgrundlag|juridiske forhold|juridisk grundlag|lovgivning|retsligt grundlag|juridiske konsekvenser|lovgrundlag mv"
        );
        Add(SectionKey.Options, "handlemuligheder|handlemulighed|alternativer|løsningsmuligheder|scenarier");
        Add(
            SectionKey.Assessment,
            "vurdering|administrationens vurdering|forvaltningens vurdering|vurderinger|faglig vurdering|administrationens bemærkninger|forvaltningens bemærkninger"
        );
        Add(
            SectionKey.CrossCutting,
            "tværgående konsekvenser|konsekvenser for andre udvalg|konsekvenser på tværs|tværgående hensyn|konsekvenser for andre områder"
        );
        Add(
            SectionKey.NextSteps,
            "sagens videre forløb|videre forløb|det videre forløb|videre proces|den videre proces|sagens videre gang|videre sagsforløb|næste skridt|opfølgning"
        );
        Add(
            SectionKey.Recommendation,
            "indstilling|indstillinger|indstilling til udvalget|administrationens indstilling|forvaltningens indstilling|direktionens indstilling|indstilling og beslutning|det indstilles|indstillingen|administrativ indstilling|indstilling fra administrationen|indstilling fra forvaltningen|beslutningspunkter|beslutningspunkt|forslag til beslutning|direktørens indstilling|borgmesterens indstilling|formandens indstilling|sekretariatets indstilling|afdelingens indstilling|rådmandens indstilling|magistratens indstilling|det foreslås|indstilling til beslutning"
        );
        Add(
            SectionKey.Attachments,
            "bilag|bilag/links|bilag til dagsordenspunktet|dokumenter|bilagsliste|bilagsoversigt|bilagsfortegnelse|vedlagte bilag|bilag til sagen|bilag til punktet|vedhæftede filer|åbne bilag|bilag (åbne)"
        );
        Add(
            SectionKey.Other,
            "sagstema|andre konsekvenser|høring og sagsgang|supplerende sagsfremstilling|resume|resumé|sammendrag|baggrund|tidligere behandling|tidligere behandlinger|historik|sagens historik|inddragelse|inddragelse og høring|høring|høringer|personale|personalemæssige forhold|kommunikation|miljømæssige konsekvenser|miljøkonsekvenser|klima|klimakonsekvenser|klima og miljø|bæredygtighed|politiske beslutninger og aftaler|planmæssige konsekvenser|sagsforløb|præsentation|indledning|formål|tidsplan|tidsperspektiv|sundhedskonsekvenser|konsekvenser for børn og unge|konsekvenser for erhvervslivet|sagsgang|politisk behandling|borgerinddragelse|inddragelse af borgere|målsætning|kommunale politikker|supplerende oplysninger|bemærkninger|udtalelser|evaluering|habilitet|inhabilitet|fremmøde|fremmøde og inhabilitet|løsning|beskrivelse|bemærkninger til sagen|kommunikation og høring|inddragelse af andre udvalg|politisk aftale|handicapråd|ældreråd|høringssvar|sagens kerne|kort resume|sagsresume|sagsresumé|resumé af sagen|sagens baggrund|sagsgang og sagstype|sagsgang|sagstype|alternativ indstilling|beskrivelse af alternativ indstilling|øvrige konsekvenser|øvrige forhold|sagshistorik, henvisninger|sagshistorik|sagens forløb|sagens gang|juridiske og planmæssige forhold|handicapaspekter|handicap|miljø|ligestilling|ligestillingsmæssige konsekvenser|borgerrettet kommunikation|kommunikationsplan|sundhed|sundhedsmæssige konsekvenser|risikovurdering|effekt|effekter|forventet effekt|evaluering og opfølgning|forslag|motivation|udtalelse|bemærkninger fra forvaltningen|mål|strategi og politik|politiske mål|planlægning|organisering|ydelse|ydelser|faktaboks|tidligere beslutninger|tidligere politisk behandling|tidligere beslutning|supplerende bemærkninger|lovgrundlag – link|baggrund og formål|hvad er sagens kerne|verdensmål|fn's verdensmål|børne- og familiemæssige konsekvenser|konsekvenser for miljø og klima|klima og verdensmål|oversigt over politisk behandling|sagens behandling|erhvervspolitiske konsekvenser|erhvervsmæssige konsekvenser|medlemsforslag|initiativret|spørgsmål|svar|input fra råd og nævn|råd og nævn"
        );
        return known;
    }

    [GeneratedRegex(
        @"^(?:de\s)?(?:økonomi|økonomiske?|bevillingsmæssige|personale(?:mæssige)?)(?:\s(?:og|samt|&)\s(?:økonomiske|bevillingsmæssige|personale(?:mæssige)?|organisatoriske|juridiske|administrative|finansiering))*(?:\s(?:konsekvenser|forhold|oplysninger|perspektiver|aspekter|bemærkninger|virkninger))?(?:\s(?:og|samt)\s(?:finansiering|personale|bevilling|bevillingsmæssige konsekvenser|konsekvenser|personalemæssige konsekvenser))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Economic();

    [GeneratedRegex(
        @"^(?:forvaltningen|administrationen|direktionen|sekretariatet)\s(?:indstiller|foreslår|anbefaler)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Recommends();

    /// <summary>"Kulturdirektøren foreslår:" with the points below it.</summary>
    [GeneratedRegex(
        @"^\p{Lu}[\p{L}&-]+(?:\s(?:for|og|i|af|\p{Lu}[\p{L}&-]*|\p{L}+chef(?:en)?)){0,6}\s(?:indstiller|foreslår|anbefaler)\s?:$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ActorRecommends();

    [GeneratedRegex(
        @"^(?:ingen bemærkninger|ingen yderligere bemærkninger)\s*\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s*\(\d{1,3}(?:\sstk\.?)?\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Squeeze();
}
