using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>Targets printed as sentences under the heading of their goal ("Mål 2. Sygefravær", "TEMA 1"), without a heading that announces measures.</summary>
internal static partial class PlanSentences
{
    public static List<PlanSection> Find(IReadOnlyList<SourceLine> lines)
    {
        var sections = new List<PlanSection>();
        PlanSection? open = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = PlanLists.Text(lines[i].Text);
            if (text.Length == 0 || lines[i].IsRow) continue;
            if (Goal().Match(text) is { Success: true } goal && !IsTarget(text))
            {
                open = new PlanSection(Titled(goal.Groups["title"].Value), lines[i].Number, [], [], []);
                sections.Add(open);
                continue;
            }

            open?.Body.Add(lines[i]);
            foreach (var sentence in Targets(text)) open?.Entries.Add(new ListEntry(lines[i].Number, null, sentence, sentence));
        }

        return [.. sections.Where(s => s.Entries.Count > 0)];
    }

    /// <summary>Each sentence that sets a target in figures; what the paragraph tells besides is no measure.</summary>
    private static IEnumerable<string> Targets(string paragraph) => Sentences.Of(paragraph).Where(IsTarget);

    private static bool IsTarget(string text) => Wants().IsMatch(text) && MeasureClause.Read(text) is { Comparator: not null } c && (c.Value is not null || c.Reference is not null);

    private static string Titled(string title) => PageNumber().Replace(title, "").Trim(' ', ':', '.', '-', '–');

    [GeneratedRegex(@"^(?:(?:mål|tema|indsatsområde|fokusområde|spor|målsætning|indsatsspor|strategisk mål|resultatmål)\s?\d{1,2})\s*[.:–-]?\s+(?<title>\p{Lu}.{2,100})$|^(?:TEMA|MÅL)[:\s]+(?<title>\p{Lu}.{2,100})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Goal();

    [GeneratedRegex(@"\b(?:skal|må|mindst|højst|minimum|maks\p{L}*|max\p{L}*|inden for|målet er|falde|stige|øges|reduceres|sænkes|under|over)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Wants();

    [GeneratedRegex(@"[\s.]*\s\d{1,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageNumber();
}
