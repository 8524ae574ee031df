using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Finds the items. "Punkt n:" decides where it is printed. Else the numbered lines that form a rising sequence and are followed by
/// what an item holds (labels, sections). Else headings of the source without number, or the return of the first section. Else one case.
/// </summary>
internal static class ItemBoundaries
{
    public static List<ItemSpan> Find(IReadOnlyList<SourceLine> lines)
    {
        var contents = TableOfContents.Find(lines);
        var candidates = Enumerable.Range(0, lines.Count).Where(i => !contents.Contains(i)).Select(i => ItemHeading.Read(lines, i)).OfType<ItemHeading>().ToList();
        var chosen = Chosen(lines, candidates);
        return chosen.Count > 0 ? Spans(lines, chosen) : UnnumberedItems.Find(lines);
    }

    private static List<ItemHeading> Chosen(IReadOnlyList<SourceLine> lines, List<ItemHeading> candidates)
    {
        var named = candidates.Where(c => c.Named && (c.Title is not null || HasContent(lines, c.At))).ToList();
        if (named.Count > 0) return Sequence(named, c => c.Title is null ? 5 : 10);
        var printed = candidates.GroupBy(c => (c.Number, c.Key)).ToDictionary(g => g.Key, g => g.Count());
        return Sequence(candidates, c => Weight(lines, c) + (c.Key.Length > 0 && printed[(c.Number, c.Key)] > 1 ? 1 : 0));
    }

    /// <summary>How much speaks for a numbered line being an item: what stands below it, the type letter, the source's own mark.</summary>
    private static int Weight(IReadOnlyList<SourceLine> lines, ItemHeading c)
    {
        if ((c.Title?.Length ?? 0) > 250) return 0;
        var below = Below(lines, c.At, 2).ToList();
        var weight = c.Type is null ? 0 : 2;
        if (c.Marked) weight += 6;
        if (below.Count > 0 && ItemFields.IsLabel(lines[below[0]].Text)) weight += 10;
        else if (below.Count > 0 && SectionHeadings.Recognise(lines[below[0]]) is not null) weight += lines[below[0]].IsHeading || c.Title?.EndsWith('.') == false ? 5 : 2;
        else if (below.Count > 0 && ItemHeading.Read(lines, below[0]) is { } twin && twin.Number == c.Number && twin.Key == c.Key) weight += 3;
        else if (below.Count > 1 && (ItemFields.IsLabel(lines[below[1]].Text) || SectionHeadings.Recognise(lines[below[1]]) is not null) && !c.Marked) weight += c.Title is null ? 5 : 1;
        return weight;
    }

    /// <summary>The heaviest rising sequence of numbers; a step of one is preferred to a jump.</summary>
    private static List<ItemHeading> Sequence(List<ItemHeading> candidates, Func<ItemHeading, int> weigh)
    {
        var weighed = candidates.Select(c => (Heading: c, Weight: weigh(c))).Where(c => c.Weight > 0).TakeLast(3000).ToList();
        var best = new (int Total, int Before)[weighed.Count];
        for (var i = 0; i < weighed.Count; i++)
        {
            best[i] = (weighed[i].Weight * 2, -1);
            for (var j = 0; j < i; j++)
            {
                var step = weighed[i].Heading.Number - weighed[j].Heading.Number;
                if (step < 1) continue;
                var total = best[j].Total + (weighed[i].Weight * 2) - (step == 1 ? 0 : step < 4 ? 1 : 6);
                if (total > best[i].Total) best[i] = (total, j);
            }
        }

        var chain = new List<ItemHeading>();
        if (weighed.Count == 0) return chain;
        for (var at = Array.IndexOf(best, best.MaxBy(b => b.Total)); at >= 0; at = best[at].Before) chain.Insert(0, weighed[at].Heading);
        return chain.Count == 1 && !chain[0].Named && best.Max(b => b.Total) < 10 ? [] : chain;
    }

    private static List<ItemSpan> Spans(IReadOnlyList<SourceLine> lines, List<ItemHeading> chosen)
    {
        var starts = chosen.Select(c => FirstPrint(lines, c)).ToList();
        var spans = new List<ItemSpan>();
        for (var i = 0; i < chosen.Count; i++)
        {
            var (heading, body) = (chosen[i], starts[i] + 1);
            if (heading.Title is null && Below(lines, heading.At, 1).Select(n => (int?)n).FirstOrDefault() is { } next && IsTitle(lines[next]))
            {
                var (title, type) = ItemHeading.SplitType(ReadableLines.Collapse(lines[next].Text));
                (heading, body) = (heading with { Title = title, Type = type }, next + 1);
            }

            spans.Add(new ItemSpan(heading.Number, heading.Title, heading.Type, starts[i], body, i + 1 < chosen.Count ? starts[i + 1] : lines.Count));
        }

        return spans;
    }

    private static bool IsTitle(SourceLine line) => line.Text.Length < 250 && SectionHeadings.Recognise(line) is null && !ItemFields.IsLabel(line.Text);

    /// <summary>A heading may be printed twice, right above the item or above its outer heading: the item starts at the upper one.</summary>
    private static int FirstPrint(IReadOnlyList<SourceLine> lines, ItemHeading heading)
    {
        var at = heading.At;
        for (var i = at - 1; i >= 0 && at - i < 6; i--)
        {
            if (lines[i].IsBlank || SectionHeadings.Recognise(lines[i]) is { Key: SectionKey.CaseContent, Rest: null }) continue;
            if (ItemHeading.Read(lines, i) is { } twin && twin.Number == heading.Number && twin.Key == heading.Key) at = i;
            else break;
        }

        return at;
    }

    private static bool HasContent(IReadOnlyList<SourceLine> lines, int at) =>
        Below(lines, at, 3).Any(i => ItemFields.IsLabel(lines[i].Text) || SectionHeadings.Recognise(lines[i]) is not null);

    public static IEnumerable<int> Below(IReadOnlyList<SourceLine> lines, int at, int count) =>
        Enumerable.Range(at + 1, Math.Min(40, lines.Count - at - 1)).Where(i => !lines[i].IsBlank).Take(count);
}
