using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Recognises people: "Helle Blak (UFP)", lists of names with roles and clock times, and the other way round "A (Ali
/// Yavuz)".
/// </summary>
internal static partial class People
{
    /// <summary>A name with its party in brackets, and where it stands.</summary>
    public sealed record Member(string Name, string? Party, int Start, int End);

    public static IEnumerable<Member> WithParty(string text)
    {
        foreach (Match m in NameParty().Matches(text))
        {
            var name = WithoutRole(m.Groups["name"].Value);
            if (IsName(name))
                yield return new Member(
                    name,
                    m.Groups["party"].Value.Trim(),
                    m.Index + m.Groups["name"].Value.LastIndexOf(name, StringComparison.Ordinal),
                    m.Index + m.Length
                );
        }

        foreach (Match m in PartyName().Matches(text))
        {
            if (IsName(m.Groups["name"].Value))
                yield return new Member(m.Groups["name"].Value, m.Groups["party"].Value, m.Index, m.Index + m.Length);
        }
    }

    /// <summary>The people of a list: parted by commas, semicolons, "og", or each on a line.</summary>
    public static List<PrintedPerson> List(string text)
    {
        var people = new List<PrintedPerson>();
        foreach (
            var part in Parts()
                .Split(
                    InsteadOf()
                        .Replace(Clocks().Replace(text, m => m.Value.Replace(",", " ", StringComparison.Ordinal)), "")
                )
        )
        {
            if (people.Count > 0 && people[^1].Party is null && PartyAlone().IsMatch(part.Trim(' ', '.')))
                people[^1] = people[^1] with { Party = part.Trim(' ', '.') };
            else if (One(part) is { } person)
                people.Add(person);
        }

        return people;
    }

    /// <summary>One person with what stands about them; null when the text is not a name.</summary>
    public static PrintedPerson? One(string text)
    {
        var entry = Bullet().Replace(text.Trim(), "").Trim(' ', '.', ',', ';');
        if (entry.Length is < 4 or > 160) return null;
        var from = From().Match(entry) is { Success: true } f ? PrintedTime.Bare(f.Value) : null;
        var until = Until().Match(entry) is { Success: true } u ? PrintedTime.Bare(u.Value) : null;
        entry = Clocks().Replace(entry, "").Trim(' ', ',', '.', '-', '–');
        var m = NameParty().Match(entry);
        var (name, party, rest) = m.Success
            ? (
                m.Groups["name"].Value,
                m.Groups["party"].Value.Trim(),
                (entry[..m.Index] + " " + entry[(m.Index + m.Length)..]).Trim(' ', '-', '–', ',')
            )
            : (entry, null, "");
        if (!m.Success && RoleBehind().Match(name) is { Success: true } behind)
            (name, rest) = (name[..behind.Index], behind.Groups["role"].Value);
        var plain = WithoutRole(name.Trim());
        var role = plain.Length < name.Trim().Length ? name.Trim()[..^plain.Length].Trim() : rest;
        if (rest.Length > 0 && (rest.Length > 40 || !Role().IsMatch(rest))) return null;
        return IsName(plain) ? new PrintedPerson(plain, party, RoleOf(role), from, until) : null;
    }

    /// <summary>Two to six capitalised words, none of which is a word of the trade.</summary>
    public static bool IsName(string text) =>
        text.Length is > 3 and < 80 && FullName().IsMatch(text) && !NotName().IsMatch(text);

    /// <summary>The name without "Formand", "Borgmester" and the like in front.</summary>
    public static string WithoutRole(string name)
    {
        var m = RoleBefore().Match(name);
        return m.Success ? name[m.Length..].Trim() : name.Trim();
    }

    private static string? RoleOf(string text)
    {
        var m = Role().Match(text);
        return m.Success ? m.Value.ToLowerInvariant() : null;
    }

    [GeneratedRegex(
        @"(?<name>\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:af|von|van|de|el|al|da|bin|ben|abu)\s+)?\p{Lu}[\p{L}'’.-]*){1,6})\s*\(\s*(?<party>\p{Lu}{1,4}|Løsgænger|løsgænger|UFP|uden for parti(?:erne)?|Lokallisten|Nye Borgerlige|Alternativet|Enhedslisten|Venstre|Konservative|Radikale(?: Venstre)?|SF|Socialdemokrati(?:et|erne)|Liberal Alliance|Dansk Folkeparti|Moderaterne|Danmarksdemokraterne)\s*\)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NameParty();

    [GeneratedRegex(
        @"(?<![\p{L}(])(?<party>\p{Lu}{1,2})\s\((?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,4})\)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PartyName();

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'’-]*\.?(?:\s+(?:(?:af|von|van|de|el|al|da|bin|ben|abu)\s+)?\p{Lu}[\p{L}'’-]*\.?){1,5}$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FullName();

    [GeneratedRegex(
        @"\b(?:Kommune|Udvalg\w*|Center|Centeret|Jobcenter|Forvaltning\w*|Administration\w*|Ingen|Punkt|Bilag|Side|Referat|Dagsorden|Rådhus\w*|Mødet|Beslutning|Indstilling|Sag|Afbud|Fraværende|Lokale|Region|Ministerium\w*|Byråd\w*|Der|Det|Den|Alle|Følgende|Godkendt|Mødested|Deltagere)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NotName();

    [GeneratedRegex(
        @"^(?:(?:Udvalgs)?formand(?:en)?|Næstformand(?:en)?|(?:Vice)?borgmester(?:en)?|(?:1\.|2\.)\s?viceborgmester|Byrådsmedlem|Udvalgsmedlem|Kommunalbestyrelsesmedlem|Medlem|Suppleant|Stedfortræder|Rådmand|Sekretær|Intet|Godkendt|Tiltrådt|Drøftet|Udsat|Ingen|Fraværende)[.:]?\s+(?=\p{Lu})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex RoleBefore();

    [GeneratedRegex(
        @"\s*(?:[-–,]\s*|\()(?<role>(?:udvalgs)?formand|næstformand|suppleant|stedfortræder|medlem|sekretær|referent|borgmester)\b.*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex RoleBehind();

    [GeneratedRegex(
        @"næstformand|formand|viceborgmester|borgmester|suppleant|stedfortræder|sekretær|referent|rådmand",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Role();

    /// <summary>The party behind a comma: "Rikke Tang, A".</summary>
    [GeneratedRegex(@"^(?:\p{Lu}{1,3}|Løsgænger|løsgænger|UFP)$", RegexOptions.CultureInvariant)]
    private static partial Regex PartyAlone();

    [GeneratedRegex(
        @"\s*\((?:midlertidigt|stedfortræder|suppleant|supp\.|i stedet|for|indkaldt|afløser)\b[^()]{0,80}\)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex InsteadOf();

    [GeneratedRegex(
        @"\s*[,;•·|\n\t\u2028]\s*|\s+(?:og|samt)\s+(?=\p{Lu})|\s+(?:ved|med|meldt)\s+afbud\b\s*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?:[-–•·*]|\d{1,2}[.)])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(
        @"\(?\s*(?:(?:deltog|mødte|ankom|kom|til stede|tilstede|deltager|forlod mødet|gik|fratrådte|indtrådte|fra|til|indtil|efter|ankommer)\s*,?\s*)+(?:kl\.?)\s*\d{1,2}(?:[:.]\d{2})?(?:\s*(?:-|–|til)\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2})?[^,;()\n]{0,40}\)?|\(\s*\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}\s*\)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Clocks();

    [GeneratedRegex(
        @"(?:\bfra|ankom(?:mer)?|mødte|indtrådte|\bkom)\s*(?:kl\.?)\s*\d{1,2}(?:[:.]\d{2})?|(?<=\()\d{1,2}[:.]\d{2}(?=\s*[-–])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex From();

    [GeneratedRegex(
        @"(?:\btil|indtil|forlod mødet|\bgik|fratrådte)\s*(?:kl\.?)\s*\d{1,2}(?:[:.]\d{2})?|(?<=[-–]\s?)\d{1,2}[:.]\d{2}(?=\s*\))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Until();
}
