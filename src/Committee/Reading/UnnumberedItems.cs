using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Items without numbers: under headings that the source marks itself, or, where titles are lost too, from the return
/// of the label or section that opens the first one. Otherwise the whole document is a single case.
/// </summary>
internal static class UnnumberedItems
{
    public static List<ItemSpan> Find(PaperLines lines)
    {
        var opens = Opening(lines);
        if (opens.Count == 0) return [];
        var titled = Titled(lines);
        if (titled.Count > 1) return Spans(lines, titled);
        return opens.Count > 1 ? Spans(lines, opens.ConvertAll(i => (At: i, Body: i))) : [Single(lines, opens[0])];
    }

    /// <summary>
    /// Where an item opens: its first label or section, and each later place where the same opens again after a section
    /// of another kind.
    /// </summary>
    private static List<int> Opening(PaperLines lines)
    {
        var marks = new List<(int At, string Key)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (DocumentHead.IsHeadLine(lines[i].Text) && marks.Count == 0) continue;
            if (lines.IsLabel(i)) marks.Add((i, "label"));
            else if (lines.Section(i) is { } heading) marks.Add((i, heading.Key));
        }

        if (marks.Count == 0) return [];
        var first = marks[0].Key;
        var starts = new List<int> { marks[0].At };
        if (first is SectionKey.Decision or SectionKey.Attachments or SectionKey.Recommendation or SectionKey.Other)
            return starts;
        for (var i = 1; i < marks.Count; i++)
        {
            if (marks[i].Key == first && marks[i - 1].Key != first) starts.Add(marks[i].At);
        }

        return starts;
    }

    private static List<(int At, int Body)> Titled(PaperLines lines)
    {
        var titled = new List<(int, int)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (
                !lines[i].IsHeading
                || lines[i].IsBlank
                || lines.Section(i) is not null
                || DocumentHead.IsHeadLine(lines[i].Text)
            )
                continue;
            var below = lines.Below(i, 1).ToList();
            if (below.Count > 0 && (lines.Opens(below[0]))) titled.Add((i, i + 1));
        }

        return titled;
    }

    private static List<ItemSpan> Spans(PaperLines lines, List<(int At, int Body)> starts) =>
        [
            .. starts.Select(
                (s, n) =>
                {
                    var (at, body) =
                        s.Body > s.At ? (s.At, s.Body)
                        : BelowLabel(lines, s.At) is >= 0 and var below ? (below, s.At)
                        : (-1, s.Body);
                    var (title, type) =
                        at >= 0 ? ItemHeading.SplitType(ReadableLines.Collapse(lines[at].Text)) : (null!, null);
                    return new ItemSpan(
                        null,
                        null,
                        title,
                        type,
                        s.At,
                        body,
                        n + 1 < starts.Count ? starts[n + 1].At : lines.Count
                    );
                }
            ),
        ];

    /// <summary>The title printed below the line with the case's number; -1 where a section follows at once.</summary>
    private static int BelowLabel(PaperLines lines, int at)
    {
        if (!lines.IsLabel(at)) return -1;
        foreach (var next in lines.Below(at, 4))
        {
            if (lines.IsLabel(next)) continue;
            var text = lines[next].Text.Trim();
            return
                lines.Section(next) is null
                && Plausible(lines[next])
                && char.IsUpper(text[0])
                && !text.EndsWith('.')
                && text.Length < 160
                ? next
                : -1;
        }

        return -1;
    }

    private static ItemSpan Single(PaperLines lines, int opens)
    {
        var at = Title(lines, opens);
        if (at < 0) return new ItemSpan(null, null, null, null, opens, opens, lines.Count);
        var (title, type) = ItemHeading.SplitType(ReadableLines.Collapse(lines[at].Text));
        return new ItemSpan(null, null, title, type, at, at + 1, lines.Count);
    }

    /// <summary>
    /// The title above the case: a line that the source marks as heading or that has a type letter, else the last line
    /// before it opens.
    /// </summary>
    private static int Title(PaperLines lines, int opens)
    {
        var above = Enumerable.Range(0, opens).Where(i => Plausible(lines[i])).ToList();
        if (above.Count == 0)
            return -1;
        var marked = above
            .Where(i => lines[i].IsHeading || ItemHeading.SplitType(lines[i].Text).Type is not null)
            .ToList();
        if (marked.Count > 0)
            return marked[^1];
        var last = above[^1];
        return
            Enumerable
                .Range(last + 1, opens - last - 1)
                .All(i => lines[i].IsBlank || DocumentHead.IsHeadLine(lines[i].Text))
            && !lines[last].Text.TrimEnd().EndsWith('.')
            ? last
            : -1;
    }

    private static bool Plausible(SourceLine line) =>
        line.Text.Trim().Length is > 4 and < 220
        && !line.IsRow
        && !DocumentHead.IsHeadLine(line.Text)
        && line.Text.Any(char.IsLetter)
        && !line.Text.Contains('>')
        && !line.Text.Contains('|');
}
