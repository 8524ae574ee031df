namespace Virker.Platform;

/// <summary>
/// One glyph shown: its text (null where the file does not say), its width in thousandths of the size, and whether it
/// is a space of one byte.
/// </summary>
internal readonly record struct PdfGlyph(string? Text, double Width, bool IsSpace);

/// <summary>A font as the reader needs it: how codes become text, and how wide they are.</summary>
internal sealed class PdfFont
{
    private readonly PdfCMap? _map;
    private readonly bool _composite;
    private readonly string? _encoding;
    private readonly Dictionary<int, string> _differences = [];
    private readonly Dictionary<int, double> _widths = [];
    private readonly double _defaultWidth;

    public PdfFont(PdfFile file, Dictionary<string, object?>? dictionary)
    {
        dictionary ??= [];
        _composite = (file.Resolve(dictionary.GetValueOrDefault("Subtype")) as PdfName)?.Value == "Type0";
        var name = (file.Resolve(dictionary.GetValueOrDefault("BaseFont")) as PdfName)?.Value ?? "";
        IsBold =
            name.Contains("Bold", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Black", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Heavy", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Semibold", StringComparison.OrdinalIgnoreCase);
        var map = file.Data(dictionary.GetValueOrDefault("ToUnicode"));
        if (map.Length > 0) _map = PdfCMap.Read(map);
        var encoding = file.Resolve(dictionary.GetValueOrDefault("Encoding"));
        _encoding = (encoding as PdfName)?.Value;
        if (encoding is Dictionary<string, object?> own)
        {
            _encoding = (file.Resolve(own.GetValueOrDefault("BaseEncoding")) as PdfName)?.Value;
            Differences(file.Resolve(own.GetValueOrDefault("Differences")) as List<object?>);
        }

        _defaultWidth = _composite ? 1000 : 500;
        if (_composite) CompositeWidths(file, dictionary, ref _defaultWidth);
        else SimpleWidths(file, dictionary);
    }

    public bool IsBold { get; }

    public IEnumerable<PdfGlyph> Show(byte[] text)
    {
        var two =
            _composite
            && (
                _map is null
                || _map.IsEmpty
                || _map.TwoBytes
                || _encoding?.StartsWith("Identity", StringComparison.Ordinal) == true
            );
        for (var i = 0; i < text.Length; i += two ? 2 : 1)
        {
            var code = two && i + 1 < text.Length ? (text[i] << 8) | text[i + 1] : text[i];
            yield return new PdfGlyph(
                TextOf(code, two ? 2 : 1),
                _widths.GetValueOrDefault(code, _defaultWidth),
                !two && code == 32
            );
        }
    }

    private string? TextOf(int code, int length)
    {
        if (_map?.Text(length, code) is { } mapped) return mapped;
        if (_composite) return null;
        if (_differences.TryGetValue(code, out var named)) return named;
        return PdfGlyphNames.Simple(_encoding, (byte)code);
    }

    private void Differences(List<object?>? differences)
    {
        var code = 0;
        foreach (var entry in differences ?? [])
        {
            if (entry is double number) code = (int)number;
            else if (entry is PdfName name && PdfGlyphNames.Text(name.Value) is { } text) _differences[code++] = text;
            else code++;
        }
    }

    private void SimpleWidths(PdfFile file, Dictionary<string, object?> dictionary)
    {
        if (file.Resolve(dictionary.GetValueOrDefault("Widths")) is not List<object?> widths) return;
        var first = file.Resolve(dictionary.GetValueOrDefault("FirstChar")) is double f ? (int)f : 0;
        // A font whose letters are drawings measures them in its own units.
        var unit =
            file.Resolve(dictionary.GetValueOrDefault("FontMatrix")) is List<object?> { Count: 6 } own
            && file.Resolve(own[0]) is double across and not 0
                ? Math.Abs(across) * 1000
                : 1;
        for (var i = 0; i < Math.Min(widths.Count, 256); i++)
        {
            if (file.Resolve(widths[i]) is double width) _widths[first + i] = width * unit;
        }
    }

    private void CompositeWidths(PdfFile file, Dictionary<string, object?> dictionary, ref double otherwise)
    {
        if (
            file.Resolve(dictionary.GetValueOrDefault("DescendantFonts")) is not List<object?> { Count: > 0 } fonts
            || file.Dict(fonts[0]) is not { } font
        )
            return;
        if (file.Resolve(font.GetValueOrDefault("DW")) is double dw)
            otherwise = dw;
        if (file.Resolve(font.GetValueOrDefault("W")) is not List<object?> runs)
            return;
        for (var i = 0; i + 1 < runs.Count; )
        {
            if (file.Resolve(runs[i]) is not double first) break;
            if (file.Resolve(runs[i + 1]) is List<object?> each)
            {
                for (var n = 0; n < each.Count; n++)
                    _widths[(int)first + n] = file.Resolve(each[n]) is double w ? w : otherwise;
                i += 2;
            }
            else if (
                i + 2 < runs.Count
                && file.Resolve(runs[i + 1]) is double last
                && file.Resolve(runs[i + 2]) is double same
            )
            {
                for (var code = (int)first; code <= Math.Min(last, first + 65535); code++) _widths[code] = same;
                i += 3;
            }
            else break;
        }
    }
}
