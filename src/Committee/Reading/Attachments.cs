using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Reads lists of attachments; one that is printed twice (with and without its number) is one attachment.
/// </summary>
internal static partial class Attachments
{
    public static List<PrintedAttachment> Read(IReadOnlyList<CaseSection> sections, IReadOnlyList<SourceLine> loose)
    {
        var found = new List<PrintedAttachment>();
        var places = new Dictionary<(string Key, string? Letter), List<int>>();
        foreach (
            var line in sections
                .Where(s => s.Heading.Key == SectionKey.Attachments)
                .SelectMany(s => Whole(s.Body).TakeWhile(l => !SubItem().IsMatch(l.Text)))
                .SelectMany(l => Parts(ReadableLines.Collapse(l.Text)))
                .Concat(Files(loose))
        )
        {
            if (One(line) is not { } attachment) continue;
            var same = (Key(attachment.Title), attachment.Letter);
            if (!places.TryGetValue(same, out var known))
                places[same] = known = [];
            var place = known.FindIndex(k =>
                found[k].DocNo is null || attachment.DocNo is null || found[k].DocNo == attachment.DocNo
            );
            if (place < 0)
            {
                known.Add(found.Count);
                found.Add(attachment);
            }
            else if (found[known[place]].DocNo is null && attachment.DocNo is not null)
                found[known[place]] = attachment;
        }

        return found;
    }

    /// <summary>
    /// The name of a file on a line of its own below the item's title is an attachment without a heading.
    /// </summary>
    private static IEnumerable<string> Files(IReadOnlyList<SourceLine> loose) =>
        loose
            .Select(l => ReadableLines.Collapse(l.Text))
            .Where(t => t.Length is > 5 and < 200 && Extension().IsMatch(t))
            .Select(t => Icon().Replace(t, ""));

    /// <summary>A title that was broken at the margin is one title: a small letter right below it.</summary>
    private static IEnumerable<SourceLine> Whole(List<SourceLine> body)
    {
        SourceLine? open = null;
        var blank = false;
        foreach (var line in body)
        {
            if (
                !line.IsBlank
                && open is not null
                && !blank
                && char.IsLower(line.Text.TrimStart()[0])
                && open.Text.Trim().Length > 20
                && !SubItem().IsMatch(line.Text)
            )
                open = open with { Text = open.Text.TrimEnd() + " " + line.Text.Trim() };
            else if (!line.IsBlank)
            {
                if (open is not null) yield return open;
                open = line;
            }

            blank = line.IsBlank;
        }

        if (open is not null) yield return open;
    }

    /// <summary>
    /// Several attachments on one line, where line breaks were lost: each starts as the first one does.
    /// </summary>
    private static string[] Parts(string text) =>
        BeforeOpen().Split(text) is { Length: > 1 } open ? open
        : text.Length < 60 ? [text]
        : DocNo().IsMatch(text) ? BeforeDocNo().Split(text)
        : Numbered().IsMatch(text) ? BeforeNumbered().Split(text)
        : Letter().Match(text) is { Success: true } a && a.Groups["l"].Value == "A" ? BeforeLetter().Split(text)
        : [text];

    private static PrintedAttachment? One(string text)
    {
        text = OpenBefore().Replace(FileKind().Replace(Size().Replace(Bullet().Replace(text, ""), ""), ""), "").Trim();
        if (text.Length is < 2 or > 300 || None().IsMatch(text)) return null;
        var number = DocNo().Match(text);
        if (number.Success && text[number.Length..].Trim(' ', '-', '–', ':') is { Length: > 0 } rest)
            return new PrintedAttachment(number.Groups["no"].Value, null, rest);
        if (DocNoBehind().Match(text) is { Success: true, Index: > 2 } behind)
            return new PrintedAttachment(behind.Groups["no"].Value, null, text[..behind.Index].Trim());
        var letter = Letter().Match(text);
        return letter.Success
            ? new PrintedAttachment(null, letter.Groups["l"].Value, text[letter.Length..].Trim())
            : new PrintedAttachment(null, null, text);
    }

    private static string Key(string title) =>
        NotLetters().Replace(Extension().Replace(title, ""), "").ToLowerInvariant();

    [GeneratedRegex(@"^(?:PDF|DOCX?|XLSX?|PPTX?)\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex FileKind();

    [GeneratedRegex(@"^(?:Åbent?|Lukket)\s?[-–:]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex OpenBefore();

    [GeneratedRegex(@"(?<=\S)\s+(?=(?:Åben|Lukket)\s[-–]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeOpen();

    [GeneratedRegex(@"^(?:[-–•·▪]\s*|\d{1,2}\.\s+(?=\S))", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(
        @"^(?<no>\d{2,4}-\d{4}-\d{1,8}|(?:19|20)\d{2}[-–]\d{3,8}|\d{3,8}/\d{2,4}|\d{2,4}/\d{3,8}(?:-\d{1,4})?|\d{7,10})\s*[-–:]?\s+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DocNo();

    /// <summary>"Forslag til mødeplan (dok.nr. 4410-22)".</summary>
    [GeneratedRegex(
        @"\s*\((?:dok|dokument)\.?\s?(?:nr|nummer|id)?\.?\s?:?\s?(?<no>\d[\d/-]{2,20})\)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DocNoBehind();

    [GeneratedRegex(@"\s+(?=(?:\d{2,4}-\d{4}-\d{1,8}|(?:19|20)\d{2}[-–]\d{4,8})\s)", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeDocNo();

    [GeneratedRegex(@"^Bilag \d{1,2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s+(?=Bilag \d{1,2}\s?[-–:.])", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeNumbered();

    [GeneratedRegex(@"\s+(?=[B-Z]\.\s\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeLetter();

    /// <summary>A letter alone opens the next sub-item: the list above it has ended.</summary>
    [GeneratedRegex(@"^application/\S+\s(?:icon|ikon)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Icon();

    [GeneratedRegex(@"^\s*[a-z]\.\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SubItem();

    [GeneratedRegex(@"^(?<l>[A-ZÆØÅ])[.)]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(
        @"^(?:ingen(?: bilag| bemærkninger)?|intet|bilag)\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex None();

    [GeneratedRegex(
        @"\s*\((?:pdf|docx?|xlsx?|pptx?)?,?\s*[\d.,]+\s*(?:kb|mb)\)\s*$|\s+[\d.,]+\s(?:kb|mb)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Size();

    [GeneratedRegex(@"\.(?:pdf|docx?|xlsx?|pptx?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[^\p{L}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();
}
