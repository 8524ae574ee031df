using System.Text.RegularExpressions;

namespace Virker.Web;

/// <summary>
/// Takes out whatever looks like a personal number before a line or a span leaves the process. The last net only:
/// nothing should put one there.
/// </summary>
internal static partial class Scrubber
{
    public static string Clean(string text) => PersonalNumber().Replace(text, "[cpr]");

    /// <summary>
    /// Six digits that begin as a date, perhaps a separator, and four more, with no digit on either side.
    /// </summary>
    [GeneratedRegex(@"(?<!\d)(?:[0-2]\d|3[01])(?:0\d|1[0-2])\d{2}(?:[-\s]|%20)?\d{4}(?!\d)")]
    private static partial Regex PersonalNumber();
}
