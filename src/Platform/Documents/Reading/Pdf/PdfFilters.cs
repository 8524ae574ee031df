using System.IO.Compression;

namespace Virker.Platform;

/// <summary>
/// Unpacks a stream: Flate, LZW, ASCII85, ASCIIHex and run length, with predictors. A broken tail keeps what came
/// before it.
/// </summary>
internal static class PdfFilters
{
    public const int MaxDecoded = 48 * 1024 * 1024;

    public static byte[] Decode(PdfStream stream, Func<object?, object?> resolve)
    {
        var data = stream.Raw.ToArray();
        var filters = AsList(
            resolve(stream.Dictionary.GetValueOrDefault("Filter") ?? stream.Dictionary.GetValueOrDefault("F")),
            resolve
        );
        var parameters = AsList(
            resolve(stream.Dictionary.GetValueOrDefault("DecodeParms") ?? stream.Dictionary.GetValueOrDefault("DP")),
            resolve
        );
        for (var i = 0; i < Math.Min(filters.Count, 8); i++)
        {
            var parms = i < parameters.Count ? parameters[i] as Dictionary<string, object?> : null;
            data = (filters[i] as PdfName)?.Value switch
            {
                "FlateDecode" or "Fl" => PdfPredictor.Undo(Flate(data), parms, resolve),
                "LZWDecode" or "LZW" => PdfPredictor.Undo(
                    PdfLzw.Undo(data, parms?.GetValueOrDefault("EarlyChange") is not 0d),
                    parms,
                    resolve
                ),
                "ASCII85Decode" or "A85" => Ascii85(data),
                "ASCIIHexDecode" or "AHx" => AsciiHex(data),
                "RunLengthDecode" or "RL" => RunLength(data),
                _ => [], // pictures: nothing to read
            };
        }

        return data;
    }

    private static List<object?> AsList(object? value, Func<object?, object?> resolve) =>
        value switch { null => [], List<object?> list => [.. list.Select(resolve)], _ => [value] };

    private static byte[] Flate(byte[] data)
    {
        var whole = Inflate(data, 2, raw: true);
        return whole.Length > 0 ? whole : Inflate(data, 0, raw: true);
    }

    private static byte[] Inflate(byte[] data, int skip, bool raw)
    {
        if (data.Length <= skip) return [];
        using var input = new MemoryStream(data, skip, data.Length - skip);
        using Stream inflate = raw
            ? new DeflateStream(input, CompressionMode.Decompress)
            : new ZLibStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = inflate.Read(buffer)) > 0 && output.Length < MaxDecoded) output.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            // A damaged stream: what could be unpacked is kept.
        }

        return output.ToArray();
    }

    private static byte[] Ascii85(byte[] data)
    {
        using var output = new MemoryStream();
        var (group, count) = (0L, 0);
        foreach (var b in data)
        {
            if (b == '~') break;
            if (b == 'z' && count == 0) output.Write([0, 0, 0, 0]);
            if (b is < (byte)'!' or > (byte)'u') continue;
            (group, count) = ((group * 85) + (b - '!'), count + 1);
            if (count < 5) continue;
            output.Write([(byte)(group >> 24), (byte)(group >> 16), (byte)(group >> 8), (byte)group]);
            (group, count) = (0, 0);
        }

        if (count > 1)
        {
            for (var i = count; i < 5; i++) group = (group * 85) + 84;
            for (var i = 0; i < count - 1; i++) output.WriteByte((byte)(group >> (24 - (8 * i))));
        }

        return output.ToArray();
    }

    private static byte[] AsciiHex(byte[] data)
    {
        var digits = data.TakeWhile(b => b != '>').Where(b => Uri.IsHexDigit((char)b)).Select(b => (char)b).ToList();
        if (digits.Count % 2 == 1) digits.Add('0');
        return Convert.FromHexString(string.Concat(digits));
    }

    private static byte[] RunLength(byte[] data)
    {
        using var output = new MemoryStream();
        for (var i = 0; i < data.Length && data[i] != 128 && output.Length < MaxDecoded;)
        {
            var length = data[i++];
            if (length < 128)
            {
                var take = Math.Min(length + 1, data.Length - i);
                output.Write(data, i, take);
                i += take;
            }
            else if (i < data.Length)
            {
                for (var n = 0; n < 257 - length; n++) output.WriteByte(data[i]);
                i++;
            }
        }

        return output.ToArray();
    }
}
