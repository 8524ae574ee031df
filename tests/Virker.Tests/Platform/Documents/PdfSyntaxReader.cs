using System.Globalization;
using System.Text;

namespace Virker.Tests.Platform;

internal sealed record PdfNameToken(string Text);

internal sealed record PdfReference(int Number);

internal sealed record PdfOperator(string Text);

/// <summary>
/// Reads PDF values: numbers as double, strings as bytes, arrays as lists, dictionaries by name. Written for the tests,
/// from the standard.
/// </summary>
internal sealed class PdfSyntaxReader(byte[] bytes, int at = 0)
{
    private const string Delimiters = "()<>[]{}/%";

    public int At { get; set; } = at;

    public bool AtEnd
    {
        get
        {
            Skip();
            return At >= bytes.Length;
        }
    }

    public object? Read()
    {
        Skip();
        var letter = (char)bytes[At];
        return letter switch
        {
            '/' => Name(),
            '(' => Literal(),
            '<' when bytes[At + 1] == '<' => Dictionary(),
            '<' => Hex(),
            '[' => Array(),
            _ => Word(),
        };
    }

    /// <summary>"12 0 R" is a reference; anything else is what it is.</summary>
    private object? Value()
    {
        var value = Read();
        if (value is not double number)
            return value;
        var mark = At;
        if (
            !AtEnd
            && char.IsDigit((char)bytes[At])
            && Read() is double
            && !AtEnd
            && bytes[At] == 'R'
            && Read() is PdfOperator { Text: "R" }
        )
            return new PdfReference((int)number);
        At = mark;
        return value;
    }

    private void Skip()
    {
        while (At < bytes.Length && (bytes[At] is 0 or 9 or 10 or 12 or 13 or 32 || bytes[At] == '%'))
        {
            if (bytes[At] == '%')
            {
                while (At < bytes.Length && bytes[At] != '\n')
                    At++;
            }
            else
            {
                At++;
            }
        }
    }

    private PdfNameToken Name()
    {
        var start = ++At;
        while (At < bytes.Length && bytes[At] > 32 && !Delimiters.Contains((char)bytes[At]))
            At++;
        return new(Encoding.Latin1.GetString(bytes, start, At - start));
    }

    private object? Word()
    {
        var start = At;
        while (At < bytes.Length && bytes[At] > 32 && !Delimiters.Contains((char)bytes[At]))
            At++;
        if (At == start)
            throw new InvalidDataException($"Unexpected '{(char)bytes[At]}' at {At}.");
        var text = Encoding.Latin1.GetString(bytes, start, At - start);
        return text switch
        {
            "true" => true,
            "false" => false,
            "null" => null,
            _ when double.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            _ => new PdfOperator(text),
        };
    }

    private byte[] Literal()
    {
        var text = new List<byte>();
        for (At++; bytes[At] != ')'; At++)
        {
            if (bytes[At] == '(')
                throw new InvalidDataException("A bracket in a string was not escaped.");
            if (bytes[At] != '\\')
                text.Add(bytes[At]);
            else
                text.Add(bytes[++At] is (byte)'n' ? (byte)'\n' : bytes[At]);
        }
        At++;
        return [.. text];
    }

    private byte[] Hex()
    {
        var end = System.Array.IndexOf(bytes, (byte)'>', At);
        var text = Encoding.Latin1.GetString(bytes, At + 1, end - At - 1);
        At = end + 1;
        return Convert.FromHexString(text);
    }

    private List<object?> Array()
    {
        var list = new List<object?>();
        for (At++; ; list.Add(Value()))
        {
            Skip();
            if (bytes[At] != ']')
                continue;
            At++;
            return list;
        }
    }

    private Dictionary<string, object?> Dictionary()
    {
        var entries = new Dictionary<string, object?>();
        for (At += 2; ;)
        {
            Skip();
            if (bytes[At] == '>')
            {
                At += 2;
                return entries;
            }
            var key = Name().Text;
            if (!entries.TryAdd(key, Value()))
                throw new InvalidDataException($"/{key} stands twice.");
        }
    }
}
