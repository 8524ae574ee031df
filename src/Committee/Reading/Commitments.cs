using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// What somebody is to do after the meeting: binding when the committee asks for it or the administration commits
/// itself; a single member's wish is kept apart from that.
/// </summary>
internal static partial class Commitments
{
    /// <summary>The commitment in a sentence that no single member speaks; null when there is none.</summary>
    public static PrintedFollowUp? Binding(string sentence)
    {
        if (Told().IsMatch(sentence) || Procedure().IsMatch(sentence))
            return null;
        if (!Administration().IsMatch(sentence) && !Committee().IsMatch(sentence) && !Attached().IsMatch(sentence))
            return null;
        var about = About().Match(sentence);
        var text = (about.Success ? sentence[(about.Index + about.Length)..] : sentence).Trim(' ', '.');
        var owner =
            Attached().IsMatch(sentence) || Committee().IsMatch(sentence) ? "administrationen"
            : Owner().Match(sentence) is { Success: true } o ? o.Value.ToLowerInvariant()
            : "administrationen";
        return new PrintedFollowUp(text, true, owner, PrintedDate.First(text)?.Date);
    }

    /// <summary>A member's proposal or request.</summary>
    public static PrintedFollowUp? Wish(PrintedRemark remark)
    {
        if (remark.Stance is not ("proposes" or "requests")) return null;
        var verb = Verb().Matches(remark.Text).LastOrDefault();
        var text = (verb is null ? remark.Text : remark.Text[verb.Index..]).Trim(' ', '.');
        return new PrintedFollowUp(text, false, null, PrintedDate.First(text)?.Date);
    }

    /// <summary>A deadline that the text of the chosen option sets.</summary>
    public static PrintedFollowUp? OfOption(string option, CaseSection? options)
    {
        if (options is null) return null;
        var inside = false;
        foreach (var line in options.Printed)
        {
            var text = ReadableLines.Collapse(line.Text);
            if (Lettered().Match(text) is { Success: true } letter)
                inside = letter.Groups["o"].Value.Equals(option, StringComparison.OrdinalIgnoreCase);
            if (!inside)
                continue;
            foreach (var sentence in Sentences.Of(text))
            {
                if (
                    Deadline().IsMatch(sentence)
                    && !Condition().IsMatch(sentence)
                    && PrintedDate.First(sentence) is { } due
                )
                    return new PrintedFollowUp(sentence.TrimEnd('.'), true, "administrationen", due.Date);
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\b(?:administrationen|forvaltningen|direktøren|direktionen|sekretariatet|borgmesteren|formanden|jobcent\p{L}+|centeret|center for|afdelingen|\p{L}+chefen|der|det|sagen|de)\b.{0,120}?\b(?:undersøger|undersøges|vil undersøge|arbejder videre|arbejdes videre|vil gå videre|går videre|vender tilbage|vil vende tilbage|udarbejder|udarbejdes|vil udarbejde|følger op|følges op|vil følge op|fremlægger|fremlægges|fremlægge|præsenteres|forelægges|forelægger|fremsender|fremsendes|sender|eftersendes|udsendes|udsender|indkalder|afklarer|afklares|tager kontakt|retter henvendelse|rettes henvendelse|sørger for|indarbejder|indarbejdes|iværksætter|iværksættes|tilføjes|aftales|planlægges|inviteres|inviterer|igangsættes|igangsætter|tilrettelægger|genbesøges|evalueres|afholdes|afrapporteres|belyses|belyser|udbygges|gives en status|skal (?:udarbejde|undersøge|fremlægge|følge|vende|indkalde|sende|arbejde))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Administration();

    [GeneratedRegex(
        @"\b(?:udvalget|byrådet|rådet|kommunalbestyrelsen|\p{Lu}[\p{L}-]+udvalget)\b.{0,60}?\b(?:gerne vil (?:modtage|have|se|høre|orienteres)|vil gerne (?:modtage|have|se|høre|orienteres)|ønsker (?:at (?:få|modtage|se|blive|følge)|en |et |fremlagt|forelagt|orientering|status|notat)|ønskede (?:at (?:få|modtage|se|blive)|en |et )|anmoder (?:om|administrationen|forvaltningen)|anmodede (?:om|administrationen|forvaltningen)|beder (?:om|administrationen|forvaltningen)|bad (?:om|administrationen|forvaltningen)|udbeder sig|udbad sig|imødeser|pålægger|opfordrer (?:administrationen|forvaltningen)|bliver fremadrettet|orienteres (?:løbende|på|kvartalsvis|halvårligt))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Committee();

    [GeneratedRegex(
        @"\b(?:vedlægges|vedhæftes|lægges ved)\b.{0,40}\breferat|\b(?:eftersendes|udsendes|fremsendes|sendes)\b.{0,60}\b(?:udvalget|medlemmer|efter mødet|efterfølgende)|^(?:på|til) (?:et |næste |udvalgets )?(?:kommende|næste|senere)?\s?møde\b.{0,40}\b(?:præsenteres|fremlægges|forelægges|drøftes|gives|orienteres)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Attached();

    [GeneratedRegex(
        @"\b(?:orienterede|fortalte|redegjorde|gennemgik|præsenterede|takkede) (?:om|for|kort|de|det|den|udvalget)\b|^\S+ orienterede\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Told();

    [GeneratedRegex(
        @"^(?:sagen|punktet|punkt \d+|pkt\.? \d+|orienteringspunkterne)\b.{0,60}\b(?:behandles|behandlet|udsættes|udsat|fremrykkes|udgår|genoptages|flyttes)\b|^udsættes|^udgår|^(?:forslaget|sagen|indstillingen|punktet)\s(?:frem|over|videre|tilbage)?sendes\b|\b(?:udvalget|rådet)\s(?:indstiller|anbefaler)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Procedure();

    [GeneratedRegex(
        @"\bbemærkning(?:er)? om,? at\s|\btilføjelse om,? at\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex About();

    [GeneratedRegex(
        @"\b(?:administrationen|forvaltningen|direktøren|direktionen|sekretariatet|borgmesteren|formanden|jobcent\p{L}+|\p{L}+chefen)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Owner();

    [GeneratedRegex(
        @"\b(?:foreslår|foreslog|anmoder|anmodede|opfordrer|opfordrede|ønsker|ønskede|beder|bad|efterspørger|efterspurgte|efterlyser|efterlyste)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"^(?:handlemulighed\s|mulighed\s|model\s)?(?<o>[A-Z]|\d{1,2})\s*[.):]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Lettered();

    [GeneratedRegex(
        @"\b(?:deadline|frist(?:en)?|senest|inden den)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Deadline();

    [GeneratedRegex(@"^(?:såfremt|hvis|dersom)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
