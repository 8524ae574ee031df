namespace Virker.Committee;

/// <summary>
/// How much speaks for a numbered line being an item: what stands below and above it, the type letter, the source's own
/// mark.
/// </summary>
internal sealed class ItemShape
{
    private readonly PaperLines _paper;
    private readonly string? _opening;
    private readonly HashSet<int> _points;

    public ItemShape(PaperLines paper, IReadOnlyList<ItemHeading> candidates)
    {
        _paper = paper;
        _points = Points(candidates);
        _opening = candidates
            .Select(c => Next(c).Select(i => paper.Section(i)?.Key).FirstOrDefault())
            .OfType<string>()
            .GroupBy(k => k)
            .Where(g => g.Count() > 1)
            .MaxBy(g => g.Count())
            ?.Key;
    }

    public int Weight(ItemHeading c)
    {
        if (
            _points.Contains(c.At)
            || (c.Title?.Length ?? 0) > 250
            || (c.Style is NumberStyle.Alone && ItemTitles.Below(_paper, c) < 0)
        )
            return 0;
        var below = Next(c).ToList();
        var weight =
            (c.Type is null ? 0 : 2)
            + (c.Marked || (c.Style == NumberStyle.Alone && _paper[ItemTitles.Below(_paper, c)].IsHeading) ? 6 : 0);
        weight += Opening(c, below);
        if (CaseLineAbove(_paper, c) >= 0 && below.Count > 0 && _paper.Section(below[0]) is not null) weight += 6;
        return c.Style is NumberStyle.Spaced or NumberStyle.Glued && weight < 5 ? 0 : weight;
    }

    /// <summary>
    /// Lines numbered from 1 right below one another, where a 1 of the same style stands further up: the points of a
    /// list within an item.
    /// </summary>
    private static HashSet<int> Points(IReadOnlyList<ItemHeading> candidates)
    {
        var points = new HashSet<int>();
        var begun = new HashSet<NumberStyle>();
        for (var i = 0; i < candidates.Count; i++)
        {
            var last = i;
            while (
                last + 1 < candidates.Count
                && candidates[last + 1].At == candidates[last].At + 1
                && candidates[last + 1].Style == candidates[i].Style
                && candidates[last + 1].Number == candidates[last].Number + 1
            )
                last++;
            if (last > i && candidates[i].Number == 1 && begun.Contains(candidates[i].Style))
                points.UnionWith(candidates.Skip(i).Take(last - i + 1).Select(c => c.At));
            if (candidates[i].Number == 1)
                begun.Add(candidates[i].Style);
            i = last;
        }

        return points;
    }

    /// <summary>
    /// The label with the case's number that is printed above the title in some papers; -1 where it is not.
    /// </summary>
    public static int CaseLineAbove(PaperLines paper, ItemHeading c)
    {
        var above = paper.Above(c.At, 3);
        return above >= 0 && paper.IsLabel(above) ? above : -1;
    }

    private int Opening(ItemHeading c, List<int> below)
    {
        if (below.Count == 0)
            return 0;
        if (c.Key.Length > 5 && ItemHeading.KeyOf(_paper[below[0]].Text) == c.Key)
            return below.Count > 1 && _paper.Opens(below[1]) ? 10 : 3;
        if (_paper.IsLabel(below[0]) && c.Title?.EndsWith('.') == true)
            return 2;
        if (_paper.IsLabel(below[0]))
            return
                below.Count > 1 && _paper.ItemAt(below[1]) is { } next && next.Order != c.Order && next.Style == c.Style
                ? 0
                : 10;
        var usual = _paper.Section(below[0])?.Key == _opening ? 1 : 0;
        if (_paper.Section(below[0]) is not null)
            return usual + (_paper[below[0]].IsHeading || (c.Title ?? "").EndsWith('.') == false ? 5 : 2);
        if (_paper.ItemAt(below[0]) is { } twin && twin.Order == c.Order && twin.Key == c.Key)
            return 3;
        if (below.Count > 1 && _paper.Opens(below[1]) && ItemTitles.IsBroken(_paper, c, below[0]))
            return 5;
        return below.Count > 1 && _paper.Opens(below[1]) && !c.Marked ? (c.Title is null ? 5 : 1) : 0;
    }

    /// <summary>What stands below the heading, and below the title where that stands on a line of its own.</summary>
    private IEnumerable<int> Next(ItemHeading c) =>
        _paper.Below(c.Title is null && ItemTitles.Below(_paper, c) is >= 0 and var title ? title : c.At, 2);
}
