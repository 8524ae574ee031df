using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// People who are not members and took part under an item, with the title printed before or behind the name.
/// </summary>
internal static partial class Guests
{
    /// <summary>The guests that the sentence names; none when it is about something else, or about members.</summary>
    public static List<PrintedGuest> Read(string sentence)
    {
        var m = TookPart().Match(sentence);
        if (!m.Success || People.WithParty(sentence).Any()) return [];
        var who = Lead().Replace(m.Groups["who"].Value.Trim(' ', ','), "");
        var behind = m.Groups["behind"].Success ? m.Groups["behind"].Value.Trim(' ', ',') : null;
        return behind is { Length: > 0 } && who.Length == 0 ? List(behind) : List(who);
    }

    private static List<PrintedGuest> List(string text)
    {
        if (text.Length is < 5 or > 600)
            return [];
        if (
            NameFirst().Match(text) is { Success: true } first
            && People.IsName(first.Groups["name"].Value)
            && !Title().IsMatch(first.Groups["name"].Value)
        )
        {
            var rest = first.Groups["title"].Value.Trim(' ', ',');
            var more = NextNamed().Split(rest);
            return more.Length < 2
                ? [new PrintedGuest(first.Groups["name"].Value, Tidy(rest))]
                : [new PrintedGuest(first.Groups["name"].Value, Tidy(more[0])), .. more.Skip(1).SelectMany(List)];
        }

        var guests = Segments().Split(text).Select(TitleFirst).OfType<PrintedGuest>().ToList();
        var shared = From().Match(text);
        return
            shared.Success
            && guests.Count > 0
            && guests.All(g => g.Title is null || shared.Groups["of"].Value.Contains(g.Title, StringComparison.Ordinal))
            ? [.. guests.Select(g => g with { Title = shared.Groups["of"].Value.Trim() })]
            : guests;
    }

    /// <summary>
    /// The name is the run of capitalised words at the end; words of a title, and what hangs on it by "for" or "og",
    /// are not the name.
    /// </summary>
    private static PrintedGuest? TitleFirst(string segment)
    {
        var text = From().Replace(segment.Trim(' ', ',', '.'), "").Trim(' ', ',');
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = words.Length;
        while (start > 0 && NameWord().IsMatch(words[start - 1]) && !Title().IsMatch(words[start - 1])) start--;
        if (start > 0 && words.Length - start > 2 && Binds().IsMatch(words[start - 1])) start++;
        while (words.Length - start > 4) start++;
        if (words.Length - start < 2) return null;
        var title = Tidy(string.Join(' ', words[..start]));
        return new PrintedGuest(
            string.Join(' ', words[start..]),
            title ?? (From().Match(segment) is { Success: true } from ? from.Groups["of"].Value.Trim() : null)
        );
    }

    private static string? Tidy(string title) => title.Trim(' ', ',', '.') is { Length: > 0 } text ? text : null;

    [GeneratedRegex(
        @"^(?<who>.*?)\b(?:deltog|deltager|medvirkede|medvirker|var til stede|var tilstede|holdt oplæg|gav oplæg)\b(?!\s(?:ikke|i stedet|online|virtuelt|som stedfortræder|for ))(?:\s(?<behind>(?:\p{Ll}+\s){0,2}\p{L}*(?:leder|chef|direktør|konsulent|koordinator|medarbejder|rådgiver)\b.{3,160}?))?\s(?:under|ved|i|som|med|til)\s(?:punktets?|sagens?|behandling(?:en)?|oplysning(?:en)?|oplæg|dette|gæst(?:er)?|drøftelse|dagsordenspunktet|orientering|præsentation)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex TookPart();

    [GeneratedRegex(
        @"^(?:På .{3,120}møde\s*|Under punktet\s*|Desuden\s*|Endvidere\s*|Fra (?:administrationen|forvaltningen)\s*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"^(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,4}),\s*(?<title>\S.*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NameFirst();

    [GeneratedRegex(
        @"\s*(?:;|,?\sog|,)\s+(?=\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3},\s)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NextNamed();

    [GeneratedRegex(
        @"\s*(?:;|,|\sog|\ssamt)\s+(?=(?:\p{L}+(?:-\sog\s\p{L}+)?(?:leder|chef|direktør|konsulent|koordinator|medarbejder|rådgiver|sekretær|forstander|rektor|specialist|jurist|planlægger|økonom|formand)|leder|chef|direktør|konsulent)(?:en)?\b)|\s+og\s+(?=\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?(?:\sfra\b|$))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Segments();

    [GeneratedRegex(
        @"(?:leder|chef|direktør|konsulent|koordinator|medarbejder|rådgiver|sekretær|forstander|rektor|specialist|jurist|planlægger|formand|økonom)(?:en)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Title();

    [GeneratedRegex(@"\s*\bfra\s(?<of>\p{Lu}.{1,80})$", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]*\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^(?:for|og|af|i|&|ved)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Binds();
}
