using System.Text.Json.Nodes;

namespace Virker.Committee;

/// <summary>The parts of an employment plan: its head, and each theme with its measures.</summary>
internal static class PlanParts
{
    public const string Plan = "planen";

    /// <summary>As many measures as a person looks through on one page.</summary>
    private const int MostTogether = 10;

    private static readonly IReadOnlyList<(string, string)> Directions =
        [("<=", "Højst"), ("<", "Under"), (">=", "Mindst"), (">", "Over"), ("=", "Præcis"), ("increase", "Skal stige"),
            ("decrease", "Skal falde")];

    private static readonly IReadOnlyList<(string, string)> Periods =
        [("whole_year", "Hele året"), ("year", "Et år"), ("month", "En måned"), ("continuous", "Løbende"),
            ("cohort_after_3_years", "En årgang efter tre år")];

    private static readonly IReadOnlyList<(string, string)> References =
        [("national_average", "Landsgennemsnittet"), ("regional_average", "Regionens gennemsnit")];

    public static IEnumerable<ReadingPart> Of(JsonObject tree, int lastLine)
    {
        var themes = (tree["themes"] as JsonArray ?? []).Select(t => t!.AsObject()).ToList();
        var starts = themes.ConvertAll(MinutesParts.LineOf);
        yield return new(Plan, "Planen", 1,
            Math.Max(1, starts.Where(l => l > 0).DefaultIfEmpty(lastLine + 1).Min() - 1))
        {
            Fields = [.. Head()],
        };
        int[] sorted = [.. starts.Where(l => l > 0).Distinct().Order()];
        for (var i = 0; i < themes.Count; i++)
        {
            var (from, fields) = (starts[i], Theme($"themes/{i}", themes[i]).ToList());
            var groups = fields.Select(f => f.Group).OfType<string>().Distinct().Chunk(MostTogether).ToList();
            for (var part = 0; part < Math.Max(1, groups.Count); part++)
            {
                yield return new(part == 0 ? $"tema-{i + 1}" : $"tema-{i + 1}-{part + 1}",
                    $"Tema: {themes[i]["title"]}{(part == 0 ? "" : $" ({part + 1}. del)")}", from,
                    MinutesParts.EndOf(from, sorted, lastLine))
                {
                    Fields = [.. fields.Where(f => f.Group is null ? part == 0 : groups[part].Contains(f.Group))],
                };
            }
        }
    }

    internal static IEnumerable<ReadingField> Head() =>
    [
        new("document/municipality", "Kommune", FieldForm.Line), new("document/title", "Planens navn", FieldForm.Line),
        new("document/periodFrom", "Fra år", FieldForm.Whole), new("document/periodTo", "Til år", FieldForm.Whole),
    ];

    internal static IEnumerable<ReadingField> Theme(string at, JsonObject theme)
    {
        yield return new($"{at}/title", "Temaets navn", FieldForm.Line);
        yield return new($"{at}/ambition", "Ambition", FieldForm.Text);
        foreach (var (measure, i) in (theme["measures"] as JsonArray ?? []).Select((node, i) => (node!.AsObject(), i)))
        {
            var (path, group, line) = ($"{at}/measures/{i}", $"Mål {i + 1}", MinutesParts.LineOf(measure));
            foreach (var field in Measure(path)) yield return field with { Group = group, Line = line };
        }
    }

    internal static IEnumerable<ReadingField> Measure(string at) =>
    [
        new($"{at}/text", "Sådan står målet", FieldForm.Text), new($"{at}/indicator", "Hvad måles", FieldForm.Line),
        new($"{at}/comparator", "Retning", FieldForm.Choice) { Choices = Directions },
            new($"{at}/value", "Værdi", FieldForm.Decimal), new($"{at}/unit", "Enhed", FieldForm.Line),
        new($"{at}/baseline", "Udgangspunkt", FieldForm.Decimal),
            new($"{at}/baselineDate", "Udgangspunktets dag eller år", FieldForm.Line),
        new($"{at}/period", "Periode", FieldForm.Line),
            new($"{at}/periodKind", "Periodens slags", FieldForm.Choice) { Choices = Periods },
            new($"{at}/deadline", "Senest", FieldForm.Line),
        new($"{at}/reference/kind", "Måles mod", FieldForm.Choice) { Choices = References },
            new($"{at}/offset", "Afstand til det", FieldForm.Decimal),
        new($"{at}/condition", "Betingelse", FieldForm.Line), new($"{at}/exclusion", "Undtaget", FieldForm.Line),
        new($"{at}/{AnswerPath.Removed}", "Målet står ikke i planen og skal ikke med", FieldForm.Truth),
    ];
}
