using System.Buffers.Binary;
using System.Text;

namespace Virker.Tests.Platform;

/// <summary>An embedded TrueType file, as far as to see that it hangs together.</summary>
internal sealed class FontProgram
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int At, int Length)> _tables = [];

    public FontProgram(byte[] file)
    {
        _file = file;
        for (var i = 0; i < U16(4); i++)
            _tables[Encoding.ASCII.GetString(file, 12 + 16 * i, 4)] = (I32(12 + 16 * i + 8), I32(12 + 16 * i + 12));
    }

    /// <summary>Widths in thousandths for glyphs 1, 2, …, each with an outline inside the file.</summary>
    public bool Agrees(IReadOnlyList<double> widths)
    {
        var units = U16(_tables["head"].At + 18);
        var glyphs = U16(_tables["maxp"].At + 4);
        for (var i = 1; i <= widths.Count; i++)
        {
            var advance = U16(_tables["hmtx"].At + 4 * i) * 1000.0 / units;
            int start = I32(_tables["loca"].At + 4 * i), end = I32(_tables["loca"].At + 4 * i + 4);
            if (Math.Abs(advance - widths[i - 1]) > 0.5 || start > end || end > _tables["glyf"].Length)
                return false;
        }
        return widths.Count < glyphs
            && _tables.Values.All(table => table.At + table.Length <= _file.Length)
            && Sum() == 0xB1B0AFBA;
    }

    private uint Sum()
    {
        var sum = 0u;
        for (var i = 0; i < _file.Length; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(i)));
        return sum;
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(at));
}
