using System.Text.Json.Nodes;

namespace Virker.Committee;

/// <summary>
/// Where each doubt of a reading belongs: to a field, or to a part where it is about no one field. A note says which
/// item and line it is about; what it is about within them is told by
/// its code, and else by the nearest field above it.
/// </summary>
internal static class Reasons
{
    /// <summary>What nothing can be kept without, so that it is a doubt when it is not found.</summary>
    private static readonly string[] OfMinutes =
        ["document/municipality", "document/committee", "document/meetingDate"],
        OfPlan = ["document/municipality", "document/title", "document/periodFrom", "document/periodTo"];

    private static readonly IReadOnlyList<(string Code, string Field)> About =
    [
        ("date_contradicts", "decisions/0/date"), ("no_explicit_decision", "decisions/0/kind"),
            ("decision", "decisions/0/text"), ("recommend", "recommendation/points"), ("number", "number"),
            ("title", "title"),
        ("order", "handlingOrder"), ("attendance", "attendance/present"), ("present", "attendance/present"),
            ("absent", "attendance/absent"), ("committee", "document/committee"),
            ("municipality", "document/municipality"),
        ("kind", "document/documentType"), ("agenda", "document/documentType"),
    ];

    public static string KeyOf(int note) => $"notes/{note}";

    public static bool IsKey(string path) =>
        path.StartsWith("notes/", StringComparison.Ordinal) || path.StartsWith("missing/", StringComparison.Ordinal);

    /// <summary>Each doubt with its part and, where it is about one, its field.</summary>
    public static IEnumerable<(string Part, string? Field, ReadingReason Reason)> Of(ReadAnswer read,
        IReadOnlyList<ReadingPart> parts)
    {
        foreach (var path in (read.IsPlan ? OfPlan : OfMinutes).Where(p => AnswerPath.Get(read.Tree, p) is null))
            yield return (parts[0].Id, path,
                new($"missing/{path}", "missing", "Det blev ikke fundet i papiret. Skriv det, hvis det står der.", null,
                null));
        var items = new Dictionary<string, string>();
        foreach (var (item, i) in (read.Tree["items"] as JsonArray ?? []).Select((n, i) => (n, i)))
        {
            if (item?["number"]?.ToString().Split('.')[0] is { } number) items.TryAdd(number, MinutesParts.IdOf(i));
        }

        var byId = parts.ToDictionary(p => p.Id);
        foreach (var (note, i) in (read.Tree["notes"] as JsonArray ?? []).Select((n, i) => (n!.AsObject(), i)))
        {
            var (code, line) =
                (note["code"]?.ToString() ?? "",
                note["line"] is { } at ? MinutesParts.LineOf(new() { ["line"] = at.DeepClone() }) : 0);
            var part = PartOf(items, byId, parts, note, line);
            yield return (part.Id, FieldOf(part, code, line)?.Path,
                new(KeyOf(i), code, note["text"]?.ToString() ?? code, line == 0 ? null : line, null));
        }
    }

    private static ReadingPart PartOf(Dictionary<string, string> items, Dictionary<string, ReadingPart> byId,
        IReadOnlyList<ReadingPart> parts, JsonObject note, int line)
    {
        if (note["item"]?.ToString() is { } number && items.TryGetValue(number, out var id)
            && byId.TryGetValue(id, out var part)) return part;
        return parts.LastOrDefault(p =>
            line > 0 && p.FirstLine > 0 && line >= p.FirstLine && line <= p.LastLine && p.Id != MinutesParts.Attendance)
            ?? parts[0];
    }

    private static ReadingField? FieldOf(ReadingPart part, string code, int line) =>
        About.Where(a => code.Contains(a.Code, StringComparison.Ordinal)).Select(a =>
            part.Fields.LastOrDefault(f => f.Path.EndsWith(a.Field, StringComparison.Ordinal))).FirstOrDefault(f =>
            f is not null)
        ?? (line == 0 ? null : part.Fields.Where(f => f.Line is > 0 && f.Line <= line).MaxBy(f => f.Line));
}
