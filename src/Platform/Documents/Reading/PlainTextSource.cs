using System.Text;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Plain text: lines as they stand; a form feed starts a page.</summary>
internal static class PlainTextSource
{
    public static Outcome<SourceText> Read(string text)
    {
        var lines = Lines(text);
        return lines.All(l => l.IsBlank)
            ? new Refusal("source.empty", "filen indeholder ingen tekst.")
            : SourceText.Of(SourceKind.PlainText, lines);
    }

    public static List<SourceLine> Lines(string text)
    {
        var lines = new List<SourceLine>();
        var (number, page) = (0, 1);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            foreach (var part in raw.Split('\f'))
            {
                if (!ReferenceEquals(part, raw) && lines.Count > 0 && lines[^1].Number == number) page++;
                lines.Add(new SourceLine(number, Tidy(part), page));
            }
        }

        return lines;
    }

    /// <summary>One kind of space, no soft hyphens, no invisible marks; tabs stay, for they part the cells of a table.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\r' or '\0') continue;
            tidy.Append(c is '\u00A0' or '\u202F' or '\u2007' or '\u2009' or '\u2002' or '\u2003' or '\v' || (char.IsControl(c) && c != '\t') ? ' ' : c);
        }

        var from = 0;
        while (from < tidy.Length && tidy[from] == ' ') from++;
        return tidy.ToString(from, tidy.Length - from).TrimEnd(' ');
    }
}
