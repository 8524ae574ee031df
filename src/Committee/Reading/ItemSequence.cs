namespace Virker.Committee;

/// <summary>
/// The heaviest rising sequence among lines that may head items: a step of one is preferred to a jump. Time grows with
/// the number of lines (and the logarithm of the numbers), so that fifty thousand items cost fifty thousand looks.
/// </summary>
internal static class ItemSequence
{
    private const int Jump = 6;
    private const int SmallJump = 1;

    /// <summary>The chosen lines and their weight.</summary>
    public static (List<ItemHeading> Chosen, int Total) Heaviest(
        IReadOnlyList<(ItemHeading Heading, int Weight)> weighed
    )
    {
        if (weighed.Count == 0) return ([], 0);
        var orders = weighed.Select(w => w.Heading.Order).Distinct().Order().ToList();
        var rank = orders.Select((o, i) => (o, i)).ToDictionary(p => p.o, p => p.i);
        var tree = new int[orders.Count + 1];
        Array.Fill(tree, -1);
        var ofNumber = new Dictionary<int, int>();
        var ofOrder = new Dictionary<int, int>();
        var best = new (int Total, int Before)[weighed.Count];
        for (var i = 0; i < weighed.Count; i++)
        {
            var (heading, weight) = weighed[i];
            best[i] = Best(
                weight * 2,
                Candidates(heading, ofNumber, ofOrder, Before(tree, best, rank[heading.Order])),
                best
            );
            Keep(ofOrder, heading.Order, i, best);
            Keep(ofNumber, heading.Number, i, best);
            for (var n = rank[heading.Order] + 1; n <= orders.Count; n += n & -n)
            {
                if (tree[n] < 0 || best[tree[n]].Total < best[i].Total) tree[n] = i;
            }
        }

        return Chain(weighed, best);
    }

    private static IEnumerable<(int At, int Cost)> Candidates(
        ItemHeading heading,
        Dictionary<int, int> ofNumber,
        Dictionary<int, int> ofOrder,
        int anySmaller
    )
    {
        if (heading.Sub is not null && ofOrder.TryGetValue(heading.Order - 1, out var sibling))
            yield return (sibling, 0);
        if (heading.Sub == 1 && ofOrder.TryGetValue(heading.Number * 100, out var parent))
            yield return (parent, 0);
        if (heading.Sub is null or 0 or 1)
        {
            for (var step = 1; step <= 3; step++)
            {
                if (ofNumber.TryGetValue(heading.Number - step, out var before))
                    yield return (before, step == 1 ? 0 : SmallJump);
            }
        }

        if (anySmaller >= 0) yield return (anySmaller, Jump);
    }

    private static (int Total, int Before) Best(
        int own,
        IEnumerable<(int At, int Cost)> candidates,
        (int Total, int Before)[] best
    )
    {
        var chosen = (Total: own, Before: -1);
        foreach (var (at, cost) in candidates)
        {
            if (best[at].Total + own - cost > chosen.Total) chosen = (best[at].Total + own - cost, at);
        }

        return chosen;
    }

    private static int Before(int[] tree, (int Total, int Before)[] best, int rank)
    {
        var found = -1;
        for (var n = rank; n > 0; n -= n & -n)
        {
            if (tree[n] >= 0 && (found < 0 || best[tree[n]].Total > best[found].Total)) found = tree[n];
        }

        return found;
    }

    private static void Keep(Dictionary<int, int> kept, int key, int at, (int Total, int Before)[] best)
    {
        if (!kept.TryGetValue(key, out var known) || best[known].Total < best[at].Total) kept[key] = at;
    }

    private static (List<ItemHeading>, int) Chain(
        IReadOnlyList<(ItemHeading Heading, int Weight)> weighed,
        (int Total, int Before)[] best
    )
    {
        var chain = new List<ItemHeading>();
        var last = Array.IndexOf(best, best.MaxBy(b => b.Total));
        for (var at = last; at >= 0; at = best[at].Before) chain.Add(weighed[at].Heading);
        chain.Reverse();
        return (chain, best[last].Total);
    }
}
