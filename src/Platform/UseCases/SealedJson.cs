using System.Text.Json;
using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>JSON that is sealed or hashed at once and never shown: numbers in clear, streams by their length.</summary>
internal static class SealedJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new CprConverter(), new CvrConverter(), new StreamConverter(), new CodeWordJson() },
    };

    private sealed class CprConverter : JsonConverter<Cpr>
    {
        public override Cpr Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Cpr.TryParse(reader.GetString(), out var cpr) ? cpr.Value : default;

        public override void Write(Utf8JsonWriter writer, Cpr value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value == default ? "" : value.Digits);
    }

    private sealed class CvrConverter : JsonConverter<Cvr>
    {
        public override Cvr Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Cvr.TryParse(reader.GetString(), out var cvr) ? cvr.Value : default;

        public override void Write(Utf8JsonWriter writer, Cvr value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class StreamConverter : JsonConverter<Stream>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Stream));

        public override Stream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new JsonException("A stream is not read back from an answer.");

        public override void Write(Utf8JsonWriter writer, Stream value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.CanSeek ? value.Length : -1);
    }
}
