using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Headings that only this paper uses: the same short line right below the title of one item after another
/// ("Sagstema"). What an item was decided with, a name or a file is no heading.
/// </summary>
internal static class OwnHeadings
{
    public static HashSet<string> Of(PaperLines paper, IReadOnlyList<ItemHeading> candidates)
    {
        var below = new Dictionary<string, int>();
        var titled = 0;
        foreach (var candidate in candidates.Where(c => c.Title is not null && c.Style != NumberStyle.Glued))
        {
            titled++;
            if (
                paper.Below(candidate.At, 2).ToList() is not [var first, var second]
                || paper.ItemAt(second) is not null
            )
                continue;
            var text = paper[first].Text.Trim();
            if (IsHeadingLike(paper, first, text)) below[text] = below.GetValueOrDefault(text) + 1;
        }

        return [.. below.Where(b => b.Value > 1 && b.Value * 3 >= titled).Select(b => b.Key)];
    }

    private static bool IsHeadingLike(PaperLines paper, int at, string text) =>
        text.Length is > 3 and < 45
        && char.IsUpper(text[0])
        && !text.Any(char.IsDigit)
        && text[^1] is not ('.' or ',' or ';' or '?')
        && !paper[at].IsRow
        && !paper.Opens(at)
        && paper.ItemAt(at) is null
        && text.Count(c => c == ' ') < 5
        && DecisionKinds.Explicit(text) is null
        && !People.IsName(text)
        && BodyNames.Find(text) is null
        && !DocumentHead.IsHeadLine(text)
        && GroupHeadings.Of(text) is null;
}
