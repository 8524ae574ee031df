using System.Buffers.Binary;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// A TrueType file with only the glyphs asked for, renumbered in their order; glyph 0 stays the missing glyph.
/// </summary>
internal sealed class FontSubset
{
    private readonly TrueTypeFont _font;
    private readonly List<int> _glyphs;
    private readonly Dictionary<int, int> _numbers = [];

    private FontSubset(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        _font = font;
        _glyphs = [0, .. glyphs];
        for (var i = 0; i < _glyphs.Count; i++)
            _numbers.TryAdd(_glyphs[i], i);
    }

    public static byte[] Build(TrueTypeFont font, IEnumerable<int> glyphs) => new FontSubset(font, glyphs).Write();

    private byte[] Write()
    {
        var outlines = new MemoryStream();
        var offsets = new List<int>();
        for (var i = 0; i < _glyphs.Count; i++)
        {
            offsets.Add((int)outlines.Length);
            outlines.Write(Renumbered(_font.Outline(_glyphs[i])));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
        }
        offsets.Add((int)outlines.Length);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["loca"] = Locations(offsets),
            ["hmtx"] = Metrics(),
            ["head"] = Patched("head", (8, 0), (10, 0), (50, 1)),
            ["hhea"] = Patched("hhea", (34, _glyphs.Count)),
            ["maxp"] = Patched("maxp", (4, _glyphs.Count)),
        };
        foreach (var hints in new[] { "cvt ", "fpgm", "prep" }.Where(tag => _font.Table(tag).Length > 0))
            tables[hints] = _font.Table(hints).ToArray();
        return Assemble(tables);
    }

    /// <summary>A glyph made of others refers to them by number; those not yet kept are added at the end.</summary>
    private byte[] Renumbered(ReadOnlySpan<byte> outline)
    {
        var copy = outline.ToArray();
        if (copy.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(copy) >= 0)
            return copy;
        for (int at = 10, flags = 0x20; (flags & 0x20) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), (ushort)NumberOf(part));
            at +=
                4
                + ((flags & 1) != 0 ? 4 : 2)
                + (
                    (flags & 8) != 0 ? 2
                    : (flags & 0x40) != 0 ? 4
                    : (flags & 0x80) != 0 ? 8
                    : 0
                );
        }
        return copy;
    }

    private int NumberOf(int glyph)
    {
        if (!_numbers.TryGetValue(glyph, out var number))
        {
            _numbers[glyph] = number = _glyphs.Count;
            _glyphs.Add(glyph);
        }
        return number;
    }

    private static byte[] Locations(List<int> offsets)
    {
        var table = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(4 * i), offsets[i]);
        return table;
    }

    private byte[] Metrics()
    {
        var table = new byte[4 * _glyphs.Count];
        for (var i = 0; i < _glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4 * i), (ushort)_font.AdvanceUnits(_glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(4 * i + 2), _font.LeftBearing(_glyphs[i]));
        }
        return table;
    }

    private byte[] Patched(string tag, params ReadOnlySpan<(int At, int Value)> patches)
    {
        var table = _font.Table(tag).ToArray();
        foreach (var (at, value) in patches)
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), (ushort)value);
        return table;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var count = tables.Count;
        var power = (int)Math.Log2(count);
        var file = new byte[12 + 16 * count + tables.Values.Sum(table => Padded(table.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * count - (16 << power)));
        int entry = 12, at = 12 + 16 * count;
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, at);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(at, Padded(table.Length))));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            (entry, at) = (entry + 16, at + Padded(table.Length));
        }
        var head = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(12 + 16 * tables.Keys.ToList().IndexOf("head") + 8));
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBAu - Sum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i + 4 <= bytes.Length; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        return sum;
    }
}
