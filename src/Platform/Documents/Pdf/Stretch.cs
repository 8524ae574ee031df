namespace Virker.Platform;

internal readonly record struct TypeStyle(double Size, double Leading, Ink Ink, bool Bold = false)
{
    public static readonly TypeStyle Body = new(10.5, 15, Ink.Text);
    public static readonly TypeStyle Lead = new(12, 17.5, Ink.Muted);
    public static readonly TypeStyle Small = new(8.5, 12, Ink.Muted);
    public static readonly TypeStyle Table = new(9, 12.5, Ink.Text);
    public static readonly TypeStyle TableHeader = new(9, 12.5, Ink.Text, Bold: true);
    public static readonly TypeStyle Caption = new(9.5, 13.5, Ink.Text, Bold: true);
    public static readonly TypeStyle Furniture = new(8, 11, Ink.Muted);

    public static TypeStyle Heading(int level) => level switch
    {
        1 => new(22, 28, Ink.Accent, Bold: true),
        2 => new(14.5, 20, Ink.Accent, Bold: true),
        3 => new(11.5, 16, Ink.Accent, Bold: true),
        _ => new(10.5, 15, Ink.Text, Bold: true),
    };
}

/// <summary>Text set in one way, with the element that it is the content of (null: an artifact).</summary>
internal sealed record Stretch(string Text, FontFace Face, TypeStyle Style, StructureTag? Tag)
{
    /// <summary>An absolute address, or "#anchor".</summary>
    public string? Target { get; init; }

    public string Words { get; init; } = "";

    public static IReadOnlyList<Stretch> Plain(string? text, TypeStyle style, StructureTag? tag) =>
        [new(CleanText.Of(text), FontFaces.Face(style.Bold, false), style, tag)];

    public static IReadOnlyList<Stretch> Of(
        IEnumerable<TextRun> runs,
        TypeStyle style,
        StructureTag parent,
        PaperLinks links
    ) => [.. runs.Where(run => run.Text.Length > 0).Select(run => Of(run, style, parent, links))];

    private static Stretch Of(TextRun run, TypeStyle style, StructureTag parent, PaperLinks links)
    {
        var text = CleanText.Of(run.Text);
        var face = FontFaces.Face(style.Bold || run.Bold, run.Italic);
        var target = string.IsNullOrWhiteSpace(text) ? null : links.Target(run.Link);
        var tag =
            target is not null ? new StructureTag("Link", parent)
            : run.Language is not null ? new StructureTag("Span", parent)
            : parent;
        if (run.Language is not null)
            tag.Entry("Lang", PdfSyntax.Text(CleanText.Line(run.Language)));
        return new(text, face, target is null ? style : style with { Ink = Ink.Accent }, tag)
        {
            Target = target,
            Words = CleanText.Line(run.Text),
        };
    }
}
