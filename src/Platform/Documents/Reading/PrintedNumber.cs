using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Numbers as Danish documents print them: full stop for thousands, comma for decimals, a minus of any kind.
/// </summary>
public static partial class PrintedNumber
{
    /// <summary>
    /// The value when the text is a number and nothing else; the printed number of decimals is kept (4,0 is 4.0).
    /// </summary>
    public static decimal? Whole(string text)
    {
        var tidy = text.Trim().Replace('−', '-').Replace('–', '-');
        return Pattern().IsMatch(tidy) ? Parse(tidy) : null;
    }

    internal static decimal? Parse(string text) =>
        WrittenNumber.Read(text.TrimStart('+', ' ')).Match<decimal?>(value => value, _ => null);

    [GeneratedRegex(@"^[-+]?\s?(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,12})(?:,\d{1,6})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
