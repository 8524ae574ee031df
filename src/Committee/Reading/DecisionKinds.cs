using System.Text.RegularExpressions;

namespace Virker.Committee;

/// <summary>
/// The phrases that make a decision what it is. "Tiltrådte indstillingen" means nothing alone: its kind is that of the
/// recommendation.
/// </summary>
internal static partial class DecisionKinds
{
    public const string Approved = "approved";
    public const string TakenNote = "taken_note";
    public const string Discussed = "discussed";
    public const string Postponed = "postponed";
    public const string Withdrawn = "withdrawn";
    public const string OptionChosen = "option_chosen";
    public const string NoExplicit = "no_explicit_decision";
    public const string Nothing = "nothing_to_record";
    public const string Signature = "signature";
    public const string Recommended = "recommended_to_other_body";
    public const string FollowUpMeeting = "follow_up_meeting";
    public const string Rejected = "rejected";
    public const string Adopts = "adopts";

    private static readonly (string Kind, Func<Regex> Phrase)[] First =
    [
        (Withdrawn, WithdrawnPhrase),
        (Postponed, PostponedPhrase),
        (FollowUpMeeting, MeetingPhrase),
        (OptionChosen, OptionPhrase),
        (Rejected, RejectedPhrase),
        (Recommended, RecommendedPhrase),
        (Adopts, AdoptsPhrase),
    ];

    private static readonly (string Kind, Func<Regex> Phrase)[] ByPlace =
    [
        (TakenNote, NotePhrase),
        (Approved, ApprovedPhrase),
        (Discussed, DiscussedPhrase),
    ];

    /// <summary>The kind that the words state, or <see cref="Adopts"/>; null when they state none.</summary>
    public static string? Explicit(string text)
    {
        if (NothingPhrase().IsMatch(text.Trim())) return Nothing;
        if (ReturnedAdopted().IsMatch(text)) return Approved;
        var main = Remark().Replace(text, " ");
        foreach (var (kind, phrase) in First)
        {
            if (phrase().IsMatch(main)) return kind;
        }

        var found = ByPlace.Select(p => (p.Kind, Match: p.Phrase().Match(main))).Where(p => p.Match.Success).ToList();
        if (found.Count == 0) return BesluttedePhrase().IsMatch(main) ? Approved : null;
        // "Drøftet og taget til efterretning": the discussion is the way, the other the outcome.
        var outcome = found.Where(f => f.Kind != Discussed).ToList();
        return (outcome.Count > 0 ? outcome : found).MinBy(f => f.Match.Index).Kind;
    }

    /// <summary>What a recommendation would have decided, if it is adopted by the body itself.</summary>
    public static string? OfRecommendation(PrintedRecommendation? recommendation, string? body)
    {
        if (recommendation is null) return null;
        var kinds = recommendation.Points.Select(p => OfPoint(p.Text, body)).OfType<string>().ToList();
        return new[] { Recommended, Approved, TakenNote, Discussed }.FirstOrDefault(kinds.Contains)
            ?? kinds.FirstOrDefault();
    }

    public static string? Option(string text) =>
        OptionPhrase().Match(text) is { Success: true } m && m.Groups["o"].Success
            ? m.Groups["o"].Value.ToUpperInvariant()
            : null;

    private static string? OfPoint(string text, string? body)
    {
        if (SignaturePhrase().IsMatch(text)) return Signature;
        if (RecommendedPhrase().IsMatch(text)) return Recommended;
        var decides = BodyNames.Find(text);
        if (
            body is not null
            && decides is not null
            && HigherBody().IsMatch(decides)
            && !HigherBody().IsMatch(body)
            && text.StartsWith("at " + decides, StringComparison.OrdinalIgnoreCase)
        )
            return Recommended;
        if (NotePhrase().IsMatch(text) || OrientsPhrase().IsMatch(text))
            return TakenNote;
        if (DiscussedPhrase().IsMatch(text))
            return Discussed;
        if (PostponedPhrase().IsMatch(text))
            return Postponed;
        return ApprovedPhrase().IsMatch(text) || BesluttedePhrase().IsMatch(text) ? Approved : null;
    }

    [GeneratedRegex(
        @"\b(?:udgår|udgik|udgået|bortfalder|bortfaldt|(?:tages|taget|blev taget|trækkes|trukket) (?:af|fra) (?:dagsordenen|punktet|dagsorden)|trækkes? tilbage|trukket tilbage|trukket)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex WithdrawnPhrase();

    [GeneratedRegex(
        @"\b(?:udsættes|udsat|udsatte|udsætter|udskydes|udskudt|udskød|udskyder|genoptages|genoptaget|genoptager|behandles på (?:et )?(?:kommende|næste|senere) møde|sendes tilbage til (?:fornyet|videre) behandling|at udsætte|udsættelse af (?:sagen|punktet|behandlingen)|tilbagesendes)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PostponedPhrase();

    [GeneratedRegex(
        @"\bindkaldes? til (?:et |nyt )?(?:nyt |ekstraordinært |opfølgende |særskilt )?(?:opfølgnings)?møde\b|\bafholdes? et (?:ekstraordinært|opfølgende|særskilt) møde\b|\bopfølgende møde (?:afholdes|aftales|indkaldes)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex MeetingPhrase();

    [GeneratedRegex(
        @"\b(?:beslut\p{L}*|valgte|vælger|godkend\p{L}*|vedtog|vedtaget|tiltråd\p{L}*|valgt)\b[^.]{0,60}?\b(?:handlemulighed|mulighed|model|scenarie|scenarium|alternativ|løsning|forslag)\s(?:nr\.?\s)?(?<o>[A-Za-z]|\d{1,2})\b|\b(?:handlemulighed|model|scenarie|alternativ)\s(?<o>[A-Z]|\d{1,2})\s(?:blev\s|er\s)?(?:valgt|godkendt|vedtaget|tiltrådt)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OptionPhrase();

    [GeneratedRegex(
        @"\b(?:afvis(?:t|es|er|te)|forkastet|forkastes|forkastede|ikke godkendt|godkendes ikke|godkendte ikke|kan ikke (?:godkendes|imødekommes|tiltrædes)|imødekommes ikke|ikke imødekommet|nedstemt|stemt ned|forslaget faldt|bortfaldt|afslås|afslog|tiltrådte ikke|ikke tiltrådt|ikke vedtaget)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex RejectedPhrase();

    [GeneratedRegex(
        @"\b(?:indstilles|anbefales|oversendes|videresendes|fremsendes|indstiller|anbefaler|oversender|videresender|anbefalede|indstillede|oversendt|anbefalet)\b[^.]{0,120}?\b(?:til|over ?for|at)\b[^.]{0,60}?(?:godkendelse|vedtagelse|byråd|økonomiudvalg|kommunalbestyrelse|økonomi- og|regionsråd|godkendes|efterretning|orientering|tiltrædes|beslutning)|\b(?:indstillingen|sagen|forslaget)\s(?:blev\s)?anbefal(?:es|et)\b|^\s*(?:At \d:\s)?(?:Anbefales|Indstilles|Anbefalet)\b|\boversendes? til\b|\b(?:frem|over|videre)?send(?:es|t)\s(?:til\s(?:behandling|høring|udtalelse|drøftelse)\si\s|til\s)(?:\p{L}+-?,?\s(?:og\s)?){0,3}\p{L}*(?:udvalg|råd|bestyrelse|nævn|magistrat|direktion)(?:et|en)?\b|\bhenvis(?:es|t)\stil\s(?:\p{L}+-?\s(?:og\s)?)?\p{L}*(?:udvalg|råd)(?:et)?\b|\b(?:anbefaler|indstiller) (?:til |over for )?(?:Byråd|Økonomiudvalg|Kommunalbestyrelse)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex RecommendedPhrase();

    [GeneratedRegex(
        @"\btiltr(?:ådte|ådt|ædes|æder|adt)\b|\b(?:kan|kunne|vil|ville)\s(?:\p{L}+\s){0,2}?tiltræde\b|\bindstilling(?:en|erne)?\s(?:er |blev |blev enstemmigt |enstemmigt )?(?:godkendt|fulgt|vedtaget|tages til følge)\b|\b(?:godkendt|vedtaget|besluttet)\s(?:som|i overensstemmelse med|jf\.?|efter)\s(?:indstillet|indstillingen)\b|\bsom indstillet\b|\b(?:fulgte|følger|godkendte|vedtog|godkender) (?:administrationens |forvaltningens |direktionens )?indstilling(?:en|erne)?\b|\bindstilling(?:en|erne)? (?:blev )?tiltrådt",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AdoptsPhrase();

    [GeneratedRegex(
        @"\btil (?:orientering|efterretning|efteretning)\b|\b(?:modtog|modtager|fik|blev givet|blev) orientering(?:en)?\b|^\s*orienter(?:et|ing givet)\b|\bblev orienteret\b|\bmodtager orienteringen\b|\borienteringen (?:blev )?(?:givet|modtaget|taget)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NotePhrase();

    [GeneratedRegex(
        @"\b(?:orienteres|modtager orientering\p{L}*|tager orientering\p{L}* til)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OrientsPhrase();

    [GeneratedRegex(
        @"\b(?:godkend(?:t|es|te|er)|vedtag(?:et|es|er)|vedtog|bevilg(?:et|es|ede|er)|valgt(?: som)?|udpeg(?:et|es|ede|er)|meddelt|meddeles|frigiv(?:et|es)|imødekomm(?:es|et)|besluttet|konstitueret|enig(?:e|t)? i (?:indstillingen|forslaget)|indstilling(?:en)? følges)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ApprovedPhrase();

    [GeneratedRegex(
        @"\b(?:udvalget|byrådet|kommunalbestyrelsen|rådet)?\s?beslut(?:ter|tede|ning om)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex BesluttedePhrase();

    [GeneratedRegex(
        @"\bdrøft(?:ede|et|es|er|edes|else afholdt)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DiscussedPhrase();

    [GeneratedRegex(
        @"^(?:at \d:\s*)?(?:intet(?: at (?:bemærke|referere|tilføje))?|ingen(?: bemærkninger)?|ingen punkter|der var (?:intet|ingen (?:bemærkninger|punkter|spørgsmål)).{0,40}|intet til (?:referat|eventuelt|punktet))\s*\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NothingPhrase();

    [GeneratedRegex(@"\bunderskrift\p{L}*|underskriv", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex SignaturePhrase();

    /// <summary>
    /// "Tilbagesendes … med bemærkning, at udvalget har vedtaget indstillingen": the remark is the decision.
    /// </summary>
    [GeneratedRegex(
        @"\b(?:tilbage|frem|over)?sendes\b.{0,120}\bbemærkning,?\s(?:om,?\s)?at\b.{0,160}\b(?:har\s(?:vedtaget|tiltrådt|godkendt)|tiltræder|tiltrådte|vedtog|godkendte)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ReturnedAdopted();

    [GeneratedRegex(@"^(?:Byråd|Kommunalbestyrelse|Økonomiudvalg|Regionsråd|Økonomi- )", RegexOptions.CultureInvariant)]
    private static partial Regex HigherBody();

    [GeneratedRegex(
        @"\b(?:med (?:den |følgende )?(?:bemærkning(?:er)?|tilføjelse(?:r)?|beslutning) (?:om\b,?|at\b)|, (?:idet|således at|dog)\b)[^.]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Remark();
}
