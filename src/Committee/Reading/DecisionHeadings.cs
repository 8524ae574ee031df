using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Headings of decisions: "Beslutning", "Beslutning i X den 12. april 2021:", "X's beslutning den 04.12.2012 Punkt 3",
/// other words for it, and a body with a date and no word at all.
/// </summary>
internal static partial class DecisionHeadings
{
    public static SectionHeading? Recognise(string text)
    {
        if (text.Length > 400) return Inline(text);
        var m = WithWord().Match(text);
        if (m.Success) return Of(text, m.Groups["rest"].Value);
        m = BodyFirst().Match(text);
        if (m.Success && BodyNames.Find(m.Groups["body"].Value) is not null)
            return Of(text, m.Groups["body"].Value + " " + m.Groups["rest"].Value);
        return OtherWord().IsMatch(text)
            ? new SectionHeading(SectionKey.Decision, text.TrimEnd(':').Trim())
            : Inline(text);
    }

    /// <summary>
    /// A body and a date and nothing else (a number of the item may follow): a decision only where the text below reads
    /// like one.
    /// </summary>
    public static SectionHeading? BodyAndDate(string text)
    {
        if (text.Length > 200 || PrintedDate.First(text) is not { } date || date.Start == 0) return null;
        var body = BodyNames.Find(text[..date.Start]);
        if (body is null && BodyByForm.BeforeDateAndItem(text, date) is { } named)
            return new SectionHeading(SectionKey.Decision, text.Trim(), null, date.Date, named);
        if (body is null || !text.StartsWith(body[..Math.Min(4, body.Length)], StringComparison.Ordinal))
            return null;
        var between = text[..date.Start][text.IndexOf(body[^4..], StringComparison.Ordinal)..];
        var after = text[(date.Start + date.Length)..];
        return between.Length < 30 && AfterDate().IsMatch(after)
            ? new SectionHeading(SectionKey.Decision, text.Trim(), null, date.Date, body)
            : null;
    }

    private static SectionHeading Of(string text, string rest)
    {
        var date = PrintedDate.First(rest);
        return new SectionHeading(SectionKey.Decision, text.Trim(), null, date?.Date, BodyNames.Find(rest));
    }

    /// <summary>"Beslutning den 5. maj 2020: Godkendt." on one line.</summary>
    private static SectionHeading? Inline(string text)
    {
        var m = WithText().Match(text);
        if (!m.Success) return null;
        var head = m.Groups["head"].Value;
        return new SectionHeading(
            SectionKey.Decision,
            head.TrimEnd(':').Trim(),
            m.Groups["text"].Value.Trim(),
            PrintedDate.First(head)?.Date,
            BodyNames.Find(head)
        );
    }

    [GeneratedRegex(
        @"^(?:Udvalgets\s|Byrådets\s|Kommunalbestyrelsens\s)?Beslutning(?:er|en)?(?<rest>\s*:?|\s(?:i|fra|af|truffet\si|for|den|d\.|på|\p{Lu}|\()[^:;]{0,170}(?:\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}|udvalget|rådet|bestyrelsen|den|\))[^.:;]{0,25}:?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex WithWord();

    [GeneratedRegex(
        @"^(?<body>\p{Lu}[^.:;]{2,110}?)(?:['’]?s)?\s(?:beslutning|afgørelse|vedtagelse|behandling)(?<rest>(?:\s(?:den|d\.|i|på|fra|af))?[^.:;]{0,20}[\d./-]*\s?\p{L}*\s?\d{4}[^.:;]{0,25}:?)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BodyFirst();

    [GeneratedRegex(
        @"^(?:udvalgets afgørelse|afgørelse|vedtagelse|protokol|protokollat|protokollering|udvalgets konklusion|beslutningsreferat|behandling|udvalgets behandling|referat af behandlingen|mødebehandling|beslutninger|vedtaget|referat)\s*:?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OtherWord();

    [GeneratedRegex(
        @"^(?<head>(?:Udvalgets\s)?(?:Beslutning(?:en)?|Afgørelse|Protokol)(?:\s(?:i|fra|for|den|d\.|\p{Lu})[^:]{0,150})?:)\s*(?<text>\S.*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WithText();

    [GeneratedRegex(
        @"^[,\s]*(?:(?:pkt|punkt|sag|pkt\.|dagsordenspunkt)\.?\s*(?:nr\.?\s*)?\d{1,4})?\s*[:.]?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AfterDate();
}
