using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// One printed line. <paramref name="Number"/> is the line of the file (text, export) or the running line (HTML, PDF), counted from 1;
/// cells of a table row are parted by tabs; <paramref name="IsHeading"/> is set where the source itself marks a heading.
/// </summary>
public sealed record SourceLine(int Number, string Text, int Page = 1, bool IsHeading = false)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public bool IsRow => Text.Contains('\t');
}

/// <summary>Where a file was read with doubt, or is damaged: a stable code, a Danish sentence, and the line where there is one.</summary>
public sealed record SourceNote(string Code, string Text, int? Line = null);

/// <summary>What kind of file the text came from.</summary>
public enum SourceKind
{
    PlainText,
    Html,
    Pdf,
    CaseSystemExport,
}

/// <summary>A document as lines in reading order, whatever the file it came from. Blank lines are kept: they part paragraphs and tables.</summary>
public sealed record SourceText(SourceKind Kind, IReadOnlyList<SourceLine> Lines, IReadOnlyList<SourceNote> Notes)
{
    /// <summary>The lines as text is kept: composed letters, one kind of space, nothing that cannot be seen.</summary>
    public static SourceText Of(SourceKind kind, IReadOnlyList<SourceLine> lines, params SourceNote[] notes) => new(kind, [.. lines.Select(l => l with { Text = WrittenText.Seen(l.Text) })], notes);
}
