using System.Globalization;
using System.Text.Json;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web.Pages.Oversight.Journal;

/// <summary>
/// What the journal's tables, columns and values are called on a page. The journal keeps the names that the database
/// has; here is the one place that says them in Danish
/// (<c>journal-words.txt</c>, compiled in).
/// </summary>
public static class JournalWords
{
    private static readonly IReadOnlyDictionary<string, string> Named = Read();

    /// <summary>Every table with its name, by the name.</summary>
    public static IReadOnlyList<(string Table, string Name)> Tables { get; } =
    [
        .. Named
            .Where(n => n.Key.StartsWith("table ", StringComparison.Ordinal))
            .Select(n => (n.Key["table ".Length..], n.Value))
            .OrderBy(n => n.Item2, StringComparer.Create(Danish.Culture, ignoreCase: true)),
    ];

    /// <summary>
    /// The words of the file, by what they are of: "table notes", "column written_at", "value kind approved".
    /// </summary>
    internal static IReadOnlyDictionary<string, string> All => Named;

    /// <summary>What somebody did, by the name of the use case.</summary>
    public static string Action(string useCase) => Named.GetValueOrDefault($"action {useCase}") ?? useCase;

    public static string Table(string table) => Named.GetValueOrDefault($"table {table}") ?? table;

    public static string Column(string table, string column) =>
        Named.GetValueOrDefault($"column {table}.{column}") ?? Named.GetValueOrDefault($"column {column}") ?? column;

    /// <summary>
    /// Days and times as they are said, yes and no, codes by their words; what somebody has written stands as it was
    /// written.
    /// </summary>
    public static string Value(string column, JsonElement value, StoredWords codes) => value.ValueKind switch
    {
        JsonValueKind.Null => "–",
        JsonValueKind.True => "Ja",
        JsonValueKind.False => "Nej",
        JsonValueKind.String => codes.Word(column, value.GetString()!) ?? Said(column, value.GetString()!),
        JsonValueKind.Number => value.GetDecimal().ToString(Danish.Culture),
        _ => value.ToString(),
    };

    private static string Said(string column, string value) =>
        Named.GetValueOrDefault($"value {column} {value}") is { } code ? code
        : column == "role" && Role.SignedIn.Append(Role.Public).FirstOrDefault(r => r.Id == value) is { } role
            ? role.Name
        : WrittenDate.Iso(value) is { } day ? Danish.Date(day)
        : DateTimeOffset.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? Danish.Time(at)
        : value;

    private static Dictionary<string, string> Read()
    {
        using var stream =
            typeof(JournalWords).Assembly.GetManifestResourceStream("journal-words.txt")
            ?? throw new InvalidOperationException("The journal's words are not compiled in.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return WrittenBytes
            .Decoded(bytes.ToArray())
            .Split('\n')
            .Select(l => l.Trim())
            .Where(l => l.Length > 0 && !l.StartsWith('#'))
            .Select(l => l.Split(" = ", 2))
            .ToDictionary(p => p[0], p => p[1]);
    }
}
