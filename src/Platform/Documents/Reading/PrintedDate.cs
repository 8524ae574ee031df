using System.Globalization;
using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A date as Danish documents print it (12. april 2021, 12-04-2021, 12.04.2021, 12/4 2021, 2021-04-12, 11 januar,
/// 2021), and where it stands.
/// </summary>
public readonly partial record struct PrintedDate(DateOnly Date, int Start, int Length)
{
    private static readonly string[] Months = [.. Enumerable.Range(1, 12).Select(WrittenDate.MonthName)];

    private static readonly string[] English =
    [
        .. Enumerable
            .Range(1, 12)
            .Select(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName)
            .Select(m => m.ToLowerInvariant()),
    ];

    public static PrintedDate? First(string text) => All(text).Select(d => (PrintedDate?)d).FirstOrDefault();

    public static IEnumerable<PrintedDate> All(string text)
    {
        foreach (Match m in Pattern().Matches(text))
        {
            var day = Number(m, "d1") ?? Number(m, "d2") ?? Number(m, "d3");
            var month = m.Groups["name"].Success ? MonthOf(m.Groups["name"].Value) : Number(m, "m2") ?? Number(m, "m3");
            var year = Number(m, "y1") ?? Number(m, "y2") ?? Number(m, "y3");
            if (day is not { } d || month is not { } mo || year is not { } y) continue;
            if (y < 100) y += 2000;
            if (mo is < 1 or > 12 || y is < 1900 or > 2100 || d < 1 || d > DateTime.DaysInMonth(y, mo)) continue;
            yield return new PrintedDate(new DateOnly(y, mo, d), m.Index, m.Length);
        }
    }

    /// <summary>1–12 for a month's Danish or English name or its abbreviation; null for any other word.</summary>
    public static int? MonthOf(string word)
    {
        var lower = word.Trim('.').ToLowerInvariant();
        if (lower.Length < 3)
            return null;
        var at = Array.FindIndex(
            Months,
            m =>
                m == lower
                || (lower.Length == 3 && m.StartsWith(lower, StringComparison.Ordinal))
                || (lower == "sept" && m == "september")
        );
        if (at < 0)
            at = Array.FindIndex(
                English,
                m => m == lower || (lower.Length == 3 && m.StartsWith(lower, StringComparison.Ordinal))
            );
        return at < 0 ? null : at + 1;
    }

    private static int? Number(Match m, string group) =>
        m.Groups[group].Success && WrittenNumber.Code(m.Groups[group].ValueSpan) is { } n ? n : null;

    [GeneratedRegex(
        @"(?<![\d./-])(?:(?<d1>\d{1,2})(?:\.|st|nd|rd|th)?[\s-]{0,2}(?:of\s)?(?<name>jan(?:uary?)?|feb(?:ruary?)?|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?[\s-]{1,2}(?<y1>\d{4})"
            + @"|(?<name>january|february|march|april|may|june|july|august|september|october|november|december)\s(?<d1>\d{1,2})(?:st|nd|rd|th)?,?\s(?<y1>\d{4})"
            + @"|(?<y2>\d{4})-(?<m2>\d{2})-(?<d2>\d{2})|(?<d3>\d{1,2})(?:\s?[./-]\s?)(?<m3>\d{1,2})(?:\s?[./-]\s?|\s)(?<y3>\d{4}|\d{2}(?!\d)))(?![\d-]*\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}

/// <summary>A clock time as printed after "kl." (12:30, 16.30, 8).</summary>
public static partial class PrintedTime
{
    /// <summary>
    /// Hours and minutes, "HH:mm", of the first time that stands after "kl."; null when there is none.
    /// </summary>
    public static string? First(string text) => Format(AfterClock().Match(text));

    /// <summary>The first time, also without "kl.": for fields that hold nothing but times.</summary>
    public static string? Bare(string text) => First(text) ?? Format(HourMinute().Match(text));

    /// <summary>The end of a stated span: "9:30-11:00", "kl. 16.00 til kl. 18.00".</summary>
    public static string? End(string text) => Format(Until().Match(text));

    private static string? Format(Match m) =>
        m.Success && (WrittenNumber.Code(m.Groups["h"].ValueSpan) ?? -1) is var h and < 25
        && (m.Groups["m"].Success ? (WrittenNumber.Code(m.Groups["m"].ValueSpan) ?? -1) : 0) is var min and < 60
            ? $"{h:00}:{min:00}"
            : null;

    [GeneratedRegex(
        @"\bkl(?:\.|okken)?\s*(?<h>\d{1,2})(?:\s?[:.]\s?(?<m>\d{2}))?(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AfterClock();

    [GeneratedRegex(@"(?<![\d.:-])(?<h>\d{1,2})[:.](?<m>\d{2})(?!\d|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex HourMinute();

    [GeneratedRegex(
        @"\d{1,2}[:.]\d{2}\s*(?:-|–|til)\s*(?:kl\.?\s*)?(?<h>\d{1,2})[:.](?<m>\d{2})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Until();
}
