using System.Text.RegularExpressions;

namespace Virker.Targets;

/// <summary>The average that a clause holds its target against, and where it stands.</summary>
internal sealed partial record ClauseReference(string Kind, int Start, int End, string Printed)
{
    public static ClauseReference? In(string clause)
    {
        var m = Average().Match(clause);
        return m.Success
            ? new(
                m.Groups["nation"].Success ? "national_average" : "regional_average",
                m.Index,
                m.Index + m.Length,
                m.Value
            )
            : null;
    }

    [GeneratedRegex(
        @"\b(?:det |den )?(?:(?<nation>landsgennemsnit\p{L}*|lands-gennemsnit\p{L}*|landsplan|hele landet|nationalt? gennemsnit\p{L}*|nationale gennemsnit|gennemsnit\p{L}* (?:for|i) (?:hele )?landet|landstal\p{L}*|landsniveau\p{L}*)|regionale gennemsnit\p{L}*|regionalt gennemsnit|regionens gennemsnit\p{L}*|region\p{L}*gennemsnit\p{L}*|gennemsnit\p{L}* (?:for|i) region\p{L}*(?:\s\p{Lu}\p{L}+)?|RAR-gennemsnit\p{L}*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Average();
}
