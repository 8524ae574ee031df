using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Virker.Tests.Committee;

/// <summary>
/// Compares an answer with what was expected, fact by fact, as the contract of the command line says: texts after white
/// space and mark-up residue are gone, null is no fact, so that what is filled in shows as invented and what is lost as
/// missed.
/// </summary>
internal static partial class MinutesScore
{
    public static List<string> Differences(JsonElement answer, JsonElement expected)
    {
        var (found, wanted) = (Facts(answer).ToList(), Facts(expected).ToList());
        return
        [
            .. Less(wanted, found).Select(f => "missed: " + f),
            .. Less(found, wanted).Select(f => "invented: " + f),
        ];
    }

    public static int Count(JsonElement expected) => Facts(expected).Count();

    private static IEnumerable<string> Less(List<string> all, List<string> taken)
    {
        var left = taken.GroupBy(f => f).ToDictionary(g => g.Key, g => g.Count());
        foreach (var fact in all)
        {
            if (left.TryGetValue(fact, out var n) && n > 0) left[fact] = n - 1;
            else yield return fact;
        }
    }

    private static IEnumerable<string> Facts(JsonElement doc)
    {
        foreach (var name in new[] { "committee", "term", "meetingDate", "start", "place" })
        foreach (var f in Fact($"document.{name}", "", Get(Get(doc, "document"), name)))
            yield return f;
        foreach (var name in new[] { "handlingOrder", "withdrawnItems" })
            yield return $"{name}: [{string.Join(',', Items(Get(doc, name)).Select(n => n.GetRawText()))}]";
        foreach (var name in new[] { "present", "absent" })
        {
            foreach (var person in Items(Get(Get(doc, "attendance"), name)))
                yield return $"attendance.{name}: {Text(Get(person, "name"))} ({Text(Get(person, "party"))})";
        }

        var place = 0;
        foreach (var item in Items(Get(doc, "items")))
        {
            var key = Text(Get(item, "number")) ?? $"#{place}";
            place++;
            foreach (var fact in OfItem(item)) yield return $"[{key}] {fact}";
        }

        foreach (var table in Items(Get(doc, "tables")))
        {
            foreach (var row in Items(Get(table, "rows")))
                yield return $"[{Text(Get(table, "item"))}] row {Text(Get(row, "label"))} = {string.Join('|', Items(Get(row, "values")).Select(Value))}";
        }
    }

    private static IEnumerable<string> OfItem(JsonElement item)
    {
        foreach (var name in new[] { "handledAs", "title", "type", "caseNo", "docNo", "access", "competence" })
        foreach (var f in Fact(name, "", Get(item, name)))
            yield return f;
        foreach (var section in Items(Get(item, "sections")))
        {
            yield return $"section {Text(Get(section, "key"))}";
            if (Get(section, "placeholder").ValueKind == JsonValueKind.True)
                yield return $"placeholder {Text(Get(section, "key"))}";
        }

        var recommendation = Get(item, "recommendation");
        foreach (var f in Fact("recommended by", "", Get(recommendation, "by")))
            yield return f;
        foreach (var point in Items(Get(recommendation, "points")))
            yield return $"point {Text(Get(point, "text"))}";
        foreach (var fact in Items(Get(item, "decisions")).SelectMany(OfDecision))
            yield return fact;
        foreach (var r in Items(Get(item, "remarks")))
            yield return $"remark {Text(Get(r, "name"))} ({Text(Get(r, "party"))}) {Text(Get(r, "stance"))}";
        foreach (var g in Items(Get(item, "guests")))
            yield return $"guest {Text(Get(g, "name"))}, {Text(Get(g, "title"))}";
        foreach (var a in Items(Get(item, "attachments")))
            yield return $"attachment {Text(Get(a, "docNo")) ?? "-"} {Text(Get(a, "title"))}";
        foreach (var f in Items(Get(item, "followUps")))
            yield return $"follow-up {Get(f, "binding").GetRawText()}";
    }

    private static IEnumerable<string> OfDecision(JsonElement decision)
    {
        var at = Text(Get(decision, "date"));
        yield return $"decision {at} {Text(Get(decision, "kind"))}";
        var text = Clean(string.Join(' ', Items(Get(decision, "text")).Select(t => t.GetString())));
        if (text.Length > 0)
            yield return $"decision {at} says {text}";
        foreach (var absent in Items(Get(decision, "absent")))
            yield return $"decision {at} absent {Text(absent.ValueKind == JsonValueKind.String ? absent : Get(absent, "name"))}";
    }

    private static IEnumerable<string> Fact(string path, string key, JsonElement value) =>
        Text(value) is { Length: > 0 } text ? [$"{path}{key}: {text}"] : [];

    private static JsonElement Get(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : default;

    private static IEnumerable<JsonElement> Items(JsonElement of) =>
        of.ValueKind == JsonValueKind.Array ? of.EnumerateArray() : [];

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()!),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Object => Text(Get(value, "printed")) ?? "",
        _ => Text(value) ?? "",
    };

    private static string Clean(string text) =>
        Spaces().Replace(Dash().Replace(Residue().Replace(text, " "), ""), " ").Trim();

    [GeneratedRegex(@"<[^>]+>|\*+|_{2,}")]
    private static partial Regex Residue();

    [GeneratedRegex(@"^\s*-\s+")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
