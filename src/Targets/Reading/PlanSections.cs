using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// A theme's part of the plan: its heading, its lines, and the entries and tables that hold its measures.
/// </summary>
internal sealed record PlanSection(string Title, int Line, List<SourceLine> Body, List<ListEntry> Entries, List<SourceTable> Tables);

/// <summary>
/// Finds where measures stand ("DET MÅLER VI PÅ", "Måltal", "Resultatmål" …) and the theme that each belongs to: the
/// nearest heading above that is no heading within a theme, or the one that the plan's own list of themes names.
/// </summary>
internal static partial class PlanSections
{
    public static List<PlanSection> Find(IReadOnlyList<SourceLine> lines, IReadOnlyList<string> named)
    {
        var sections = new List<PlanSection>();
        var from = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsMeasuresHeading(lines[i].Text)) continue;
            var (entries, tables, end) = Measures(lines, i);
            if (entries.Count + tables.Count == 0) continue;
            var theme = ThemeAbove(lines, from, i, named, sections.Count > 0);
            if (theme < 0 && sections.Count > 0)
            {
                sections[^1].Entries.AddRange(entries);
                sections[^1].Tables.AddRange(tables);
            }
            else
            {
                var at = theme < 0 ? i : theme;
                sections.Add(new PlanSection(Title(lines[at].Text), lines[at].Number, [.. lines.Skip(at).Take(i - at)], entries, tables));
            }

            (from, i) = (end, end - 1);
        }

        return sections.Count > 0 ? sections : LabelledOnly(lines, named);
    }

    /// <summary>Names of the themes where the plan lists them before it treats them.</summary>
    public static List<string> Names(IReadOnlyList<SourceLine> lines, IEnumerable<string> mapped)
    {
        var names = mapped.ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!ThemesAnnounced().IsMatch(lines[i].Text.Trim())) continue;
            var (entries, _) = PlanLists.Read(lines, i + 1);
            if (entries.Count is >= 2 and <= 12) names.AddRange(entries.Where(e => e.Text.Length < 120).Select(e => e.Text));
        }

        return names;
    }

    private static (List<ListEntry>, List<SourceTable>, int) Measures(IReadOnlyList<SourceLine> lines, int heading)
    {
        var end = heading + 1;
        var (entries, tables) = (new List<ListEntry>(), new List<SourceTable>());
        while (
            end < lines.Count
            && (
                lines[end].IsBlank
                || (
                    entries.Count == 0
                    && Introduction().IsMatch(lines[end].Text.Trim())
                    && !PlanLists.IsEntry(lines[end].Text)
                )
            )
        )
            end++;
        if (end < lines.Count && lines[end].IsRow)
        {
            var to = end;
            while (to < lines.Count && (lines[to].IsRow || lines[to].IsBlank)) to++;
            tables.AddRange(SourceTable.Find([.. lines.Skip(end).Take(to - end)]));
            return (entries, tables, to);
        }

        (entries, var stop) = PlanLists.Read(lines, end);
        if (entries.Count > 0) return (entries, tables, stop);
        // Measures may be printed as paragraphs, each a target of its own.
        for (; end < lines.Count && (lines[end].IsBlank || MeasureClause.IsTarget(lines[end].Text)); end++)
        {
            if (!lines[end].IsBlank) entries.Add(new ListEntry(lines[end].Number, null, PlanLists.Text(lines[end].Text), lines[end].Text));
        }

        return (entries, tables, end);
    }

    private static int ThemeAbove(IReadOnlyList<SourceLine> lines, int from, int to, IReadOnlyList<string> named, bool later)
    {
        var headings = Enumerable.Range(from, Math.Max(0, to - from)).Where(i => IsHeading(lines, i)).ToList();
        var announced = headings.Where(i => named.Any(n => Same(n, lines[i].Text))).ToList();
        if (announced.Count > 0) return announced[^1];
        var numbered = headings.Where(i => ThemeNumber().IsMatch(PlanLists.Text(lines[i].Text))).ToList();
        if (numbered.Count > 0)
            return numbered[^1];
        var outer = headings
            .Where(i =>
                !Inner().IsMatch(Title(lines[i].Text))
                && Title(lines[i].Text) != Title(lines[i].Text).ToUpperInvariant()
            )
            .ToList();
        if (outer.Count == 0)
            return -1;
        return later ? outer[0] : outer[^1];
    }

    /// <summary>
    /// Goals that carry their label themselves ("Mål 1: …", "Resultatmål 2.1 …"), without a heading above them.
    /// </summary>
    private static List<PlanSection> LabelledOnly(IReadOnlyList<SourceLine> lines, IReadOnlyList<string> named)
    {
        var sections = new List<PlanSection>();
        var from = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = PlanLists.Text(lines[i].Text);
            var m = GoalLabel().Match(text);
            if (!m.Success || !MeasureClause.IsTarget(text[m.Length..])) continue;
            var theme = ThemeAbove(lines, from, i, named, sections.Count > 0);
            if (theme >= 0 || sections.Count == 0)
                sections.Add(
                    new PlanSection(
                        theme < 0 ? "" : Title(lines[theme].Text),
                        lines[Math.Max(0, theme)].Number,
                        [],
                        [],
                        []
                    )
                );
            sections[^1].Entries.Add(new ListEntry(lines[i].Number, null, text[m.Length..], lines[i].Text));
            from = i + 1;
        }

        return sections;
    }

    private static bool IsHeading(IReadOnlyList<SourceLine> lines, int at)
    {
        var text = Title(lines[at].Text);
        if (
            text.Length is < 4 or > 130
            || lines[at].IsRow
            || text.EndsWith('.')
            || text.EndsWith(':')
            || text.EndsWith(',')
            || !(char.IsUpper(text[0]) || char.IsDigit(text[0]))
        )
            return false;
        if (lines[at].IsHeading)
            return true;
        if (PlanLists.IsEntry(lines[at].Text) && !ThemeNumber().IsMatch(text))
            return false;
        return (at == 0 || lines[at - 1].IsBlank)
            && (at + 1 >= lines.Count || lines[at + 1].IsBlank || lines[at + 1].Text.Length > 140);
    }

    public static bool IsMeasuresHeading(string line) => MeasuresHeading().IsMatch(PlanLists.Text(line).TrimEnd(':').Trim());

    public static string Title(string text) => PlanLists.Text(text).TrimEnd(':').Trim();

    /// <summary>
    /// The same theme, though the plan prints its name a little differently in two places: the first words decide.
    /// </summary>
    public static bool Same(string name, string heading)
    {
        static string[] Words(string s) =>
            NotLetters()
                .Replace(NumberBefore().Replace(PlanLists.Text(s), ""), " ")
                .ToLowerInvariant()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (a, b) = (Words(name), Words(heading));
        var n = Math.Min(2, Math.Min(a.Length, b.Length));
        return n > 0 && a.Take(n).SequenceEqual(b.Take(n));
    }

    [GeneratedRegex(
        @"^(?:det måler vi(?: på)?|vi måler på|vi måler(?: indsatsen)?|sådan måler vi(?: det)?(?: på)?|hvad måler vi på|hvordan måler vi(?: det)?|hvad vi måler på|(?:vores |kommunens |de |lokale |konkrete |årets )?(?:resultatmål|måltal|målepunkter|effektmål|succeskriterier|delmål|indikatorer|målsætninger|mål)(?: og (?:måltal|indikatorer|resultatmål|succeskriterier))?(?: (?:for|i|frem mod) (?:indsatsen|temaet|20\d{2}(?:\s?[-–/]\s?\d{2,4})?))?|det vil vi måle på|vi følger op på|mål for indsatsen)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex MeasuresHeading();

    [GeneratedRegex(
        @"^(?:det vil vi(?: opnå| gøre)?|det gør vi|sådan gør vi|eksempler på .*|indsatser?|initiativer|særlige indsats.*|hvad vil vi.*|hvorfor.*|hvordan.*|baggrund|udfordring(?:er)?|status|ambition(?:en)?|formål|målgruppe|vision|strategi|fokus|vi vil .*|vejledning .*|konkrete indsatser|nøgletal|opfølgning|temaets .*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Inner();

    [GeneratedRegex(
        @"^(?:tema|indsatsområde|fokusområde|spor|målsætning|pejlemærke|mål|indsatsspor|strategisk mål)\s?\d{1,2}\b|^\d{1,2}[.)]\s\p{Lu}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ThemeNumber();

    [GeneratedRegex(
        @"(?:med et fokus på|temaer(?:ne)?(?: er| i planen)?|indsatsområder(?:ne)?(?: er)?|fokusområder(?:ne)?(?: er)?|følgende (?:\p{L}+ )?(?:temaer|indsatsområder|fokusområder|spor)|indhold(?:sfortegnelse)?)\s*:?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ThemesAnnounced();

    [GeneratedRegex(@"^.{5,160}:$", RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    [GeneratedRegex(
        @"^(?:(?:resultat|effekt|del)?mål|måltal)\s*\d{0,2}(?:\.\d{1,2})?\s*[:.–-]\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex GoalLabel();

    [GeneratedRegex(@"[^\p{L}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();

    [GeneratedRegex(
        @"^(?:tema|indsatsområde|fokusområde|spor)?\s?\d{1,2}\s*[.:)–-]?\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NumberBefore();
}
