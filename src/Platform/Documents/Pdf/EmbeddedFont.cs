using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// One embedded cut. Each character used gets a number of its own in the order of first use, also when two share a
/// shape, so that the text comes out of the file as it went in.
/// </summary>
internal sealed class EmbeddedFont(FontFace face)
{
    private const string Digits = "0123456789ABCDEF";
    private readonly TrueTypeFont _font = FontFaces.Of(face);
    private readonly Dictionary<int, int> _numbers = [];
    private readonly List<int> _characters = [];

    public string Name { get; } = "F" + (int)face;

    public bool IsUsed => _characters.Count > 0;

    public void Encode(StringBuilder content, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!_numbers.TryGetValue(rune.Value, out var number))
            {
                _characters.Add(rune.Value);
                _numbers[rune.Value] = number = _characters.Count;
            }
            content
                .Append(Digits[number >> 12])
                .Append(Digits[(number >> 8) & 15])
                .Append(Digits[(number >> 4) & 15])
                .Append(Digits[number & 15]);
        }
    }

    public int Write(PdfOutput output)
    {
        var glyphs = _characters.Select(Shape).ToList();
        var file = FontSubset.Build(_font, glyphs);
        var name = Tag(file) + "+" + _font.Name;
        var stream = output.AddStream($"/Length1 {file.Length}", file);
        var descriptor = output.Add(
            $"<</Type /FontDescriptor /FontName /{name} /Flags {(_font.ItalicAngle != 0 ? 96 : 32)} "
                + $"/FontBBox {PdfSyntax.Box(_font.Box)} /ItalicAngle {PdfSyntax.Number(_font.ItalicAngle)} /Ascent {PdfSyntax.Number(_font.Ascent)} "
                + $"/Descent {PdfSyntax.Number(_font.Descent)} /CapHeight {PdfSyntax.Number(_font.CapHeight)} /StemV {(face is FontFace.Regular or FontFace.Italic ? 80 : 120)} "
                + $"/FontFile2 {stream} 0 R>>"
        );
        var widths = string.Join(' ', glyphs.Select(glyph => PdfSyntax.Number(_font.Scale(_font.AdvanceUnits(glyph)))));
        var missing = PdfSyntax.Number(_font.Scale(_font.AdvanceUnits(0)));
        var descendant = output.Add(
            $"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
                + $"/FontDescriptor {descriptor} 0 R /DW {missing} /W [1 [{widths}]] /CIDToGIDMap /Identity>>"
        );
        var unicode = output.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return output.Add(
            $"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R>>"
        );
    }

    /// <summary>A soft hyphen that is printed looks like a hyphen, whatever the font draws for it.</summary>
    private int Shape(int codePoint) => _font.GlyphOrReplacement(codePoint == 0xAD ? '-' : codePoint);

    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        );
        for (var start = 0; start < _characters.Count; start += 100)
        {
            var chunk = _characters.Skip(start).Take(100).ToList();
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Count} beginbfchar\n");
            for (var i = 0; i < chunk.Count; i++)
            {
                var text = Encoding.BigEndianUnicode.GetBytes(new Rune(chunk[i]).ToString());
                map.Append(CultureInfo.InvariantCulture, $"<{start + i + 1:X4}> <{Convert.ToHexString(text)}>\n");
            }
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Tag(byte[] file) =>
        string.Concat(SHA256.HashData(file).Take(6).Select(part => (char)('A' + part % 26)));
}
