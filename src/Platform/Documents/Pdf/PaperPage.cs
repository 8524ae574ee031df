using System.Text;

namespace Virker.Platform;

/// <summary>Where a link lies on a page, and its element.</summary>
internal sealed record PaperLink(
    StructureTag Tag,
    string Target,
    string Words,
    double X,
    double Y,
    double Width,
    double Height
);

/// <summary>
/// The content of one page. Everything that is drawn is either the content of an element or an artifact: the page keeps
/// one of them open, and changes when something else is drawn. Measures are points from the top left corner.
/// </summary>
internal sealed class PaperPage(PaperFonts fonts)
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder _content = new();
    private StructureTag? _open;
    private bool _inArtifact;
    private Ink? _ink;

    public int Number { get; set; }

    /// <summary>The elements of the page's marked content, by their number on the page.</summary>
    public List<StructureTag> Marked { get; } = [];

    public List<PaperLink> Links { get; } = [];

    /// <summary>Places that links and the outline point at.</summary>
    public List<(string Anchor, double Top)> Anchors { get; } = [];

    public void Text(StructureTag? tag, string text, FontFace face, double size, Ink ink, double x, double baseline)
    {
        if (text.Length == 0)
            return;
        Open(tag);
        Fill(ink);
        var font = fonts.Of(face);
        _content.Append($"BT /{font.Name} {N(size)} Tf {N(x)} {N(Height - baseline)} Td <");
        font.Encode(_content, text);
        _content.Append("> Tj ET\n");
    }

    public void Rectangle(StructureTag? tag, double x, double y, double width, double height, Ink ink)
    {
        Open(tag);
        Fill(ink);
        _content.Append($"{N(x)} {N(Height - y - height)} {N(width)} {N(height)} re f\n");
    }

    public void Line(StructureTag? tag, double x1, double y1, double x2, double y2, Ink ink, double thickness = 0.5)
    {
        Open(tag);
        _content.Append(
            $"{ink.Operands} RG {N(thickness)} w {N(x1)} {N(Height - y1)} m {N(x2)} {N(Height - y2)} l S\n"
        );
    }

    /// <summary>A path of operators in the page's own coordinates, drawn in a state of its own.</summary>
    public void Path(StructureTag? tag, string operators)
    {
        Open(tag);
        _content.Append("q ").Append(operators).Append("Q\n");
    }

    public void Link(StructureTag tag, string target, string words, double x, double y, double width, double height) =>
        Links.Add(new(tag, target, words, x, y, width, height));

    /// <summary>Headers and footers: artifacts that say which of the two they are.</summary>
    public void Furniture(string subtype, Action draw)
    {
        End();
        _content.Append(
            $"/Artifact <</Type /Pagination /Subtype /{subtype} /Attached [/{(subtype == "Header" ? "Top" : "Bottom")}]>> BDC\n"
        );
        _inArtifact = true;
        draw();
        End();
    }

    /// <summary>The finished content stream.</summary>
    public string Close()
    {
        End();
        return _content.ToString();
    }

    private void Open(StructureTag? tag)
    {
        if (tag is null ? _inArtifact : ReferenceEquals(tag, _open))
            return;
        End();
        if (tag is null)
        {
            _content.Append("/Artifact BMC\n");
            _inArtifact = true;
            return;
        }
        tag.Attach();
        tag.Kids.Add(new MarkedContent(this, Marked.Count));
        _content.Append($"/{tag.Type} <</MCID {Marked.Count}>> BDC\n");
        Marked.Add(tag);
        _open = tag;
    }

    private void End()
    {
        if (_inArtifact || _open is not null)
            _content.Append("EMC\n");
        (_open, _inArtifact) = (null, false);
    }

    private void Fill(Ink ink)
    {
        if (_ink == ink)
            return;
        _ink = ink;
        _content.Append($"{ink.Operands} rg\n");
    }

    private static string N(double value) => PdfSyntax.Number(value);
}

/// <summary>A colour, 0–255.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink Text = new(0x1A, 0x1A, 0x1A);
    public static readonly Ink Muted = new(0x4D, 0x4D, 0x4D);
    public static readonly Ink Accent = new(0x07, 0x45, 0x53);
    public static readonly Ink Rule = new(0xB9, 0xC4, 0xC7);
    public static readonly Ink Shade = new(0xEF, 0xF5, 0xF6);
    public static readonly Ink Warning = new(0xA8, 0x4B, 0x00);

    public string Operands => $"{Part(Red)} {Part(Green)} {Part(Blue)}";

    public string Hex => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static string Part(byte value) =>
        Math.Round(value / 255.0, 3).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class PaperFonts
{
    private readonly EmbeddedFont[] _fonts = [.. Enum.GetValues<FontFace>().Select(face => new EmbeddedFont(face))];

    public EmbeddedFont Of(FontFace face) => _fonts[(int)face];

    public IEnumerable<EmbeddedFont> Used => _fonts.Where(font => font.IsUsed);
}
