using System.Text;

namespace Virker.Platform;

/// <summary>The text of a style sheet: its comments, its blocks, and which of its conditions a screen meets.</summary>
internal static class CssText
{
    public static string WithoutComments(string sheet)
    {
        if (!sheet.Contains("/*", StringComparison.Ordinal)) return sheet;
        var text = new StringBuilder(sheet.Length);
        var at = 0;
        while (sheet.IndexOf("/*", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            text.Append(sheet, at, open - at).Append(' ');
            var close = sheet.IndexOf("*/", open + 2, StringComparison.Ordinal);
            at = close < 0 ? sheet.Length : close + 2;
        }

        return text.Append(sheet, at, sheet.Length - at).ToString();
    }

    /// <summary>
    /// The declarations of a block, in small letters; none of a block longer than any that a person writes.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> Declarations(string block)
    {
        for (var at = 0; at < block.Length && block.Length < 20_000;)
        {
            var end = block.IndexOf(';', at) is >= 0 and var semicolon ? semicolon : block.Length;
            var colon = block.IndexOf(':', at, end - at);
            if (colon >= 0)
            {
                var value = block[(colon + 1)..end].Replace("!important", "", StringComparison.OrdinalIgnoreCase);
                yield return (block[at..colon].Trim().ToLowerInvariant(), value.Trim().ToLowerInvariant());
            }

            at = end + 1;
        }
    }

    /// <summary>
    /// Where the block that opens at a place ends (on its brace); the length of the text when it never does.
    /// </summary>
    public static int BlockEnd(string sheet, int open)
    {
        var depth = 0;
        for (var i = open; i < sheet.Length; i++)
        {
            if (sheet[i] == '{') depth++;
            else if (sheet[i] == '}' && --depth == 0) return i;
        }

        return sheet.Length;
    }

    /// <summary>
    /// A condition that a reader's screen meets whatever its size: print and narrow windows are others'.
    /// </summary>
    public static bool IsForScreens(string rule)
    {
        if (rule.StartsWith("@layer", StringComparison.OrdinalIgnoreCase)) return true;
        if (!rule.StartsWith("@media", StringComparison.OrdinalIgnoreCase)) return false;
        var condition = rule[6..].Trim().ToLowerInvariant();
        return condition
            is ""
                or "all"
                or "screen"
                or "only screen"
                or "all, screen"
                or "screen, print"
                or "print, screen";
    }
}
