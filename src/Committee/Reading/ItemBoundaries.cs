using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Finds the items. "Punkt n:" decides where it is printed. Else the lines of one style of numbers that form a rising
/// sequence and are followed by what an item holds (labels, sections). Else headings of the source without number, or
/// the return of the first section.
/// </summary>
internal static class ItemBoundaries
{
    public static List<ItemSpan> Find(PaperLines paper, List<PrintedNote> notes)
    {
        var contents = TableOfContents.Find(paper);
        paper.Without(contents);
        var candidates = Enumerable
            .Range(0, paper.Count)
            .Where(i => !contents.Contains(i))
            .Select(paper.ItemAt)
            .OfType<ItemHeading>()
            .ToList();
        paper.Learn(OwnHeadings.Of(paper, candidates));
        var chosen = BareTitles.Filled(paper, Chosen(paper, candidates, notes), candidates);
        var spans =
            chosen.Count > 0 ? ItemTitles.Spans(paper, chosen)
            : UnnumberedItems.Find(paper) is { Count: > 0 } unnumbered ? unnumbered
            : BareTitles.Agenda(paper, candidates);
        notes.AddRange(TableOfContents.Unmet(paper, contents, spans));
        return spans;
    }

    private static List<ItemHeading> Chosen(PaperLines paper, List<ItemHeading> candidates, List<PrintedNote> notes)
    {
        var named = candidates.Where(c => c.Named && IsNamedItem(paper, c)).ToList();
        if (named.Count > 0)
            return WithStrays(
                ItemSequence.Heaviest([.. named.Select(c => (c, c.Title is null ? 5 : 10))]).Chosen,
                named,
                paper,
                notes
            );
        var printed = candidates.GroupBy(c => (c.Order, c.Key)).ToDictionary(g => g.Key, g => g.Count());
        var shape = new ItemShape(paper, candidates);
        List<ItemHeading> best = [];
        var most = 0;
        foreach (var style in candidates.GroupBy(c => c.Style))
        {
            var weighed = style
                .Select(c =>
                    (
                        c,
                        shape.Weight(c)
                            + (c.Key.Length > 0 && shape.Weight(c) > 0 && printed[(c.Order, c.Key)] > 1 ? 1 : 0)
                    )
                )
                .Where(c => c.Item2 > 0)
                .ToList();
            var (chain, total) = ItemSequence.Heaviest(weighed);
            // A single number with nothing but a section below it is as likely a line of the case; so is a list whose
            // lines have little below them.
            if (
                total > most
                && !(chain.Count == 1 && total < 10)
                && weighed.Count(w => w.Item2 >= 5) * 2 >= chain.Count
            )
                (best, most) = (chain, total);
        }

        return best;
    }

    /// <summary>
    /// A named item outside the rising sequence is an item all the same, with a note; a second print of the same is
    /// not.
    /// </summary>
    private static List<ItemHeading> WithStrays(
        List<ItemHeading> chosen,
        List<ItemHeading> named,
        PaperLines paper,
        List<PrintedNote> notes
    )
    {
        var known = chosen.Select(c => c.At).ToHashSet();
        var all = new List<ItemHeading>(chosen.Count);
        foreach (var heading in named)
        {
            if (known.Contains(heading.At))
                all.Add(heading);
            else if (
                HasContent(paper, heading.At)
                && !(all.Count > 0 && IsTwin(all[^1], heading))
                && paper.Below(heading.At, 1).All(i => paper.ItemAt(i) is not { } next || !IsTwin(next, heading))
            )
            {
                all.Add(heading);
                notes.Add(
                    new PrintedNote(
                        "number_out_of_order",
                        $"Punkt {heading.Number} står ikke i nummerorden.",
                        heading.Number,
                        paper[heading.At].Number
                    )
                );
            }
        }

        return all;
    }

    private static bool IsTwin(ItemHeading one, ItemHeading other) =>
        one.Order == other.Order
        && (one.Key == other.Key || other.Title is null || one.Title is null)
        && Math.Abs(one.At - other.At) < 8;

    private static bool IsNamedItem(PaperLines paper, ItemHeading c) =>
        c.Title is null
            ? HasContent(paper, c.At)
            : c.Title.Length <= 250
                && (paper[c.At].IsHeading || !c.Title.EndsWith('.') || paper.Below(c.At, 1).Any(paper.Opens));

    private static bool HasContent(PaperLines paper, int at) => paper.Below(at, 3).Any(paper.Opens);
}
