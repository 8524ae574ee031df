namespace Virker.Platform;

/// <summary>
/// Where the objects stand in the file: classic tables, cross-reference streams, or found by looking.
/// </summary>
internal static class PdfCrossReference
{
    private const int MaxObjects = 2_000_000;

    public static Dictionary<string, object?>? Read(
        PdfFile file,
        byte[] bytes,
        int offset,
        Action<int, (long Offset, int InStream)> found,
        Func<int, object?> objectAt
    )
    {
        var lexer = new PdfLexer(bytes, offset);
        if (lexer.Next(false) is PdfKeyword { Value: "xref" }) return Table(lexer, found);
        return objectAt(offset) is PdfStream stream ? Stream(file, stream, found) : null;
    }

    private static Dictionary<string, object?>? Table(PdfLexer lexer, Action<int, (long Offset, int InStream)> found)
    {
        while (!lexer.AtEnd)
        {
            var head = lexer.Next(false);
            if (head is PdfKeyword { Value: "trailer" }) return lexer.Next() as Dictionary<string, object?>;
            if (head is not double first || lexer.Next(false) is not double count || count > MaxObjects) return null;
            for (var i = 0; i < count && !lexer.AtEnd; i++)
            {
                if (
                    lexer.Next(false) is not double offset
                    || lexer.Next(false) is not double
                    || lexer.Next(false) is not PdfKeyword use
                )
                    return null;
                if (use.Value == "n" && first + i < MaxObjects)
                    found((int)first + i, ((long)offset, -1));
            }
        }

        return null;
    }

    private static Dictionary<string, object?>? Stream(
        PdfFile file,
        PdfStream stream,
        Action<int, (long Offset, int InStream)> found
    )
    {
        var data = PdfFilters.Decode(stream, file.Resolve);
        if (stream.Dictionary.GetValueOrDefault("W") is not List<object?> { Count: >= 3 } widths) return null;
        var w = widths.Take(3).Select(v => v is double d ? (int)Math.Clamp(d, 0, 8) : 0).ToArray();
        var size = w.Sum();
        if (size == 0)
            return null;
        var sections =
            stream.Dictionary.GetValueOrDefault("Index") as List<object?> ?? [0d, (double)(data.Length / size)];
        var at = 0;
        for (var s = 0; s + 1 < sections.Count; s += 2)
        {
            if (sections[s] is not double first || sections[s + 1] is not double count) continue;
            for (var i = 0; i < count && at + size <= data.Length; i++, at += size)
            {
                var kind = w[0] == 0 ? 1 : Field(data, at, w[0]);
                var (second, third) = (Field(data, at + w[0], w[1]), Field(data, at + w[0] + w[1], w[2]));
                if (first + i is < 0 or > MaxObjects) continue;
                if (kind == 1) found((int)first + i, (second, -1));
                if (kind == 2 && second is > 0 and < MaxObjects) found((int)first + i, (third, (int)second));
            }
        }

        return stream.Dictionary;
    }

    private static long Field(byte[] data, int at, int width)
    {
        long value = 0;
        for (var i = 0; i < width; i++) value = (value << 8) | data[at + i];
        return value;
    }

    public static IEnumerable<(int Number, long Offset)> ObjectsByLooking(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var next = bytes.AsSpan(at).IndexOf(" obj"u8);
            if (next < 0) yield break;
            var end = at + next;
            at = end + 4;
            var i = end - 1;
            while (i >= 0 && char.IsAsciiDigit((char)bytes[i])) i--;
            if (i == end - 1 || i < 1 || bytes[i] != ' ') continue;
            var numberEnd = i;
            i--;
            while (i >= 0 && numberEnd - i < 9 && char.IsAsciiDigit((char)bytes[i]))
                i--;
            if (
                i + 1 < numberEnd
                && int.TryParse(bytes.AsSpan((i + 1)..numberEnd), out var number)
                && number < MaxObjects
            )
                yield return (number, i + 1);
        }
    }
}
