using System.Text.Json;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Reads a code list's data file, as strictly as the law's other files are read.</summary>
internal sealed class CodeListReader(string file, string json)
{
    private static readonly string[] ListFields = ["list", "title", "groups", "codes"];
    private static readonly string[] CodeFields = ["id", "number", "labels", "source", "status", "note", "address", "groups"];
    private static readonly string[] GroupFields = ["id", "meaning", "source", "status"];
    private static readonly string[] LabelFields = ["text", "from", "to"];

    private string? _id;

    /// <exception cref="LawbookException">With the file, the line, the code and the mistake.</exception>
    public CodeList Read()
    {
        var root = Parse();
        Fields(root, ListFields);
        var name = Text(root, "list");
        if (name != Path.GetFileNameWithoutExtension(file))
            throw Wrong($"listen hedder \"{name}\", og filen noget andet.");
        var codes = root.GetProperty("codes").EnumerateArray().Select(Code).ToList();
        foreach (var twice in codes.GroupBy(c => c.Id).Where(g => g.Count() > 1))
            throw Wrong($"koden \"{twice.Key}\" står to gange.");
        foreach (var twice in codes.Where(c => c.Number is not null).GroupBy(c => c.Number).Where(g => g.Count() > 1))
            throw Wrong($"nummeret {twice.Key} står to gange.");
        List<CodeGroup> groups =
            root.TryGetProperty("groups", out var given) ? [.. given.EnumerateArray().Select(Group)] : [];
        if (codes.SelectMany(c => c.Groups).FirstOrDefault(g => groups.All(known => known.Id != g)) is { } unknown)
            throw Wrong($"gruppen \"{unknown}\" kendes ikke.");
        return new(name, Text(root, "title"), codes) { Groups = groups };
    }

    private CodeGroup Group(JsonElement element)
    {
        Fields(element, GroupFields);
        return new(Text(element, "id"), Text(element, "meaning"), Text(element, "source"), Status(element));
    }

    private LawStatus Status(JsonElement element) =>
        LawStatusWords.Parse(Text(element, "status"))
        ?? throw Wrong($"status \"{Text(element, "status")}\" kendes ikke.");

    private Code Code(JsonElement element)
    {
        _id = null;
        _id = Text(element, "id");
        Fields(element, CodeFields);
        var status = Status(element);
        int? number = element.TryGetProperty("number", out var given) ? given.GetInt32() : null;
        var labels = element.TryGetProperty("labels", out var list) ? list.EnumerateArray().Select(Label).ToList() : [];
        CheckDates(labels);
        return new(_id, number, labels, Text(element, "source"), status)
        {
            Note = Optional(element, "note"),
            Address = Optional(element, "address"),
            Groups = element.TryGetProperty("groups", out var groups)
                ? [.. groups.EnumerateArray().Select(g => g.GetString()!)]
                : [],
        };
    }

    private DatedLabel Label(JsonElement element)
    {
        Fields(element, LabelFields);
        return new(Text(element, "text"), Day(element, "from")!.Value, Day(element, "to"));
    }

    private void CheckDates(List<DatedLabel> labels)
    {
        if (labels.Count == 0) throw Wrong("der er ingen betegnelse.");
        if (labels.Any(l => l.To < l.From)) throw Wrong("en betegnelse slutter, før den begynder.");
        foreach (var (before, after) in labels.Zip(labels.Skip(1)))
            if (before.To?.AddDays(1) != after.From)
                throw Wrong(
                    $"betegnelserne \"{before.Text}\" og \"{after.Text}\" skal følge efter hinanden dag for dag."
                );
    }

    private JsonElement Parse()
    {
        try
        {
            return JsonDocument
                .Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })
                .RootElement;
        }
        catch (JsonException problem)
        {
            throw new LawbookException($"{file}: linje {problem.LineNumber + 1}: {problem.Message}")
            {
                File = file,
                Line = (int)(problem.LineNumber ?? 0) + 1,
            };
        }
    }

    private void Fields(JsonElement element, string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong("her skal stå et objekt.");
        if (element.EnumerateObject().Select(f => f.Name).FirstOrDefault(n => !known.Contains(n)) is { } unknown)
            throw Wrong($"feltet \"{unknown}\" kendes ikke.");
    }

    private string Text(JsonElement element, string name) =>
        Optional(element, name) is { Length: > 0 } text ? text : throw Wrong($"\"{name}\" mangler.");

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private DateOnly? Day(JsonElement label, string name)
    {
        if (name == "to" && !label.TryGetProperty(name, out _)) return null;
        return WrittenDate.Iso(Optional(label, name)) is { } day ? day
            : throw Wrong($"\"{name}\" skal være en dato (åååå-mm-dd).");
    }

    private LawbookException Wrong(string problem)
    {
        var at = _id is null ? -1 : json.IndexOf($"\"{_id}\"", StringComparison.Ordinal);
        return new($"{file}{(_id is null ? "" : $": {_id}")}: {problem}")
        {
            File = file,
            Line = at < 0 ? 1 : json.AsSpan(0, at).Count('\n') + 1,
        };
    }
}
