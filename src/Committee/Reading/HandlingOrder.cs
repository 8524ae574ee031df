using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Committee;

/// <summary>
/// The order in which the items were really taken. An item's own "Sagen blev behandlet som punkt n" counts most; else
/// what was decided about the agenda ("punkt 4 fremrykkes som punkt 2", "punkt 6 behandles før punkt 5"). A withdrawn
/// item has no place.
/// </summary>
internal static partial class HandlingOrder
{
    public sealed record Result(Dictionary<int, int> HandledAs, List<int> Order, List<int> Withdrawn);

    public static Result Of(
        IReadOnlyList<int> numbers,
        IReadOnlyDictionary<int, int> own,
        IReadOnlyCollection<int> withdrawnThemselves,
        IEnumerable<string> aboutAgenda
    )
    {
        var order = numbers.ToList();
        var withdrawn = new SortedSet<int>(withdrawnThemselves);
        foreach (var sentence in aboutAgenda)
        {
            foreach (var n in Withdrawn(sentence).Where(numbers.Contains))
                withdrawn.Add(n);
            foreach (var (from, to) in Moves(sentence))
                Move(order, numbers, from, to);
            foreach (Match m in Beside().Matches(sentence))
                Place(
                    order,
                    (WrittenNumber.Code(m.Groups["a"].ValueSpan) ?? 0),
                    (WrittenNumber.Code(m.Groups["b"].ValueSpan) ?? 0),
                    m.Groups["before"].Success
                );
        }

        var slots = numbers.Order().ToList();
        var handled = order.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => slots[p.i]);
        foreach (var (number, place) in own)
            handled[number] = place;
        foreach (var n in withdrawn)
            handled.Remove(n);
        return new Result(
            handled,
            [.. handled.OrderBy(h => h.Value).ThenBy(h => h.Key).Select(h => h.Key)],
            [.. withdrawn]
        );
    }

    /// <summary>Whether the sentence is about the order of the agenda at all.</summary>
    public static bool Concerns(string sentence) => AboutPoints().IsMatch(sentence);

    private static IEnumerable<int> Withdrawn(string sentence)
    {
        foreach (Match m in Leaves().Matches(sentence))
        {
            foreach (var n in Numbers(m.Groups["list"].Value)) yield return n;
        }
    }

    private static IEnumerable<(int From, int To)> Moves(string sentence)
    {
        foreach (Match m in MovesTo().Matches(sentence))
        {
            var (from, to) = (Numbers(m.Groups["from"].Value), Numbers(m.Groups["to"].Value));
            for (var i = 0; i < from.Count; i++) yield return (from[i], to.Count == from.Count ? to[i] : to[0] + i);
        }
    }

    private static List<int> Numbers(string text) =>
        [.. Digits().Matches(text).Select(m => WrittenNumber.Code(m.ValueSpan)).OfType<int>()];

    private static void Move(List<int> order, IReadOnlyList<int> numbers, int item, int to)
    {
        var slot = numbers.Order().ToList().IndexOf(to);
        if (slot < 0 || !order.Remove(item)) return;
        order.Insert(Math.Min(slot, order.Count), item);
    }

    private static void Place(List<int> order, int item, int beside, bool before)
    {
        if (item == beside || !order.Contains(beside) || !order.Remove(item)) return;
        order.Insert(order.IndexOf(beside) + (before ? 0 : 1), item);
    }

    [GeneratedRegex(
        @"\b(?:punkt(?:erne)?|pkt\.?|sag(?:en|erne)?)\s(?:nr\.?\s)?\d{1,4}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AboutPoints();

    [GeneratedRegex(
        @"\b(?:punkt(?:erne)?|pkt\.?|sag)\s(?:nr\.?\s)?(?<list>\d{1,4}(?:(?:,\s?|\sog\s)\d{1,4})*)\s(?:\p{L}+\s){0,2}?(?:udgår|udgik|bortfalder|tages af|blev taget af|tages ud|trækkes|blev trukket|udsættes|er trukket)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Leaves();

    [GeneratedRegex(
        @"\b(?:punkt(?:erne)?|pkt\.?|sag)\s(?:nr\.?\s)?(?<from>\d{1,4}(?:(?:,\s?|\sog\s)\d{1,4})*)\s(?:\p{L}+\s){0,8}?(?:som|til|op som|frem som)\s(?:nyt\s)?(?:punkt(?:erne)?|pkt\.?|sag|nr\.?)\s(?:nr\.?\s)?(?<to>\d{1,4}(?:(?:,\s?|\sog\s)\d{1,4})*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex MovesTo();

    [GeneratedRegex(
        @"\b(?:punkt|pkt\.?|sag)\s(?:nr\.?\s)?(?<a>\d{1,4})\s(?:\p{L}+\s){0,4}?(?:(?<before>før|inden|forud for)|efter|lige efter|umiddelbart efter|i forlængelse af)\s(?:punkt|pkt\.?|sag)\s(?:nr\.?\s)?(?<b>\d{1,4})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Beside();

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
