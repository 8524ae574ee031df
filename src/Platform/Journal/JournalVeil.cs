using System.Globalization;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A module whose words not everybody who searches the journal may read. That a row was changed, by whom and when, is
/// always told; what was written in it only to those who may read it where it stands. Found by reflection.
/// </summary>
[Part]
public interface IWithholdsWords
{
    /// <summary>Who may read the words.</summary>
    string Permission { get; }

    /// <summary>Whether a table's words are withheld from others.</summary>
    bool Covers(string table);
}

/// <summary>
/// Takes withheld words out of a journal line and leaves what is no words: ids, days, numbers, states.
/// </summary>
internal sealed class JournalVeil(IEnumerable<IWithholdsWords> modules, Grants grants, CurrentActor actor)
{
    internal const string Withheld = "(vises ikke)";

    /// <summary>A column that only says where something stands.</summary>
    private static readonly HashSet<string> Plain = ["state"];

    public JournalLine Over(JournalLine line) =>
        modules.Any(m => m.Covers(line.Row.Entity) && !grants.Allows(actor.Value, m.Permission))
            ? line with
            {
                Before = Without(line.Before),
                After = Without(line.After),
                IsWithheld = true,
            }
            : line;

    internal static string? Without(string? json)
    {
        if (json is null)
            return null;
        var values = JsonDocument
            .Parse(json)
            .RootElement.EnumerateObject()
            .ToDictionary(
                p => p.Name,
                p =>
                    p.Value.ValueKind == JsonValueKind.String && !IsPlain(p.Name, p.Value.GetString()!)
                        ? Withheld
                        : (object)p.Value
            );
        return JsonSerializer.Serialize(values);
    }

    private static bool IsPlain(string column, string value) =>
        Plain.Contains(column)
        || Guid.TryParse(value, out _)
        || DateTimeOffset.TryParseExact(
            value,
            ["O", "yyyy-MM-dd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out _
        );
}
