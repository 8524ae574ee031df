using System.Text.Json.Nodes;

namespace Virker.Committee;

/// <summary>The parts of minutes, an agenda or a case, with every field that a person can look through and
/// correct.</summary>
internal static class MinutesParts
{
    public const string Meeting = "moedet";
    public const string Attendance = "fremmoede";
    public const string NewItem = "nyt-punkt";

    private static readonly IReadOnlyList<(string, string)> Kinds =
        [("referat", "Referat"), ("dagsorden", "Dagsorden"), ("sag", "Enkelt sag")];
    private static readonly IReadOnlyList<(string, string)> Access = [("open", "Åbent"), ("closed", "Lukket")];
    private static readonly IReadOnlyList<(string, string)> DecisionKinds =
        [.. DecisionKind.All.Select(k => (k.Code, k.Name))];
    private static readonly IReadOnlyList<(string, string)> Stances =
        [("asks", "Spørger"), ("proposes", "Foreslår"), ("supports", "Støtter"), ("opposes", "Er imod"),
            ("notes", "Bemærker"), ("informs", "Oplyser"), ("requests", "Beder om")];

    private static readonly IReadOnlyList<(string, string)> YesNo = [("true", "Ja"), ("false", "Nej")];

    /// <summary>Sections that stand as fields of their own.</summary>
    private static readonly HashSet<string> Elsewhere =
        [SectionKey.CaseWrapper, SectionKey.Recommendation, SectionKey.Decision, SectionKey.Attachments];

    public static IEnumerable<ReadingPart> Of(JsonObject tree, int lastLine)
    {
        var items = (tree["items"] as JsonArray ?? []).Select(i => i!.AsObject()).ToList();
        var starts = items.ConvertAll(LineOf);
        int[] sorted = [.. starts.Where(l => l > 0).Distinct().Order()];
        var head = starts.Where(l => l > 0).DefaultIfEmpty(lastLine + 1).Min() - 1;
        yield return new(Meeting, "Mødet", 1, Math.Max(1, head)) { Fields = [.. Head()] };
        yield return new(Attendance, "Fremmøde", 1, Math.Max(1, head)) { Fields = [.. Present()] };
        for (var i = 0; i < items.Count; i++)
        {
            var from = starts[i];
            yield return new(IdOf(i), HeadingOf(items[i], i), from, EndOf(from, sorted, lastLine))
            {
                Fields = [.. Item($"items/{i}", items[i])],
                IsRemoved = items[i][AnswerPath.Removed]?.GetValue<bool>() == true,
            };
        }
    }

    /// <summary>The last line before the next thing begins; none where it is not known where it begins
    /// itself.</summary>
    internal static int EndOf(int from, int[] starts, int lastLine)
    {
        if (from == 0) return 0;
        var at = Array.BinarySearch(starts, from) + 1;
        return at < starts.Length ? starts[at] - 1 : lastLine;
    }

    public static string IdOf(int item) => $"punkt-{item + 1}";

    /// <summary>The fields of an item that was not read, to be written by hand.</summary>
    public static ReadingPart Blank(int at) =>
        new(NewItem, "Et punkt, der ikke blev læst", 0,
        0) { Fields =
        [.. Item($"items/{at}", null).Where(f => !f.Path.EndsWith(AnswerPath.Removed, StringComparison.Ordinal))] };

    private static string HeadingOf(JsonObject item, int at) =>
        $"Punkt {item["number"]?.ToString() ?? $"{at + 1} (uden nummer)"}: "
        + (item["title"]?.ToString() ?? "uden overskrift");

    internal static IEnumerable<ReadingField> Head()
    {
        yield return new("document/documentType", "Hvad er det", FieldForm.Choice) { Choices = Kinds };
        yield return new("document/municipality", "Kommune", FieldForm.Line);
        yield return new("document/committee", "Udvalg", FieldForm.Line);
        yield return new("document/term", "Valgperiode", FieldForm.Line);
        yield return new("document/meetingDate", "Mødedato", FieldForm.Date);
        yield return new("document/start", "Begyndte kl.", FieldForm.Line);
        yield return new("document/end", "Sluttede kl.", FieldForm.Line);
        yield return new("document/place", "Sted", FieldForm.Line);
        yield return new("handlingOrder", "Punkterne blev behandlet i rækkefølgen", FieldForm.Numbers);
        yield return new("withdrawnItems", "Punkter, der udgik", FieldForm.Numbers);
    }

    internal static IEnumerable<ReadingField> Present() =>
        [new("attendance/present", "Til stede", FieldForm.People),
        new("attendance/absent", "Fraværende", FieldForm.People)];

    internal static IEnumerable<ReadingField> Item(string at, JsonObject? item)
    {
        yield return new($"{at}/number", "Nummer", FieldForm.ItemNumber);
        yield return new($"{at}/title", "Overskrift", FieldForm.Line);
        yield return new($"{at}/type", "Type", FieldForm.Line);
        yield return new($"{at}/caseNo", "Sagsnummer", FieldForm.Line);
        yield return new($"{at}/docNo", "Dokumentnummer", FieldForm.Line);
        yield return new($"{at}/access", "Åbent eller lukket", FieldForm.Choice) { Choices = Access };
        yield return new($"{at}/competence", "Kompetence", FieldForm.Line);
        var sections = Each(item, "sections").ToList();
        foreach (var (section, i) in sections.Where(s => !Elsewhere.Contains(s.Node["key"]?.ToString() ?? "")))
            yield return new($"{at}/sections/{i}/text",
                section["heading"]?.ToString() is { Length: > 0 } heading ? heading : "Tekst",
                FieldForm.Text) { Group = "Sagen", Line = LineOf(section) };
        if (sections.Count == 0) yield return new($"{at}/sections/0/text", "Sagens indhold",
            FieldForm.Text) { Group = "Sagen" };
        yield return new($"{at}/recommendation/by", "Hvem indstiller", FieldForm.Line) { Group = "Indstilling" };
        yield return new($"{at}/recommendation/points", "Der indstilles", FieldForm.Points) { Group = "Indstilling" };
        foreach (
            var field in (IEnumerable<ReadingField>)
                [.. Decisions(at, item), .. Remarks(at, item), .. FollowUps(at, item)]
        )
            yield return field;
        yield return new($"{at}/attachments", "Bilag", FieldForm.Attachments) { Group = "Bilag og gæster" };
        yield return new($"{at}/guests", "Gæster", FieldForm.Guests) { Group = "Bilag og gæster" };
        yield return new($"{at}/{AnswerPath.Removed}", "Punktet står ikke i papiret og skal ikke med",
            FieldForm.Truth) { Group = "Findes punktet?" };
    }

    private static IEnumerable<ReadingField> Decisions(string at, JsonObject? item)
    {
        var decisions = Math.Max(1, Each(item, "decisions").Count());
        for (var i = 0; i < decisions; i++)
        {
            var (path, group) = ($"{at}/decisions/{i}", decisions == 1 ? "Beslutning" : $"Beslutning {i + 1}");
            var line = AnswerPath.Get(item, $"decisions/{i}") is JsonObject decision ? LineOf(decision) : (int?)null;
            yield return new($"{path}/text", "Hvad står der", FieldForm.Paragraphs) { Group = group, Line = line };
            yield return new($"{path}/kind", "Hvad blev besluttet", FieldForm.Choice) { Group = group,
                Choices = DecisionKinds, Line = line };
            yield return new($"{path}/date", "Dag", FieldForm.Date) { Group = group, Line = line };
            yield return new($"{path}/body", "Organ", FieldForm.Line) { Group = group, Line = line };
            yield return new($"{path}/absent", "Ikke til stede under punktet", FieldForm.People) { Group = group,
                Line = line };
        }
    }

    private static IEnumerable<ReadingField> Remarks(string at, JsonObject? item)
    {
        foreach (var (remark, i) in Each(item, "remarks"))
        {
            var group = $"Bemærkning {i + 1}";
            yield return new($"{at}/remarks/{i}/name", "Medlem", FieldForm.Line) { Group = group };
            yield return new($"{at}/remarks/{i}/party", "Liste", FieldForm.Line) { Group = group };
            yield return new($"{at}/remarks/{i}/stance", "Hvad gør medlemmet", FieldForm.Choice) { Group = group,
                Choices = Stances };
            yield return new($"{at}/remarks/{i}/text", "Ordene", FieldForm.Text) { Group = group };
        }
    }

    private static IEnumerable<ReadingField> FollowUps(string at, JsonObject? item)
    {
        foreach (var (_, i) in Each(item, "followUps"))
        {
            var group = $"Opfølgning {i + 1}";
            yield return new($"{at}/followUps/{i}/text", "Hvad er lovet eller ønsket",
                FieldForm.Text) { Group = group };
            yield return new($"{at}/followUps/{i}/binding", "Er det et tilsagn", FieldForm.Truth) { Group = group,
                Choices = YesNo };
            yield return new($"{at}/followUps/{i}/owner", "Hvem", FieldForm.Line) { Group = group };
            yield return new($"{at}/followUps/{i}/due", "Frist", FieldForm.Date) { Group = group };
        }
    }

    private static IEnumerable<(JsonObject Node, int Index)> Each(JsonObject? item, string list) =>
        (item?[list] as JsonArray ?? []).Select((node, i) => (node!.AsObject(), i));

    internal static int LineOf(JsonObject node) =>
        node["line"] is JsonValue line && line.TryGetValue<int>(out var at) ? at : 0;
}
