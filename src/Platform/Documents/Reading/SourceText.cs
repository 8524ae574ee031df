using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// One printed line. <paramref name="Number"/> is the line of the file (text, export) or the running line (HTML, PDF),
/// counted from 1; cells of a table row are parted by tabs; <paramref name="IsHeading"/> is set where the source itself
/// marks a heading.
/// </summary>
public sealed record SourceLine(int Number, string Text, int Page = 1, bool IsHeading = false)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public bool IsRow => Text.Contains('\t');
}

/// <summary>
/// Where a file was read with doubt, or is damaged: a stable code, a Danish sentence, and the line where there is one.
/// </summary>
public sealed record SourceNote(string Code, string Text, int? Line = null);

/// <summary>What kind of file the text came from.</summary>
public enum SourceKind
{
    PlainText,
    Html,
    Pdf,
    CaseSystemExport,
}

/// <summary>
/// A document as lines in reading order, whatever the file it came from. Blank lines are kept: they part paragraphs and
/// tables.
/// </summary>
public sealed record SourceText(SourceKind Kind, IReadOnlyList<SourceLine> Lines, IReadOnlyList<SourceNote> Notes)
{
    /// <summary>
    /// A line that a grammar is asked about is never longer: what recognises headings and names looks back within its
    /// line.
    /// </summary>
    public const int LongestLine = 8_000;

    /// <summary>
    /// The lines as text is kept: composed letters, one kind of space, nothing that cannot be seen; a line without end
    /// is parted at its sentences.
    /// </summary>
    public static SourceText Of(SourceKind kind, List<SourceLine> lines, params SourceNote[] notes)
    {
        var kept = lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var seen = WrittenText.Seen(lines[i].Text);
            var line = ReferenceEquals(seen, lines[i].Text) ? lines[i] : lines[i] with { Text = seen };
            if (line.Text.Length > LongestLine && ReferenceEquals(kept, lines)) kept = lines[..i];
            if (line.Text.Length > LongestLine) kept.AddRange(Parted(line));
            else if (ReferenceEquals(kept, lines)) lines[i] = line;
            else kept.Add(line);
        }

        return new SourceText(kind, kept, notes);
    }

    private static IEnumerable<SourceLine> Parted(SourceLine line)
    {
        var rest = line.Text;
        for (var from = 0; from < rest.Length;)
        {
            var end = rest.Length - from <= LongestLine ? rest.Length : from + Cut(rest.AsSpan(from, LongestLine));
            yield return line with { Text = rest[from..end].Trim(' ') };
            from = end;
        }
    }

    /// <summary>Behind the last sentence that ends within; else behind a cell or a word; else anywhere.</summary>
    private static int Cut(ReadOnlySpan<char> text)
    {
        for (var at = text.Length - 2; at > text.Length / 2; at--)
        {
            if (text[at] == ' ' && text[at - 1] is ('.' or '?' or '!') && char.IsUpper(text[at + 1])) return at + 1;
        }

        return text.LastIndexOfAny(' ', '\t') is > 0 and var word ? word + 1 : text.Length;
    }
}
