using System.Buffers;
using System.Text;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Plain text: lines as they stand; a form feed starts a page.</summary>
internal static class PlainTextSource
{
    /// <summary>What a tidy text has none of: invisible marks, other spaces, control characters.</summary>
    private static readonly SearchValues<char> Untidy = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Where(c => c != '\t').Select(c => (char)c),
        .. Enumerable.Range(0x7F, 0x22).Select(c => (char)c),
        '\u00AD',
        '\u200B',
        '\u200C',
        '\u200D',
        '\u2060',
        '\uFEFF',
        '\u202F',
        '\u2007',
        '\u2009',
        '\u2002',
        '\u2003',
    ]);

    public static Outcome<SourceText> Read(string text) => Whole(Lines(text));

    /// <summary>UTF-8 is read line by line: the text as a whole is never held.</summary>
    public static Outcome<SourceText> Read(ReadOnlySpan<byte> utf8)
    {
        var lines = new List<SourceLine>();
        var (number, page) = (0, 1);
        foreach (var raw in utf8.Split((byte)'\n'))
        {
            number++;
            var line = utf8[raw];
            var first = true;
            foreach (var part in line.Split((byte)'\f'))
            {
                if (!first) page++;
                first = false;
                lines.Add(
                    new SourceLine(
                        number,
                        Tidy(Encoding.UTF8.GetString(line[part].TrimEnd((byte)'\r').Trim((byte)' '))),
                        page
                    )
                );
            }
        }

        return Whole(lines);
    }

    private static Outcome<SourceText> Whole(List<SourceLine> lines) =>
        lines.TrueForAll(l => l.IsBlank)
            ? new Refusal("source.empty", "filen indeholder ingen tekst.")
            : SourceText.Of(SourceKind.PlainText, lines);

    public static List<SourceLine> Lines(string text)
    {
        var lines = new List<SourceLine>();
        var (number, page) = (0, 1);
        foreach (var raw in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsSpan(raw);
            var first = true;
            foreach (var part in line.Split('\f'))
            {
                if (!first) page++;
                first = false;
                lines.Add(new SourceLine(number, Tidy(line[part]), page));
            }
        }

        return lines;
    }

    /// <summary>
    /// One kind of space, no soft hyphens, no invisible marks; tabs stay, for they part the cells of a table.
    /// </summary>
    public static string Tidy(string text) => text.AsSpan().IndexOfAny(Untidy) < 0 ? text.Trim(' ') : Tidied(text);

    private static string Tidy(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd('\r').Trim(' ');
        return text.IndexOfAny(Untidy) < 0 ? text.ToString() : Tidied(text);
    }

    private static string Tidied(ReadOnlySpan<char> text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\r' or '\0')
                continue;
            tidy.Append(
                c is '\u00A0' or '\u202F' or '\u2007' or '\u2009' or '\u2002' or '\u2003' or '\v'
                || (char.IsControl(c) && c != '\t')
                    ? ' '
                    : c
            );
        }

        return tidy.ToString().Trim(' ');
    }
}
