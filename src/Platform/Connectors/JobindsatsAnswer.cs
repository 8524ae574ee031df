using System.Text.Json;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Reads what jobindsats answers: numbers may be numbers or Danish text, the body may begin with a byte order mark.
/// </summary>
internal static class JobindsatsAnswer
{
    private static readonly Refusal Unreadable = new(
        "jobindsats.unreadable",
        "Svaret fra jobindsats kunne ikke læses."
    );

    /// <summary><c>{"columns": [...], "rows": [[...]]}</c>.</summary>
    public static Outcome<OfficialTable> ReadV3(string body) => Read(body, root => Table(root, "columns", "rows"));

    /// <summary><c>{"Variables": [{"Label": ...}], "Data": [[...]]}</c>, alone or as the only item of a list.</summary>
    public static Outcome<OfficialTable> ReadV2(string body) =>
        Read(
            body,
            root =>
                Table(
                    root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root,
                    "Variables",
                    "Data"
                )
        );

    private static Outcome<OfficialTable> Read(string body, Func<JsonElement, OfficialTable?> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body.TrimStart('\ufeff'));
            return read(document.RootElement) is { } table ? table : Unreadable;
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private static OfficialTable? Table(JsonElement root, string columns, string rows)
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty(columns, out var heads)
            || !root.TryGetProperty(rows, out var lines)
            || heads.ValueKind != JsonValueKind.Array
            || lines.ValueKind != JsonValueKind.Array
        )
            return null;
        List<string> names = [.. heads.EnumerateArray().Select(Name)];
        List<IReadOnlyList<string?>> read =
        [
            .. lines
                .EnumerateArray()
                .Where(l => l.ValueKind == JsonValueKind.Array)
                .Select(l => (IReadOnlyList<string?>)[.. l.EnumerateArray().Select(Cell)]),
        ];
        return read.TrueForAll(r => r.Count == names.Count) ? new(names, read) : null;
    }

    private static string Name(JsonElement head)
    {
        if (head.ValueKind == JsonValueKind.String) return head.GetString()!;
        foreach (var property in new[] { "Label", "label", "name", "column_name", "id" })
        {
            if (
                head.ValueKind == JsonValueKind.Object
                && head.TryGetProperty(property, out var name)
                && name.ValueKind == JsonValueKind.String
            )
                return name.GetString()!;
        }

        return "";
    }

    private static string? Cell(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => OfficialTable.FromMachine(cell.GetRawText()),
        JsonValueKind.String => OfficialTable.Cell(cell.GetString()),
        _ => null,
    };
}
