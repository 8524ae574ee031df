using System.Text;

namespace Virker.Tests.Committee;

/// <summary>
/// All layouts, and what happens to papers on their way: letters in two pieces, hard spaces and hyphens, other
/// encodings, lost and doubled blank lines.
/// </summary>
internal static class Layouts
{
    public static readonly Layout[] All =
    [
        .. TextLayouts.All,
        .. FlatLayouts.All,
        .. WebLayouts.All,
        .. ExportLayouts.All,
        .. TypesetLayouts.All,
    ];

    public static readonly string[] Damages =
    [
        "none",
        "decomposed",
        "hard spaces",
        "soft hyphens",
        "Windows-1252",
        "UTF-16",
        "carriage returns",
        "spaces behind",
    ];

    public static byte[] Damaged(byte[] bytes, string damage, string form)
    {
        if (form == "pdf") return bytes;
        var text = Encoding.UTF8.GetString(bytes);
        return damage switch
        {
            "decomposed" => Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD)),
            "hard spaces" => Encoding.UTF8.GetBytes(
                form is "html" or "esdh"
                    ? text
                    : text.Replace(": ", ":\u00A0", StringComparison.Ordinal)
                        .Replace(" den ", "\u00A0den ", StringComparison.Ordinal)
            ),
            "soft hyphens" => Encoding.UTF8.GetBytes(
                text.Replace("beslutning", "beslut\u00ADning", StringComparison.Ordinal)
                    .Replace("udvalget", "udval\u00ADget", StringComparison.Ordinal)
            ),
            "Windows-1252" => Encoding.Latin1.GetBytes(
                text.Replace("•", "-", StringComparison.Ordinal)
                    .Replace("encoding=\"utf-8\"", "encoding=\"windows-1252\"", StringComparison.Ordinal)
                    .Replace("charset=\"utf-8\"", "charset=\"windows-1252\"", StringComparison.Ordinal)
            ),
            "UTF-16" =>
            [
                .. Encoding.Unicode.GetPreamble(),
                .. Encoding.Unicode.GetBytes(
                    text.Replace("encoding=\"utf-8\"", "encoding=\"utf-16\"", StringComparison.Ordinal)
                ),
            ],
            "carriage returns" => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")),
            "spaces behind" => Encoding.UTF8.GetBytes(text.Replace("\n", "   \n", StringComparison.Ordinal)),
            _ => bytes,
        };
    }
}
