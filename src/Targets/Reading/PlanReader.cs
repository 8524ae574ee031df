using System.Text.RegularExpressions;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Targets;

/// <summary>
/// Reads an employment plan of any municipality: its goals, themes and measures, each measure split until it holds one
/// number.
/// </summary>
public static partial class PlanReader
{
    public static Outcome<PrintedPlan> ReadFile(string path)
    {
        var source = SourceReader.ReadFile(path);
        return source.IsRefused ? source.Refusal : Read(source.Value);
    }

    public static Outcome<PrintedPlan> Read(SourceText source)
    {
        // The raw lines keep the bold marks, which part a title from its text.
        var lines = source
            .Lines.Select(l => l with { IsHeading = l.IsHeading || MarkupResidue.IsMarkedHeading(l.Text) })
            .ToList();
        var head = PlanHead.Read(lines);
        var goals = NationalGoals.Read(lines);
        var mapping = NationalGoals.Mapping(lines, goals);
        var sections = PlanSections.Find(lines, PlanSections.Names(lines, mapping.Select(m => m.Theme)));
        if (sections.Count == 0 && head.Title is null)
            return new Refusal(
                "plan.no-plan",
                "der er hverken en plans titel eller mål i filen; den ligner ikke en beskæftigelsesplan."
            );
        var notes = source.Notes.Select(n => new PrintedPlanNote(n.Code, n.Text, n.Line)).ToList();
        if (sections.Count == 0)
            notes.Add(new PrintedPlanNote("no_measures", "Planen har intet afsnit med mål, der kan måles."));
        var themes = Themes(sections, goals, mapping, notes);
        return new PrintedPlan(
            head,
            goals,
            NationalGoals.Across(lines, goals),
            themes.ToDictionary(t => t.Id, t => t.NationalGoals),
            themes,
            Marks(lines),
            Principles(lines),
            notes
        );
    }

    private static List<PrintedTheme> Themes(
        List<PlanSection> sections,
        List<PrintedNationalGoal> goals,
        List<(string Theme, List<int> Goals)> mapping,
        List<PrintedPlanNote> notes
    )
    {
        var themes = new List<PrintedTheme>();
        foreach (var section in sections)
        {
            var mapped = mapping.Where(m => PlanSections.Same(m.Theme, section.Title)).Select(m => m.Goals).FirstOrDefault();
            var id = Id(section.Title, themes.Count, themes);
            var measures = MeasureTables.Read(section.Tables, $"{char.ToUpperInvariant(id[0])}T").ToList();
            for (var i = 0; i < section.Entries.Count; i++)
            {
                var read = MeasureBullet.Read(section.Entries[i], i + 1, char.ToUpperInvariant(id[0]).ToString());
                if (read.Count == 0)
                    notes.Add(
                        new PrintedPlanNote(
                            "bullet_without_target",
                            $"\"{section.Entries[i].Text}\" sætter intet mål, der kan måles.",
                            section.Entries[i].Line
                        )
                    );
                measures.AddRange(read);
            }

            notes.AddRange(Already(measures));
            themes.Add(
                new PrintedTheme(
                    id,
                    section.Title,
                    mapped ?? NationalGoals.Named(section.Body, goals),
                    Ambition(section),
                    measures,
                    section.Line
                )
            );
        }

        return themes;
    }

    /// <summary>A target that the printed starting point already meets is kept, with a note.</summary>
    private static IEnumerable<PrintedPlanNote> Already(IEnumerable<PrintedMeasure> measures) =>
        measures
            .Where(m =>
                m is { Baseline: { } b, Value: { } v }
                && ((m.Comparator is ">=" or ">" && b >= v) || (m.Comparator is "<=" or "<" && b <= v))
            )
            .Select(m => new PrintedPlanNote(
                "target_already_met",
                $"\"{m.Text}\": udgangspunktet {m.Baseline} opfylder allerede målet {m.Value}.",
                m.Line
            ));

    private static string? Ambition(PlanSection section)
    {
        var at = section.Body.FindIndex(l => Achieve().IsMatch(PlanLists.Text(l.Text).TrimEnd(':')));
        return at < 0
            ? null
            : section.Body.Skip(at + 1).Where(l => !l.IsBlank).Select(l => PlanLists.Text(l.Text)).FirstOrDefault();
    }

    private static string Id(string title, int count, List<PrintedTheme> before)
    {
        var word = FirstWord().Match(title) is { Success: true } m ? m.Value.ToLowerInvariant() : "";
        return word.Length < 3 || before.Exists(t => t.Id == word) ? $"tema-{count + 1}" : word;
    }

    private static List<PrintedGuidingMark> Marks(List<SourceLine> lines) =>
        [
            .. ListBelow(lines, MarksAnnounced())
                .Select(e =>
                    TitleAndText(e.Raw) is var (title, text)
                        ? new PrintedGuidingMark(title.TrimEnd('.', ':'), text)
                        : null!
                ),
        ];

    private static List<PrintedPrinciple> Principles(List<SourceLine> lines) =>
        [
            .. ListBelow(lines, PrinciplesAnnounced())
                .Select(e =>
                    TitleAndText(e.Raw) is var (title, text) ? new PrintedPrinciple(e.Mark, title, text) : null!
                ),
        ];

    private static List<ListEntry> ListBelow(List<SourceLine> lines, Regex announced)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!announced.IsMatch(lines[i].Text.Trim()) || PlanLists.IsEntry(lines[i].Text)) continue;
            var (entries, _) = PlanLists.Read(lines, i + 1);
            if (entries.Count is >= 2 and <= 15) return entries;
        }

        return [];
    }

    /// <summary>The bold words are the title; without bold, what stands before the first full stop or colon.</summary>
    private static (string Title, string? Text) TitleAndText(string raw)
    {
        var m = Bold().Match(raw);
        if (!m.Success) m = Lead().Match(PlanLists.Text(raw));
        if (!m.Success) return (PlanLists.Text(raw), null);
        var rest = PlanLists.Text(raw[Math.Min(raw.Length, m.Index + m.Length)..]);
        return (PlanLists.Text(m.Groups["t"].Value), rest.Length == 0 ? null : rest);
    }

    [GeneratedRegex(
        @"^\**\s*(?:det vil vi opnå|vi vil opnå|ambition(?:en)?|målsætning(?:en)?|vision(?:en)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Achieve();

    [GeneratedRegex(@"pejlemærker\b.{0,40}:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MarksAnnounced();

    [GeneratedRegex(@"principper\b.{0,20}:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PrinciplesAnnounced();

    [GeneratedRegex(@"^[^\p{L}]*\*\*(?<t>.{3,120}?)\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^(?<t>[^.:]{3,80})[.:]", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();
}
