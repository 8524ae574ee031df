using System.Globalization;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Names of glyphs to letters (those that Danish text uses), and the standard encodings of simple fonts.
/// </summary>
internal static class PdfGlyphNames
{
    private const string MacRomanHigh =
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["space"] = " ",
        ["nbspace"] = " ",
        ["exclam"] = "!",
        ["quotedbl"] = "\"",
        ["numbersign"] = "#",
        ["dollar"] = "$",
        ["percent"] = "%",
        ["ampersand"] = "&",
        ["quotesingle"] = "'",
        ["parenleft"] = "(",
        ["parenright"] = ")",
        ["asterisk"] = "*",
        ["plus"] = "+",
        ["comma"] = ",",
        ["hyphen"] = "-",
        ["minus"] = "-",
        ["period"] = ".",
        ["slash"] = "/",
        ["zero"] = "0",
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["colon"] = ":",
        ["semicolon"] = ";",
        ["less"] = "<",
        ["equal"] = "=",
        ["greater"] = ">",
        ["question"] = "?",
        ["at"] = "@",
        ["bracketleft"] = "[",
        ["backslash"] = "\\",
        ["bracketright"] = "]",
        ["underscore"] = "_",
        ["braceleft"] = "{",
        ["bar"] = "|",
        ["braceright"] = "}",
        ["asciitilde"] = "~",
        ["ae"] = "æ",
        ["oslash"] = "ø",
        ["aring"] = "å",
        ["AE"] = "Æ",
        ["Oslash"] = "Ø",
        ["Aring"] = "Å",
        ["eacute"] = "é",
        ["Eacute"] = "É",
        ["egrave"] = "è",
        ["agrave"] = "à",
        ["aacute"] = "á",
        ["adieresis"] = "ä",
        ["odieresis"] = "ö",
        ["udieresis"] = "ü",
        ["Adieresis"] = "Ä",
        ["Odieresis"] = "Ö",
        ["Udieresis"] = "Ü",
        ["ccedilla"] = "ç",
        ["ntilde"] = "ñ",
        ["oacute"] = "ó",
        ["iacute"] = "í",
        ["uacute"] = "ú",
        ["endash"] = "–",
        ["emdash"] = "—",
        ["bullet"] = "•",
        ["ellipsis"] = "…",
        ["quoteleft"] = "‘",
        ["quoteright"] = "’",
        ["quotedblleft"] = "“",
        ["quotedblright"] = "”",
        ["quotedblbase"] = "„",
        ["quotesinglbase"] = "‚",
        ["guillemotleft"] = "«",
        ["guillemotright"] = "»",
        ["section"] = "§",
        ["degree"] = "°",
        ["sterling"] = "£",
        ["Euro"] = "€",
        ["acute"] = "´",
        ["grave"] = "`",
        ["germandbls"] = "ß",
        ["fi"] = "fi",
        ["fl"] = "fl",
        ["ff"] = "ff",
        ["ffi"] = "ffi",
        ["ffl"] = "ffl",
        ["onesuperior"] = "¹",
        ["twosuperior"] = "²",
        ["threesuperior"] = "³",
        ["onehalf"] = "½",
        ["periodcentered"] = "·",
        ["lessequal"] = "≤",
        ["greaterequal"] = "≥",
        ["multiply"] = "×",
        ["paragraph"] = "¶",
    };

    public static string? Text(string name)
    {
        if (name.Length == 1)
            return name;
        if (Names.TryGetValue(name, out var text))
            return text;
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && Hex(name[3..7]) is { } four)
            return four;
        if (name.Length is >= 5 and <= 7 && name[0] == 'u' && Hex(name[1..]) is { } more)
            return more;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? Text(name[..dot]) : null;
    }

    public static string Simple(string? encoding, byte code) =>
        encoding == "MacRomanEncoding" && code >= 0x80 ? MacRomanHigh[code - 0x80].ToString()
        : encoding is "StandardEncoding" && code is 0x27 or 0x60 ? code == 0x27 ? "’" : "‘"
        : WrittenBytes.Windows1252([code]);

    /// <summary>The letters that a ligature is made of.</summary>
    public static string Letters(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB06') < 0
            ? text
            : text.Normalize(System.Text.NormalizationForm.FormKC);

    private static string? Hex(string digits) =>
        int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
        && code is > 0 and < 0x10FFFF and not (>= 0xD800 and <= 0xDFFF)
            ? char.ConvertFromUtf32(code)
            : null;
}
