using System.Text.RegularExpressions;

namespace Virker.Committee;

/// <summary>
/// Where the title of an item stands: behind the number, below it, above "Sag nr. 12", broken over two lines; and where
/// the item starts.
/// </summary>
internal static partial class ItemTitles
{
    public static List<ItemSpan> Spans(PaperLines paper, List<ItemHeading> chosen)
    {
        var aboveIsUsual =
            chosen.Count(c => c.Title is null && Below(paper, c) < 0 && Above(paper, c) >= 0) * 2 > chosen.Count;
        var caseAbove =
            chosen.Count(c => ItemShape.CaseLineAbove(paper, c) >= 0) * 2 > chosen.Count
            && chosen.Count(c => paper.Below(c.At, 1).Any(paper.IsLabel)) * 2 < chosen.Count;
        var found = chosen.ConvertAll(c => Titled(paper, c, aboveIsUsual, caseAbove));
        return
        [
            .. found.Select(
                (f, n) =>
                    new ItemSpan(
                        f.Heading.Number,
                        f.Heading.Sub,
                        f.Heading.Title,
                        f.Heading.Type,
                        f.From,
                        f.Body,
                        n + 1 < found.Count ? Math.Max(f.Body, found[n + 1].From) : paper.Count
                    )
            ),
        ];
    }

    /// <summary>The line of the title below the number; -1 where something else stands there.</summary>
    public static int Below(PaperLines paper, ItemHeading c) =>
        paper.Below(c.At, 1).Where(i => IsTitle(paper, i)).Select(i => (int?)i).FirstOrDefault() ?? -1;

    /// <summary>The title goes on: a small letter right below it, and then what an item opens with.</summary>
    public static bool IsBroken(PaperLines paper, ItemHeading c, int next) =>
        c.Title is { Length: > 15 } title
        && next == c.At + 1
        && !title.EndsWith('.')
        && paper[next].Text.TrimStart() is { Length: > 2 and < 120 } text
        && char.IsLower(text[0])
        && !paper[next].IsRow;

    private static (ItemHeading Heading, int From, int Body) Titled(
        PaperLines paper,
        ItemHeading c,
        bool aboveIsUsual,
        bool caseAbove
    )
    {
        if (c.Title is null && aboveIsUsual && Above(paper, c) is >= 0 and var above)
            return (With(paper, c, above), above, c.At + 1);
        var (heading, from, body) = (c, FirstPrint(paper, c), c.At + 1);
        if (from < c.At) body = from + 1;
        if (c.Title is null && Below(paper, c) is >= 0 and var below)
        {
            (heading, body) = (With(paper, c, below), below + 1);
            if (
                paper[below].Text.Length > 15
                && paper.Below(below, 2).ToList() is [var more, var opens]
                && paper.Opens(opens)
                && IsBroken(paper, heading with { At = below }, more)
            )
                (heading, body) = (Joined(paper, heading, more), more + 1);
        }
        else if (
            paper.Below(c.At, 2).ToList() is [var next, var after]
            && IsBroken(paper, c, next)
            && paper.Opens(after)
        )
            (heading, body) = (Joined(paper, c, next), next + 1);

        return caseAbove && ItemShape.CaseLineAbove(paper, c) is >= 0 and var label && label < from
            ? (heading, label, label)
            : (heading, from, body);
    }

    private static ItemHeading With(PaperLines paper, ItemHeading c, int at)
    {
        var (title, type) = ItemHeading.SplitType(ReadableLines.Collapse(paper[at].Text));
        return c with { Title = title, Type = type };
    }

    private static ItemHeading Joined(PaperLines paper, ItemHeading c, int more)
    {
        var (title, type) = ItemHeading.SplitType(ReadableLines.Collapse(c.Title + " " + paper[more].Text));
        return c with { Title = title, Type = type };
    }

    private static int Above(PaperLines paper, ItemHeading c) =>
        paper.Above(c.At, 2) is >= 0 and var at
        && IsTitle(paper, at)
        && !paper[at].Text.TrimEnd().EndsWith('.')
        && !DocumentHead.IsHeadLine(paper[at].Text)
            ? at
            : -1;

    private static bool IsTitle(PaperLines paper, int at) =>
        paper[at].Text.Trim() is { Length: > 2 and < 250 } text
        && !paper[at].IsRow
        && !paper.Opens(at)
        && paper.ItemAt(at) is null
        && (char.IsUpper(text[0]) || char.IsDigit(text[0]) || Quoted().IsMatch(text))
        && text.Any(char.IsLetter);

    /// <summary>
    /// A heading may be printed twice, right above the item or above its outer heading: the item starts at the upper
    /// one.
    /// </summary>
    private static int FirstPrint(PaperLines paper, ItemHeading heading)
    {
        var at = heading.At;
        for (var i = at - 1; i >= 0 && at - i < 6; i--)
        {
            if (paper[i].IsBlank || paper.Section(i) is { Key: SectionKey.CaseContent, Rest: null })
                continue;
            if (
                paper.ItemAt(i) is { } twin
                && twin.Order == heading.Order
                && (twin.Key == heading.Key || twin.Title is null)
            )
                at = i;
            else
                break;
        }

        return at;
    }

    [GeneratedRegex(@"^[""”“«]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
