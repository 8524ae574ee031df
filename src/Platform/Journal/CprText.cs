using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Finds CPR numbers in running text, so that journal, traces and log lines never hold one.</summary>
public static partial class CprText
{
    public static bool Holds([NotNullWhen(true)] string? text) =>
        text is not null && Numbers().Matches(text).Any(IsCpr);

    /// <summary>
    /// The text with each running number struck out: "010165-••••". Ten digits that begin with no date stay.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Mask(string? text) =>
        text is null ? null : Numbers().Replace(text, m => IsCpr(m) ? $"{m.Groups["born"].Value}-••••" : m.Value);

    private static bool IsCpr(Match match) =>
        Cpr.TryParse(match.Groups["born"].Value + match.Groups["running"].Value, out _);

    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?<born>\d{6})(-|\u2013|%20| | - )?(?<running>\d{4})(?![0-9A-Za-z])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numbers();
}
