using System.Text.Json;
using System.Text.Json.Serialization;

namespace Virker.Kernel;

/// <summary>A <see cref="CodeWord{TSelf}"/> as its code in JSON; a code that is in no word is refused.</summary>
public sealed class CodeWordJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(ICodeWord));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(AsCode<>).MakeGenericType(typeToConvert))!;

    private sealed class AsCode<TWord> : JsonConverter<TWord> where TWord : CodeWord<TWord>
    {
        public override TWord? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CodeWord<TWord>.Of(reader.GetString())
            ?? throw new JsonException($"{typeof(TWord).Name} has no word with this code.");

        public override void Write(Utf8JsonWriter writer, TWord value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Code);
    }
}
