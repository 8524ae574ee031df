using System.Text.RegularExpressions;

namespace Virker.Committee;

/// <summary>What named members are printed as saying, and the stance that the verb gives.</summary>
internal static partial class Remarks
{
    /// <summary>Strongest first: who notes and proposes, proposes.</summary>
    private static readonly (string Stance, Func<Regex> Verb)[] Stances =
    [
        ("opposes", Opposes),
        ("proposes", Proposes),
        ("requests", Requests),
        ("asks", Asks),
        ("supports", Supports),
        ("informs", Informs),
        ("notes", Notes),
        ("requests", Wishes),
    ];

    /// <summary>
    /// The remarks in a sentence: none when it is not a named member's; several when two members say the same.
    /// </summary>
    public static List<PrintedRemark> Read(string sentence, DateOnly? date, IReadOnlyList<PrintedRemark> before)
    {
        var speakers = Speakers(sentence);
        if (speakers.Count == 0) return [];
        var said = sentence[speakers[^1].End..];
        if (Stance(said, sentence, before) is not { } stance) return [];
        return [.. speakers.Select(s => new PrintedRemark(date, s.Name, s.Party, stance, sentence))];
    }

    /// <summary>The members who stand at the head of the sentence, before its verb.</summary>
    private static List<People.Member> Speakers(string sentence)
    {
        var speakers = new List<People.Member>();
        var at = 0;
        foreach (var member in People.WithParty(sentence).OrderBy(m => m.Start))
        {
            if (!Joint().IsMatch(sentence[at..member.Start])) break;
            speakers.Add(member);
            at = member.End;
        }

        return speakers.Count > 0 ? speakers : Opponent(sentence);
    }

    /// <summary>Without a party only who is printed as being against: "Jan Dal kunne ikke tiltræde den."</summary>
    private static List<People.Member> Opponent(string sentence)
    {
        var m = NamedOpponent().Match(sentence);
        return m.Success && People.IsName(m.Groups["name"].Value)
            ? [new People.Member(m.Groups["name"].Value, null, 0, m.Groups["name"].Length)]
            : [];
    }

    private static string? Stance(string said, string sentence, IReadOnlyList<PrintedRemark> before)
    {
        var own = string.Join(' ', OwnVerbs().Matches(said).Select(m => m.Value));
        if (own.Length == 0) return null;
        var stance = Stances.FirstOrDefault(s => s.Verb().IsMatch(own)).Stance;
        return
            Wishes().IsMatch(own)
            && stance is "requests"
            && before.Any(b => b.Stance == "proposes" && Against(b.Text, sentence))
            ? "opposes"
            : stance;
    }

    /// <summary>The wish turns an earlier proposal round: fewer where more was proposed.</summary>
    private static bool Against(string earlier, string now)
    {
        (string, string)[] opposites =
        [
            ("flere", "færre"),
            ("mere", "mindre"),
            ("øge", "sænke"),
            ("øges", "sænkes"),
            ("hæve", "sænke"),
            ("højere", "lavere"),
            ("bevare", "nedlægge"),
            ("bevares", "nedlægges"),
        ];
        return opposites.Any(o =>
            (Has(earlier, o.Item1) && Has(now, o.Item2)) || (Has(earlier, o.Item2) && Has(now, o.Item1))
        );
    }

    /// <summary>Whether the word stands in the text on its own.</summary>
    private static bool Has(string text, string word)
    {
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += word.Length)
        {
            var ends = at + word.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (ends == text.Length || !char.IsLetterOrDigit(text[ends]))
            )
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"^(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,4})\s(?=stem(?:te|mer) imod|er imod|var imod|tager afstand|tog afstand|(?:kan|vil|kunne|ville) ikke (?:støtte|tiltræde|godkende|stemme for|bakke))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NamedOpponent();

    [GeneratedRegex(
        @"^\s*(?:(?:,|og|samt|Udvalgsformand(?:en)?|Formand(?:en)?|Næstformand(?:en)?|Borgmester(?:en)?|Byrådsmedlem|\s)+)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Joint();

    /// <summary>Only the speaker's own verbs: the first, and those joined to it by "og".</summary>
    [GeneratedRegex(
        @"^[\s,]*(?:(?:gør|har|kan|kunne|vil|ville|fik|lader|er|ønskede|ønsker)\s)?(?:ikke\s)?(?:fortsat\s|også\s|desuden\s|samtidig\s|ligeledes\s)?(?:\p{L}+(?:\s(?:imod|op om|op omkring|sig|til protokol|til referat|opmærksom på|afstand|for at|for|at stemme|tilfreds|ikke))?)|(?<=\b(?:og|samt|men)\s)(?:(?:kan|vil)\s(?:ikke\s)?)?(?:foreslår|foreslog|bemærker|bemærkede|anmoder|anmodede|spørger|spurgte|ønsker|ønskede|oplyser|opfordrer|opfordrede|stemte|stemmer|støtter|bakker op|tager afstand|beder|bad)(?:\s(?:imod|op))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnVerbs();

    [GeneratedRegex(
        @"\b(?:stem(?:te|mer) imod|er imod|tager afstand|tog afstand|(?:kan|vil|kunne|ville) ikke (?:støtte|tiltræde|godkende|stemme|bakke)|modsætter|modsatte|protesterer|protesterede|afviser|afviste|støtter ikke|støttede ikke)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Opposes();

    [GeneratedRegex(
        @"\b(?:foreslår|foreslog|stiller forslag|stillede forslag|fremsætter|fremsatte|begærer|begærede)\b|\b(?:stiller|stillede)\b(?=.*forslag)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Proposes();

    [GeneratedRegex(
        @"\b(?:anmoder|anmodede|opfordrer|opfordrede|beder|bad|efterspørger|efterspurgte|efterlyser|efterlyste|appellerer)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Requests();

    [GeneratedRegex(
        @"\b(?:spørger|spurgte|forespørger|forespurgte|rejste spørgsmål|undrer|undrede)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"\b(?:bakker op|bakkede op|støtter|støttede|tilslutter|tilsluttede|er enig|var enig|stem(?:te|mer) for|kan tilslutte|anbefaler|anbefalede|roser|roste)\b|\ber\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Supports();

    [GeneratedRegex(
        @"\b(?:oplyser|oplyste|orienterer|orienterede|fortæller|fortalte|meddeler|meddelte|informerer|informerede|redegjorde|redegør|henviser|henviste)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Informs();

    [GeneratedRegex(
        @"\b(?:bemærker|bemærkede|påpeger|påpegede|noterer|noterede|gør opmærksom|gjorde opmærksom|mener|mente|konstaterer|konstaterede|fremhæver|fremhævede|kommenterer|kommenterede|understreger|understregede|udtrykker|udtrykte|beklager|beklagede|finder|fandt|undlod|undlader|erklærer|erklærede|tilkendegav|tilkendegiver|fører til|vurderer|vurderede|kvitterer|kvitterede|tager forbehold|tog forbehold|afgav|afgiver)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Notes();

    [GeneratedRegex(
        @"\b(?:ønsker|ønskede|vil gerne|ville gerne)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Wishes();
}
