using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Virker.Cli;

/// <summary>
/// An answer as JSON, written to a stream as it is made: neither the whole of it nor a long text in it is held as a
/// piece.
/// </summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LongTexts() },
    };

    public static void Write<T>(Stream output, T value, bool indented)
    {
        using var pieces = new Pieces(output);
        var how = new JsonWriterOptions { Encoder = Options.Encoder, Indented = indented, SkipValidation = true };
        using (var writer = new Utf8JsonWriter(pieces, how)) JsonSerializer.Serialize(writer, value, Options);
        output.Write("\n"u8);
    }

    /// <summary>What the writer is done with goes on to the stream at once.</summary>
    private sealed class Pieces(Stream output) : IBufferWriter<byte>, IDisposable
    {
        private const int Piece = 65_536;
        private byte[] _piece = ArrayPool<byte>.Shared.Rent(Piece);

        public void Advance(int count) => output.Write(_piece, 0, count);

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_piece.Length >= sizeHint) return _piece;
            Dispose();
            return _piece = ArrayPool<byte>.Shared.Rent(sizeHint);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose() => ArrayPool<byte>.Shared.Return(_piece);
    }

    /// <summary>
    /// Texts as they are; one of megabytes in segments, for the writer makes room for the longest that one could
    /// become.
    /// </summary>
    private sealed class LongTexts : JsonConverter<string>
    {
        private const int Segment = 8_192;

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            var rest = value.AsSpan();
            if (rest.Length <= Segment)
            {
                writer.WriteStringValue(rest);
                return;
            }

            for (; rest.Length > Segment; rest = rest[Segment..])
                writer.WriteStringValueSegment(rest[..Segment], isFinalSegment: false);
            writer.WriteStringValueSegment(rest, isFinalSegment: true);
        }
    }
}
