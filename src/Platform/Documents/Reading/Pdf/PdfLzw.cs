namespace Virker.Platform;

/// <summary>LZW as PDF uses it: codes of 9 to 12 bits, 256 clears the table, 257 ends the data.</summary>
internal sealed class PdfLzw(bool early)
{
    private readonly MemoryStream _output = new();
    private readonly List<byte[]> _table = [];
    private byte[]? _previous;
    private int _width = 9;

    public static byte[] Undo(byte[] data, bool early)
    {
        var lzw = new PdfLzw(early);
        lzw.Clear();
        var (bits, held) = (0, 0);
        foreach (var b in data)
        {
            (bits, held) = ((bits << 8) | b, held + 8);
            if (held < lzw._width) continue;
            held -= lzw._width;
            var code = bits >> held;
            bits &= (1 << held) - 1;
            if (!lzw.Take(code)) break;
        }

        return lzw._output.ToArray();
    }

    private void Clear()
    {
        _table.Clear();
        for (var i = 0; i < 258; i++) _table.Add(i < 256 ? [(byte)i] : []);
        (_width, _previous) = (9, null);
    }

    private bool Take(int code)
    {
        if (code == 257 || _output.Length > PdfFilters.MaxDecoded) return false;
        if (code == 256)
        {
            Clear();
            return true;
        }

        if (code > _table.Count || (code == _table.Count && _previous is null)) return false;
        var entry = code < _table.Count ? _table[code] : [.. _previous!, _previous![0]];
        _output.Write(entry);
        if (_previous is not null && _table.Count < 4096 && entry.Length > 0) _table.Add([.. _previous, entry[0]]);
        _previous = entry;
        var next = _table.Count + (early ? 1 : 0);
        _width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
        return true;
    }
}
