using System.Text.Json;
using System.Text.Json.Serialization;

namespace Virker.Platform;

/// <summary>
/// A paper that people read: an agenda, minutes, an annex, a letter. One model, rendered as HTML and as an accessible
/// tagged PDF, and kept as JSON where it must be frozen. The title is the first heading: it is printed as heading 1
/// unless the blocks begin with one. The same document gives the same bytes, so <paramref name="Created"/> is handed in
/// and no clock is asked.
/// </summary>
public sealed record Document(string Title, DateTimeOffset Created, IReadOnlyList<DocumentBlock> Blocks)
{
    /// <summary>BCP 47; single runs may differ.</summary>
    public string Language { get; init; } = "da-DK";

    public string? Subject { get; init; }

    /// <summary>The authority that answers for the paper, such as the municipality's name.</summary>
    public string? Author { get; init; }

    /// <summary>Stands at the top of every page of the PDF; on the first page as well.</summary>
    public string? Header { get; init; }

    /// <summary>Stands at the foot of every page of the PDF, beside "Side x af y".</summary>
    public string? Footer { get; init; }

    /// <summary>
    /// What links that begin with "/" are relative to when the paper leaves the browser; without it they are plain text
    /// in the PDF.
    /// </summary>
    public Uri? Site { get; init; }

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>
    /// The document as it is frozen in a database: reads back with <see cref="FromJson"/> to one that renders the same
    /// bytes.
    /// </summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Document FromJson(string json) =>
        JsonSerializer.Deserialize<Document>(json, Json) ?? throw new JsonException("The text holds no document.");
}
