using System.Buffers.Binary;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// The parts of a TrueType font that setting and embedding need. Lengths are in thousandths of the type size.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int At, int Length)> _tables = [];
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly int[] _quick = new int[0x250];
    private readonly int _unitsPerEm;
    private readonly int _metrics;
    private readonly bool _longOffsets;

    public TrueTypeFont(string name, byte[] file)
    {
        (Name, _file) = (name, file);
        for (int i = 0, at = 12; i < U16(4); i++, at += 16)
            _tables[Encoding.ASCII.GetString(file, at, 4)] = (I32(at + 8), I32(at + 12));
        int head = At("head"), hhea = At("hhea"), os2 = At("OS/2");
        _unitsPerEm = U16(head + 18);
        _longOffsets = U16(head + 50) == 1;
        _metrics = U16(hhea + 34);
        Box = [Scale(I16(head + 36)), Scale(I16(head + 38)), Scale(I16(head + 40)), Scale(I16(head + 42))];
        (Ascent, Descent) = (Scale(I16(hhea + 4)), Scale(I16(hhea + 6)));
        CapHeight = Scale(I16(os2 + 88));
        ItalicAngle = I32(At("post") + 4) / 65536.0;
        ReadCharacters(At("cmap"));
        for (var code = 0; code < _quick.Length; code++)
            _quick[code] = _glyphs.GetValueOrDefault(code);
        Replacement = new[] { 0xFFFD, 0x25A1, '?' }.Select(Glyph).First(glyph => glyph != 0);
    }

    public string Name { get; }

    public double[] Box { get; }

    public double Ascent { get; }

    public double Descent { get; }

    public double CapHeight { get; }

    public double ItalicAngle { get; }

    /// <summary>What is drawn for a character that the font lacks.</summary>
    public int Replacement { get; }

    /// <summary>0 when the font has no such character.</summary>
    public int Glyph(int codePoint) =>
        codePoint < _quick.Length ? _quick[codePoint] : _glyphs.GetValueOrDefault(codePoint);

    public int GlyphOrReplacement(int codePoint) => Glyph(codePoint) is > 0 and var glyph ? glyph : Replacement;

    public int AdvanceUnits(int glyph) => U16(At("hmtx") + 4 * Math.Min(glyph, _metrics - 1));

    public short LeftBearing(int glyph) => glyph < _metrics
        ? I16(At("hmtx") + 4 * glyph + 2) : I16(At("hmtx") + 4 * _metrics + 2 * (glyph - _metrics));

    public double Advance(int codePoint) => Scale(AdvanceUnits(GlyphOrReplacement(codePoint)));

    public double Width(string text, double size)
    {
        var sum = 0.0;
        foreach (var rune in text.EnumerateRunes())
            sum += Advance(rune.Value);
        return sum * size / 1000;
    }

    public double Scale(int units) => units * 1000.0 / _unitsPerEm;

    public ReadOnlySpan<byte> Table(string tag) =>
        _tables.TryGetValue(tag, out var table) ? _file.AsSpan(table.At, table.Length) : default;

    public ReadOnlySpan<byte> Outline(int glyph)
    {
        int start = Offset(glyph), end = Offset(glyph + 1);
        return _file.AsSpan(At("glyf") + start, end - start);
    }

    private int Offset(int glyph) => _longOffsets ? I32(At("loca") + 4 * glyph) : 2 * U16(At("loca") + 2 * glyph);

    private void ReadCharacters(int cmap)
    {
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var at = cmap + I32(cmap + 4 + 8 * i + 4);
            if (U16(at) == 4)
                ReadSegments(at);
            else if (U16(at) == 12)
                ReadGroups(at);
        }
    }

    private void ReadSegments(int at)
    {
        int twice = U16(at + 6),
            ends = at + 14,
            starts = ends + twice + 2,
            deltas = starts + twice,
            ranges = deltas + twice;
        for (var i = 0; i < twice; i += 2)
        {
            int end = U16(ends + i), delta = U16(deltas + i), range = U16(ranges + i);
            for (int code = U16(starts + i); code <= end && code != 0xFFFF; code++)
            {
                var glyph = range == 0 ? code : U16(ranges + i + range + 2 * (code - U16(starts + i)));
                if (glyph != 0)
                    _glyphs[code] = (glyph + delta) & 0xFFFF;
            }
        }
    }

    private void ReadGroups(int at)
    {
        for (int i = 0, group = at + 16; i < I32(at + 12); i++, group += 12)
        {
            for (var code = I32(group); code <= I32(group + 4); code++)
                _glyphs[code] = I32(group + 8) + code - I32(group);
        }
    }

    private int At(string tag) => _tables[tag].At;

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(at));
}
