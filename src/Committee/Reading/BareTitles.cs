using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Items of which only the title is printed: the whole of an agenda that is sent out as a list, or single ones between
/// others that have a text ("6. Eventuelt", a closed item). They are numbered one after the other and stand apart.
/// </summary>
internal static class BareTitles
{
    private const int Longest = 200;

    /// <summary>The items found, with those whose numbers are missing between or behind them.</summary>
    public static List<ItemHeading> Filled(PaperLines paper, List<ItemHeading> chosen, List<ItemHeading> candidates)
    {
        if (chosen.Count == 0 || chosen.Exists(c => c.Sub is not null)) return chosen;
        var style = chosen.GroupBy(c => c.Style).MaxBy(g => g.Count())!.Key;
        var numbers = chosen.Select(c => c.Number).ToHashSet();
        var filled = new List<ItemHeading>();
        var next = 0;
        ItemHeading? last = null, before = null;
        foreach (var candidate in candidates)
        {
            while (next < chosen.Count && chosen[next].At <= candidate.At)
                filled.Add(last = chosen[next++]);
            if (candidate.At == last?.At)
                continue;
            var aboveIsPoint =
                before is not null
                && before != last
                && before.Number == candidate.Number - 1
                && before.Style == style
                && candidate.At - before.At < 4;
            before = candidate;
            if (aboveIsPoint) continue;
            var expected = last is null ? 0 : last.Number + 1;
            if (
                candidate.Style != style
                || candidate.Sub is not null
                || numbers.Contains(candidate.Number)
                || !IsBare(paper, candidate)
            )
                continue;
            var precedes = last is null && chosen[0].Number == candidate.Number + 1 && candidate.Number == 1;
            if (!precedes && (candidate.Number != expected || (next < chosen.Count && chosen[next].Number <= candidate.Number))) continue;
            filled.Add(last = candidate);
            numbers.Add(candidate.Number);
        }

        filled.AddRange(chosen.Skip(next));
        return filled;
    }

    /// <summary>
    /// An agenda of titles alone: at least two, one after the other from the first on, and nothing else numbered.
    /// </summary>
    public static List<ItemSpan> Agenda(PaperLines paper, List<ItemHeading> candidates)
    {
        if (
            !Enumerable
                .Range(0, Math.Min(paper.Count, 200))
                .Any(i => !paper[i].IsBlank && paper[i].Text.Length < 200 && DocumentHead.NamesKind(paper[i].Text))
        )
            return [];
        foreach (var style in candidates.Where(c => c is { Title: not null, Sub: null }).GroupBy(c => c.Style))
        {
            var titles = style.ToList();
            var rises = titles.Count > 1 && titles.Zip(titles.Skip(1)).All(p => p.Second.Number == p.First.Number + 1);
            if (!rises || titles.Exists(t => !IsTitle(t)) || titles.Count(t => IsBare(paper, t)) * 2 < titles.Count)
                continue;
            return ItemTitles.Spans(paper, titles);
        }

        return [];
    }

    private static bool IsTitle(ItemHeading c) =>
        c.Title is { Length: > 2 and < Longest } title && title[^1] is not (',' or ';');

    /// <summary>A line apart: above and below it nothing, another title or the heading of a group.</summary>
    private static bool IsBare(PaperLines paper, ItemHeading c)
    {
        if (!IsTitle(c) || c.Title!.EndsWith('.')) return false;
        return Apart(paper, c, c.At - 1) && Apart(paper, c, c.At + 1);
    }

    private static bool Apart(PaperLines paper, ItemHeading c, int at)
    {
        if (at < 0 || at >= paper.Count || paper[at].IsBlank) return true;
        if (paper[c.At].IsHeading && (at > c.At || !paper[at].IsRow)) return true;
        // In a list of points the number before stands right above, and is no item.
        return paper.IsGroup(at)
            || GroupHeadings.IsClosing(paper[at].Text)
            || (
                paper.ItemAt(at) is { } beside
                && beside.Style == c.Style
                && Math.Abs(beside.Number - c.Number) == 1
                && c.Style != NumberStyle.Alone
            );
    }
}
