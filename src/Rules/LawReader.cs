using System.Text.Json;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Reads one data file of the law, strictly: an unknown field is refused, since a misspelt "to" would make a value last
/// for ever.
/// </summary>
internal sealed class LawReader(string file, string json)
{
    private static readonly string[] FileFields =
    [
        "rule",
        "title",
        "act",
        "paragraph",
        "stk",
        "nr",
        "anchor",
        "transition",
        "parameters",
    ];
    private static readonly string[] ParameterFields =
    [
        "name",
        "meaning",
        "unit",
        "act",
        "paragraph",
        "stk",
        "nr",
        "anchor",
        "transition",
        "values",
    ];
    private static readonly string[] ValueFields =
    [
        "from",
        "to",
        "inForceAtLatest",
        "value",
        "text",
        "source",
        "status",
        "checked",
        "note",
    ];

    private string _at = "";
    private string? _name;

    /// <exception cref="LawbookException">With the file, the line, the parameter and the entry.</exception>
    public LawSheet Read()
    {
        var root = Parse();
        Fields(root, FileFields);
        var place = new LawRef(
            Text(root, "act"),
            Optional(root, "paragraph") ?? "",
            Optional(root, "stk"),
            Optional(root, "nr")
        );
        var sheet = new LawSheet(
            Text(root, "rule"),
            Text(root, "title"),
            LawLinks.Of(place, Wrong),
            Text(root, "anchor"),
            Optional(root, "transition")
        );
        if (!root.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Array)
            throw Wrong("\"parameters\" skal være en liste.");
        return sheet with { Parameters = [.. parameters.EnumerateArray().Select(p => Parameter(p, sheet))] };
    }

    private Parameter Parameter(JsonElement element, LawSheet sheet)
    {
        (_name, _at) = (null, "");
        _name = Text(element, "name");
        _at = $": {_name}";
        Fields(element, ParameterFields);
        var unit = Text(element, "unit");
        if (!Units.Known(unit))
            throw Wrong($"enheden \"{unit}\" kendes ikke.");
        var place = sheet.Under with
        {
            Act = Optional(element, "act") ?? sheet.Under.Act,
            Paragraph = Optional(element, "paragraph") ?? sheet.Under.Paragraph,
        };
        place = place with { Stk = Optional(element, "stk") ?? place.Stk, Nr = Optional(element, "nr") ?? place.Nr };
        if (!element.TryGetProperty("values", out var list) || list.ValueKind != JsonValueKind.Array)
            throw Wrong("\"values\" skal være en liste.");
        var values = list.EnumerateArray().Select(v => Value(v, unit)).ToList();
        _at = $": {_name}";
        CheckDates(values);
        return new(sheet.Id, _name, Text(element, "meaning"), unit, LawLinks.Of(place, Wrong), values)
        {
            Anchor = Optional(element, "anchor") ?? sheet.Anchor,
            Transition = Optional(element, "transition") ?? sheet.Transition,
        };
    }

    private DatedValue Value(JsonElement value, string unit)
    {
        _at = $": {_name}";
        var from = Day(value, "from")!.Value;
        _at = $": {_name}: værdien fra {from:yyyy-MM-dd}";
        Fields(value, ValueFields);
        var status =
            LawStatusWords.Parse(Text(value, "status"))
            ?? throw Wrong($"status \"{Text(value, "status")}\" kendes ikke.");
        var held = new DatedValue(
            from,
            Day(value, "to", required: false),
            Number(value, unit),
            Text(value, "source"),
            status,
            Day(value, "checked")!.Value
        )
        {
            InForceAtLatest =
                value.TryGetProperty("inForceAtLatest", out var atLatest) && atLatest.ValueKind == JsonValueKind.True,
            Text = unit == Units.Text ? Words(value) : null,
            Note = Optional(value, "note"),
        };
        if (held.To < held.From)
            throw Wrong("en værdi slutter, før den begynder.");
        return held.Value is { } number && !Units.Allows(unit, number)
            ? throw Wrong($"{number} kan ikke stå i enheden \"{unit}\".")
            : held;
    }

    private decimal? Number(JsonElement value, string unit)
    {
        var given = value.TryGetProperty("value", out var number);
        if (unit == Units.Text) return given ? throw Wrong("en tekst skal stå i \"text\", ikke i \"value\".") : null;
        if (value.TryGetProperty("text", out _)) throw Wrong($"\"text\" hører til enheden \"{Units.Text}\".");
        return given switch
        {
            true when number.ValueKind == JsonValueKind.Number => number.GetDecimal(),
            true when number.ValueKind == JsonValueKind.Null => null,
            _ => throw Wrong("\"value\" skal være et tal, eller null hvor værdien ikke er fundet."),
        };
    }

    private string? Words(JsonElement value) =>
        value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.Null ? null
        : Optional(value, "text") is { Length: > 0 } words ? words
        : throw Wrong("\"text\" skal være en sætning, eller null hvor teksten ikke er fundet.");

    private void CheckDates(List<DatedValue> values)
    {
        if (values.Count == 0) throw Wrong("der er ingen værdier.");
        foreach (var (before, after) in values.Zip(values.Skip(1)))
        {
            if (before.To is not { } end || end >= after.From)
                throw Wrong($"værdierne fra {before.From:yyyy-MM-dd} og {after.From:yyyy-MM-dd} overlapper.");
            if (end.AddDays(1) != after.From)
                throw Wrong(
                    $"der er et hul mellem {end:yyyy-MM-dd} og {after.From:yyyy-MM-dd}; skriv det som en værdi, der er null."
                );
        }
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
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private DateOnly? Day(JsonElement element, string name, bool required = true)
    {
        if (!required && !element.TryGetProperty(name, out _)) return null;
        return WrittenDate.Iso(Optional(element, name)) is { } day ? day
            : throw Wrong($"\"{name}\" skal være en dato (åååå-mm-dd).");
    }

    private LawbookException Wrong(string problem) =>
        new($"{file}{_at}: {problem}") { File = file, Line = LineOfName() };

    private int LineOfName()
    {
        var at = _name is null ? -1 : json.IndexOf($"\"{_name}\"", StringComparison.Ordinal);
        return at < 0 ? 1 : json.AsSpan(0, at).Count('\n') + 1;
    }
}
