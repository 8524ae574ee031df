using System.Globalization;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// Reads the objects of PDF: numbers, names, strings, arrays, dictionaries, references. Nesting is limited; what is
/// broken reads as null.
/// </summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int position = 0)
{
    private const int MaxDepth = 60;
    private static readonly PdfKeyword EndOfArray = new("]");
    private static readonly PdfKeyword EndOfDictionary = new(">>");

    public int Position { get; set; } = position;

    public bool AtEnd => Position >= bytes.Length;

    private int Peek => Position < bytes.Length ? bytes.Span[Position] : -1;

    /// <summary>
    /// The next object; <paramref name="references"/> is off in content streams, where "1 0 R" cannot stand.
    /// </summary>
    public object? Next(bool references = true, int depth = 0)
    {
        SkipSpace();
        if (AtEnd) return null;
        var b = Peek;
        switch (b)
        {
            case '/': return Name();
            case '(': return LiteralString();
            case '[': return Array(references, depth);
            case ']': Position++; return EndOfArray;
            case '<' when Position + 1 < bytes.Length && bytes.Span[Position + 1] == '<': return Dictionary(references, depth);
            case '<': return HexString();
            case '>':
                Position += Position + 1 < bytes.Length && bytes.Span[Position + 1] == '>' ? 2 : 1;
                return EndOfDictionary;
            case '{' or '}' or ')': Position++; return new PdfKeyword(((char)b).ToString());
            default: return b is >= '0' and <= '9' or '+' or '-' or '.' ? Number(references) : Keyword();
        }
    }

    public void SkipSpace()
    {
        while (!AtEnd)
        {
            if (Peek == '%')
            {
                while (!AtEnd && Peek is not ('\n' or '\r')) Position++;
            }
            else if (Peek is 0 or 9 or 10 or 12 or 13 or 32) Position++;
            else return;
        }
    }

    private static bool IsDelimiter(int b) =>
        b is 0 or 9 or 10 or 12 or 13 or 32 or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    private string Token()
    {
        var from = Position;
        while (!AtEnd && !IsDelimiter(Peek)) Position++;
        if (Position == from) Position++;
        return Encoding.Latin1.GetString(bytes.Span[from..Math.Min(Position, bytes.Length)]);
    }

    private object Keyword()
    {
        var token = Token();
        return token switch { "true" => true, "false" => false, "null" => new PdfKeyword("null"), _ => new PdfKeyword(token) };
    }

    private PdfName Name()
    {
        Position++;
        var from = Position;
        while (!AtEnd && !IsDelimiter(Peek)) Position++;
        var raw = Encoding.Latin1.GetString(bytes.Span[from..Position]);
        for (var at = raw.IndexOf('#'); at >= 0 && at + 2 < raw.Length; at = raw.IndexOf('#', at + 1))
        {
            if (byte.TryParse(raw.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                raw = raw[..at] + (char)code + raw[(at + 3)..];
            }
        }

        return new PdfName(raw);
    }

    private object Number(bool references)
    {
        var token = Token();
        if (!double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return token.Length == 0 || !char.IsAsciiDigit(token[0]) ? new PdfKeyword(token) : 0d;
        if (!references || value is < 0 or > int.MaxValue || value != Math.Floor(value))
            return value;
        var mark = Position;
        SkipSpace();
        if (Peek is >= '0' and <= '9' && int.TryParse(Token(), out var generation))
        {
            SkipSpace();
            if (Peek == 'R' && (Position + 1 >= bytes.Length || IsDelimiter(bytes.Span[Position + 1])))
            {
                Position++;
                return new PdfRef((int)value, generation);
            }
        }

        Position = mark;
        return value;
    }

    private List<object?> Array(bool references, int depth)
    {
        Position++;
        var list = new List<object?>();
        while (!AtEnd)
        {
            var item = depth < MaxDepth ? Next(references, depth + 1) : Skip();
            if (ReferenceEquals(item, EndOfArray)) break;
            if (item is PdfKeyword { Value: not "null" } || list.Count > 200_000) continue;
            list.Add(item is PdfKeyword ? null : item);
        }

        return list;
    }

    private Dictionary<string, object?> Dictionary(bool references, int depth)
    {
        Position += 2;
        var dictionary = new Dictionary<string, object?>();
        while (!AtEnd)
        {
            var key = depth < MaxDepth ? Next(references, depth + 1) : Skip();
            if (ReferenceEquals(key, EndOfDictionary)) break;
            if (key is not PdfName name) continue;
            var value = Next(references, depth + 1);
            if (ReferenceEquals(value, EndOfDictionary)) break;
            dictionary[name.Value] = value is PdfKeyword ? null : value;
        }

        return dictionary;
    }

    private object? Skip()
    {
        Position = bytes.Length;
        return null;
    }

    private byte[] LiteralString()
    {
        Position++;
        var text = new List<byte>();
        for (var depth = 1; !AtEnd;)
        {
            var b = bytes.Span[Position++];
            if (b == '(') depth++;
            if (b == ')' && --depth == 0) break;
            if (b == '\\') Escape(text);
            else text.Add(b);
        }

        return [.. text];
    }

    private void Escape(List<byte> text)
    {
        if (AtEnd) return;
        var b = bytes.Span[Position++];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var code = b - '0';
            for (var n = 0; n < 2 && Peek is >= '0' and <= '7'; n++) code = (code * 8) + (bytes.Span[Position++] - '0');
            text.Add((byte)code);
        }
        else if (b == '\r')
        {
            if (Peek == '\n') Position++;
        }
        else if (b != '\n')
        {
            text.Add(b switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => b });
        }
    }

    private byte[] HexString()
    {
        Position++;
        var digits = new List<int>();
        while (!AtEnd)
        {
            var b = bytes.Span[Position++];
            if (b == '>') break;
            if (Uri.IsHexDigit((char)b)) digits.Add(Convert.ToInt32(((char)b).ToString(), 16));
        }

        if (digits.Count % 2 == 1) digits.Add(0);
        var result = new byte[digits.Count / 2];
        for (var i = 0; i < result.Length; i++) result[i] = (byte)((digits[2 * i] << 4) | digits[(2 * i) + 1]);
        return result;
    }
}
