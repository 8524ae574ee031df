using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Kernel;

namespace Virker.Targets;

/// <summary>The minister's goals, which theme serves which, and the one that runs across.</summary>
internal static partial class NationalGoals
{
    public static List<PrintedNationalGoal> Read(IReadOnlyList<SourceLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Announced().IsMatch(lines[i].Text) || PlanLists.IsEntry(lines[i].Text)) continue;
            var (entries, _) = PlanLists.Read(lines, i + 1);
            if (entries.Count is < 2 or > 12 || entries.Exists(e => e.Text.Length > 250))
                continue;
            return
            [
                .. entries.Select(
                    (e, n) => new PrintedNationalGoal(WrittenNumber.Code(e.Mark) ?? n + 1, e.Text.TrimEnd('.'))
                ),
            ];
        }

        return [];
    }

    /// <summary>Numbers of the goals by the name of the theme, from a table of themes and goals.</summary>
    public static List<(string Theme, List<int> Goals)> Mapping(
        IReadOnlyList<SourceLine> lines,
        IReadOnlyList<PrintedNationalGoal> goals
    )
    {
        var mapping = new List<(string, List<int>)>();
        foreach (var table in SourceTable.Find(lines))
        {
            if (!table.Columns.Append(table.StubHeader ?? "").Any(c => Column().IsMatch(c))) continue;
            foreach (var row in table.Rows.Where(r => r.Label is not null))
            {
                mapping.Add((row.Label!, NumbersIn(string.Join(' ', row.Cells), goals)));
            }
        }

        return mapping;
    }

    /// <summary>Goals that a theme's own text names ("Nationalt mål 2 og 5").</summary>
    public static List<int> Named(IEnumerable<SourceLine> section, IReadOnlyList<PrintedNationalGoal> goals) =>
        [
            .. section
                .Where(l => !PlanLists.IsEntry(l.Text))
                .SelectMany(l => ByNumber().Matches(l.Text))
                .SelectMany(m => Digits().Matches(m.Groups["n"].Value))
                .Select(m => WrittenNumber.Code(m.ValueSpan))
                .OfType<int>()
                .Where(n => goals.Any(g => g.Number == n))
                .Distinct()
                .Order(),
        ];

    public static PrintedCrossCuttingGoal? Across(
        IReadOnlyList<SourceLine> lines,
        IReadOnlyList<PrintedNationalGoal> goals
    )
    {
        foreach (var sentence in lines.SelectMany(l => Sentences.Of(PlanLists.Text(l.Text))))
        {
            if (!AcrossAll().IsMatch(sentence))
                continue;
            var goal = goals.FirstOrDefault(g =>
                Stems(g.Text).Any(s => sentence.Contains(s, StringComparison.OrdinalIgnoreCase))
            );
            if (goal is not null)
                return new PrintedCrossCuttingGoal(goal.Number, sentence);
        }

        return null;
    }

    private static List<int> NumbersIn(string cell, IReadOnlyList<PrintedNationalGoal> goals)
    {
        var found = goals
            .Where(g => Letters(cell).Contains(Letters(g.Text), StringComparison.Ordinal))
            .Select(g => g.Number)
            .ToList();
        if (found.Count == 0)
            found =
            [
                .. Digits()
                    .Matches(cell)
                    .Select(m => WrittenNumber.Code(m.ValueSpan))
                    .OfType<int>()
                    .Where(n => goals.Any(g => g.Number == n)),
            ];
        return found;
    }

    /// <summary>Words that tell one goal from another: long, and not those that all goals share.</summary>
    private static IEnumerable<string> Stems(string goal) =>
        goal.Split(' ').Select(Letters).Where(w => w.Length >= 6 && !Shared().IsMatch(w)).Select(w => w[..6]);

    private static string Letters(string text) => NotLetters().Replace(text, "").ToLowerInvariant();

    [GeneratedRegex(
        @"(?:national\p{L}*|minister\p{L}*|beskæftigelsespolitisk\p{L}*|vejledende)\b.{0,80}\bmål\p{L}*\b.{0,40}:?\s*$|^(?:de )?(?:\p{L}+ )?(?:nationale|ministerens|vejledende) (?:beskæftigelsespolitiske )?mål\b.{0,40}$|^ministermål(?:ene)?\b.{0,30}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Announced();

    [GeneratedRegex(
        @"(?:minister|national)\p{L}*\s?mål|ministermål|^mål$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Column();

    [GeneratedRegex(
        @"(?:nationalt?e?|ministerens|minister)\s?mål(?:ene)?\s(?:nr\.?\s)?(?<n>\d(?:(?:,\s?|\sog\s)\d)*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ByNumber();

    [GeneratedRegex(
        @"\bpå tværs af\b.{0,30}\b(?:temaer|indsatsområder|fokusområder|mål|områder|spor)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AcrossAll();

    [GeneratedRegex(
        @"^(?:beskæftigelse|ledige|personer|borgere|virksomhed\p{L}*|sikres|opkvalific\p{L}*|skal)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Shared();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[^\p{L}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();
}
