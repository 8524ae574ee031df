namespace Virker.Platform;

/// <summary>A font's ToUnicode map: character codes of one or two bytes (or more) to text.</summary>
internal sealed class PdfCMap
{
    private readonly Dictionary<(int Length, int Code), string> _text = [];
    private readonly HashSet<int> _lengths = [];

    public bool IsEmpty => _text.Count == 0;

    public bool TwoBytes => _lengths.Contains(2) && !_lengths.Contains(1);

    public static PdfCMap Read(byte[] data)
    {
        var map = new PdfCMap();
        var lexer = new PdfLexer(data);
        var operands = new List<object?>();
        while (!lexer.AtEnd && map._text.Count < 200_000)
        {
            var next = lexer.Next(false);
            if (next is not PdfKeyword keyword)
            {
                if (operands.Count < 5000) operands.Add(next);
                continue;
            }

            if (keyword.Value == "endcodespacerange") map.CodeSpace(operands);
            if (keyword.Value == "endbfchar") map.Chars(operands);
            if (keyword.Value == "endbfrange") map.Ranges(operands);
            operands.Clear();
        }

        return map;
    }

    public string? Text(int length, int code) => _text.GetValueOrDefault((length, code));

    private void CodeSpace(List<object?> operands)
    {
        foreach (var low in operands.OfType<byte[]>()) _lengths.Add(low.Length);
    }

    private void Chars(List<object?> operands)
    {
        for (var i = 0; i + 1 < operands.Count; i += 2)
        {
            if (operands[i] is byte[] code && operands[i + 1] is byte[] text)
                _text[(code.Length, Code(code))] = Utf16(text);
        }
    }

    private void Ranges(List<object?> operands)
    {
        for (var i = 0; i + 2 < operands.Count; i += 3)
        {
            if (operands[i] is not byte[] low || operands[i + 1] is not byte[] high) continue;
            var (from, to) = (Code(low), Math.Min(Code(high), Code(low) + 65535));
            for (var code = from; code <= to; code++)
            {
                if (operands[i + 2] is byte[] first)
                    _text[(low.Length, code)] = Shifted(Utf16(first), code - from);
                if (
                    operands[i + 2] is List<object?> each
                    && code - from < each.Count
                    && each[code - from] is byte[] text
                )
                    _text[(low.Length, code)] = Utf16(text);
            }
        }
    }

    public static int Code(byte[] bytes) => bytes.Take(4).Aggregate(0, (code, b) => (code << 8) | b) & int.MaxValue;

    private static string Utf16(byte[] bytes) =>
        bytes.Length == 1
            ? ((char)bytes[0]).ToString()
            : System.Text.Encoding.BigEndianUnicode.GetString(bytes, 0, bytes.Length & ~1);

    private static string Shifted(string text, int by) =>
        by == 0 || text.Length == 0 ? text : text[..^1] + (char)(text[^1] + by);
}
