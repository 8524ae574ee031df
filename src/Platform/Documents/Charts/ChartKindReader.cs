using System.Text.Json;
using System.Text.Json.Serialization;

namespace Virker.Platform;

/// <summary>
/// Reads the kind of a frozen chart; one that was frozen as a kind that is no longer drawn is read as the kind that
/// shows the same numbers.
/// </summary>
internal sealed class ChartKindReader : JsonConverter<ChartKind>
{
    public override ChartKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() switch
    {
        "line" => ChartKind.Trend,
        "stackedBar" or "valueAgainstTarget" => ChartKind.Bar,
        var name => Enum.TryParse<ChartKind>(name, ignoreCase: true, out var kind) ? kind
            : throw new JsonException($"No chart is of the kind {name}."),
    };

    public override void Write(Utf8JsonWriter writer, ChartKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
