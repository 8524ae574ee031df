using System.Text.Json.Serialization;

namespace Virker.Platform;

/// <summary>One thing after another in a <see cref="Document"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(ItemList), "list")]
[JsonDerivedType(typeof(DocumentTable), "table")]
[JsonDerivedType(typeof(FigureBlock), "figure")]
[JsonDerivedType(typeof(DefinitionRows), "definitions")]
[JsonDerivedType(typeof(SignOff), "signoff")]
[JsonDerivedType(typeof(NoticeBlock), "notice")]
[JsonDerivedType(typeof(PageBreak), "pagebreak")]
public abstract record DocumentBlock;

/// <summary>
/// Level 1–4. A level that would skip one is raised when rendered, so that the outline never has a hole.
/// </summary>
public sealed record Heading(int Level, string Text) : DocumentBlock
{
    /// <summary>What a link "#anchor" points at; ASCII.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A line feed in a run is a line break.</summary>
public sealed record Paragraph(IReadOnlyList<TextRun> Runs) : DocumentBlock
{
    public ParagraphStyle Style { get; init; }

    public static Paragraph Of(string text) => new([new TextRun(text)]);

    public static Paragraph Of(params TextRun[] runs) => new(runs);
}

public enum ParagraphStyle
{
    Body,

    /// <summary>The summary under a title.</summary>
    Lead,

    /// <summary>Sources, dates of data, remarks under a table.</summary>
    Small,
}

/// <summary>
/// A stretch of text set in one way. Links may be http, https, mailto, tel, "/path" and "#anchor"; any other is shown
/// as text.
/// </summary>
public sealed record TextRun(string Text)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public string? Link { get; init; }

    /// <summary>When the run is in another language than the document: BCP 47.</summary>
    public string? Language { get; init; }

    public static implicit operator TextRun(string text) => new(text);
}

public sealed record ItemList(IReadOnlyList<ListItem> Items) : DocumentBlock
{
    public bool Numbered { get; init; }

    /// <summary>The number of the first item of a numbered list.</summary>
    public int Start { get; init; } = 1;

    public static ItemList Bulleted(params string[] items) => new([.. items.Select(ListItem.Of)]);

    public static ItemList NumberedFrom(int start, params string[] items) =>
        new([.. items.Select(ListItem.Of)]) { Numbered = true, Start = start };
}

/// <summary>Paragraphs and, nested, further lists.</summary>
public sealed record ListItem(IReadOnlyList<DocumentBlock> Blocks)
{
    public static ListItem Of(string text) => new([Paragraph.Of(text)]);

    public static ListItem Of(params TextRun[] runs) => new([new Paragraph(runs)]);
}

/// <summary>Labels with their values: case number, date, participants.</summary>
public sealed record DefinitionRows(IReadOnlyList<Definition> Rows) : DocumentBlock
{
    public static DefinitionRows Of(params (string Label, string Value)[] rows) =>
        new([.. rows.Select(row => new Definition(row.Label, [new TextRun(row.Value)]))]);
}

public sealed record Definition(string Label, IReadOnlyList<TextRun> Value);

/// <summary>
/// Where the members sign: a line for each, with name and role, and when and how it was signed if it has been.
/// </summary>
public sealed record SignOff(string Title, IReadOnlyList<Signatory> Signatories) : DocumentBlock;

public sealed record Signatory(string Name, string Role)
{
    /// <summary>Such as "Godkendt digitalt 12. april 2021"; null while unsigned.</summary>
    public string? Signed { get; init; }
}

/// <summary>Text that must be seen: a closed item, a missing figure, a deadline.</summary>
public sealed record NoticeBlock(string Title, IReadOnlyList<TextRun> Runs) : DocumentBlock
{
    public NoticeKind Kind { get; init; }
}

public enum NoticeKind
{
    Information,
    Warning,
}

/// <summary>What follows begins on a new page of the PDF, and in print.</summary>
public sealed record PageBreak : DocumentBlock;

/// <summary>
/// A chart and the table that it is drawn from. <paramref name="Alt"/> says in a sentence or two what the chart shows,
/// for those who do not see it; the table follows the chart unless <see cref="TableElsewhere"/> says that it already
/// stands in the document.
/// </summary>
public sealed record FigureBlock(Chart Chart, string Alt) : DocumentBlock
{
    public string? Caption { get; init; }

    public bool TableElsewhere { get; init; }
}
