using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Targets;

/// <summary>Title, municipality and years of a plan.</summary>
internal static partial class PlanHead
{
    public static PrintedPlanHead Read(IReadOnlyList<SourceLine> lines)
    {
        var printed = lines
            .Where(l => !l.IsBlank)
            .Take(60)
            .Select(l => PlanLists.Text(l.Text))
            .Where(t => t.Length < 140)
            .ToList();
        var title =
            printed.FirstOrDefault(t => Title().IsMatch(t) && Years(t).From is not null && !t.EndsWith('.'))
            ?? printed.FirstOrDefault(t => Title().IsMatch(t) && !t.EndsWith('.') && t.Length < 90);
        var (from, to) = title is null ? (null, null) : Years(title);
        if (from is null && title is not null)
        {
            (from, to) = printed
                .SkipWhile(t => t != title)
                .Skip(1)
                .Take(4)
                .Where(t => t.Length < 40)
                .Select(Years)
                .FirstOrDefault(y => y.From is not null);
        }

        return new PrintedPlanHead(Municipality(lines), title, from, to);
    }

    private static (int? From, int? To) Years(string text)
    {
        var m = Span().Match(text);
        if (!m.Success) return (null, null);
        var from = (WrittenNumber.Code(m.Groups["from"].ValueSpan) ?? 0);
        if (!m.Groups["to"].Success) return (from, from);
        var to = (WrittenNumber.Code(m.Groups["to"].ValueSpan) ?? 0);
        return (from, to < 100 ? (from / 100 * 100) + to : to);
    }

    private static string? Municipality(IReadOnlyList<SourceLine> lines) =>
        lines
            .SelectMany(l => OfKommune().Matches(l.Text))
            .GroupBy(m => m.Groups["n"].Value)
            .OrderByDescending(g => g.Count())
            .FirstOrDefault()
            ?.Key
            is { } name
            ? name + " Kommune"
            : null;

    [GeneratedRegex(
        @"beskæftigelses(?:indsats)?(?:plan|politik|strategi)|plan for beskæftigelsesindsatsen|arbejdsmarkedsplan|beskæftigelsespolitiske plan",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Title();

    [GeneratedRegex(
        @"(?<!\d)(?<from>20\d{2})(?:\s?(?:-|–|/|og|til)\s?(?<to>20\d{2}|\d{2})(?!\d))?(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Span();

    [GeneratedRegex(@"\b(?<n>\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?)\s[Kk]ommunes?\b", RegexOptions.CultureInvariant)]
    private static partial Regex OfKommune();
}
