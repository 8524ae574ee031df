using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The header and the page number that a text kept from its pages: "Arbejdsmarkedsudvalget / 5. maj 2025      Side 2".
/// </summary>
internal static partial class RunningHeads
{
    public static IEnumerable<SourceLine> Without(List<SourceLine> lines)
    {
        var dropped = new HashSet<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Length > 160 || !PageNumber().IsMatch(lines[i].Text)) continue;
            dropped.Add(i);
            // What stands right above the page number and names the body or the day belongs to it.
            for (
                var above = i - 1;
                above > 10 && i - above < 4 && !lines[above].IsBlank && IsRunning(lines[above].Text.Trim());
                above--
            )
                dropped.Add(above);
        }

        return dropped.Count == 0 ? lines : lines.Where((_, i) => !dropped.Contains(i));
    }

    private static bool IsRunning(string text) => BodyNames.Is(text) || HeadTime.IsDateOnly(text);

    [GeneratedRegex(
        @"^.{0,100}(?:\s{3,}|\t)Side\s\d{1,4}(?:\s?(?:af|/)\s?\d{1,4})?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PageNumber();
}
