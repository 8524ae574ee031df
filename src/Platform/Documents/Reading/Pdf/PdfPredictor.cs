namespace Virker.Platform;

/// <summary>
/// Undoes the differences between rows that PNG and TIFF predictors put into a packed stream (cross-reference streams
/// use them).
/// </summary>
internal static class PdfPredictor
{
    public static byte[] Undo(byte[] data, Dictionary<string, object?>? parms, Func<object?, object?> resolve)
    {
        int Of(string key, int otherwise) =>
            parms is not null && resolve(parms.GetValueOrDefault(key)) is double d && d is >= 1 and <= 100_000
                ? (int)d
                : otherwise;
        var predictor = Of("Predictor", 1);
        if (predictor < 2) return data;
        var (colours, bits, columns) = (Of("Colors", 1), Of("BitsPerComponent", 8), Of("Columns", 1));
        var pixel = Math.Max(1, (int)Math.Min(64, ((long)colours * bits) / 8));
        var row = (int)Math.Min(10_000_000, (((long)colours * bits * columns) + 7) / 8);
        return predictor == 2 ? Tiff(data, row, pixel) : Png(data, row, pixel);
    }

    private static byte[] Tiff(byte[] data, int row, int pixel)
    {
        for (var i = 0; i < data.Length; i++)
        {
            if (i % row >= pixel) data[i] += data[i - pixel];
        }

        return data;
    }

    private static byte[] Png(byte[] data, int row, int pixel)
    {
        var rows = data.Length / (row + 1);
        var result = new byte[rows * row];
        for (var r = 0; r < rows; r++)
        {
            var kind = data[r * (row + 1)];
            for (var c = 0; c < row; c++)
            {
                var left = c >= pixel ? result[(r * row) + c - pixel] : 0;
                var up = r > 0 ? result[((r - 1) * row) + c] : 0;
                var corner = r > 0 && c >= pixel ? result[((r - 1) * row) + c - pixel] : 0;
                var add = kind switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                };
                result[(r * row) + c] = (byte)(data[(r * (row + 1)) + 1 + c] + add);
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var p = left + up - corner;
        var (a, b, c) = (Math.Abs(p - left), Math.Abs(p - up), Math.Abs(p - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
