using System.Globalization;
using System.Text;

namespace Virker.Platform;

/// <summary>How values are written in a PDF.</summary>
internal static class PdfSyntax
{
    /// <summary>At most two decimals, which is finer than any printer.</summary>
    public static string Number(double value)
    {
        var hundredths = (long)Math.Round(value * 100);
        var (whole, rest) = (Math.Abs(hundredths) / 100, Math.Abs(hundredths) % 100);
        var sign = hundredths < 0 ? "-" : "";
        return rest == 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}")
            : rest % 10 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest / 10}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest:00}");
    }

    public static string Text(string text) => Ascii.IsValid(text)
        ? "(" + text.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)").Replace("\n", "\\n") + ")"
        : "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

    public static string Box(params ReadOnlySpan<double> values)
    {
        var box = new StringBuilder("[");
        foreach (var value in values)
            box.Append(Number(value)).Append(' ');
        return box.Append(']').ToString();
    }

    public static string Date(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    public static string References(IEnumerable<int> numbers) =>
        "[" + string.Join(' ', numbers.Select(number => $"{number} 0 R")) + "]";
}
