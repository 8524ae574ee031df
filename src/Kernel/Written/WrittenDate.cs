using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Kernel;

/// <summary>
/// A date as people write it, in a field, an address, a file or on the command line: 12-4-2024, 12/4/24, 12.4.2024, 12.
/// april 2024, 120424, 12042024, 2024-04-12. What can mean two days within the field's window is asked about, never
/// chosen.
/// </summary>
public static partial class WrittenDate
{
    private static readonly string[] Months =
    [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ];

    /// <summary>
    /// The day, or what is wrong with it: unreadable, not in the calendar, two meanings, or outside the window.
    /// </summary>
    public static Outcome<DateOnly> Read(string? text, DateOnly today, DateWindow window, string? field = null)
    {
        var written = WrittenText.Line(text).Replace('–', '-').Replace('−', '-').Replace('‑', '-').Replace('‐', '-');
        if (Match(written) is not { } parts)
            return new Refusal(
                "date.unreadable",
                "Skriv datoen som dag-måned-år, for eksempel 12-04-2026.",
                Field: field
            );
        var (first, last) = parts.Groups["y"].Length == 2 ? window.FromTwoDigits(today) : window.From(today);
        List<DateOnly> possible = [.. Days(parts).Distinct()];
        List<DateOnly> within = [.. possible.Where(d => d >= first && d <= last)];
        return (possible.Count, within.Count) switch
        {
            (0, _) => new Refusal(
                "date.no-such-day",
                $"»{written}« findes ikke i kalenderen. Skriv datoen som dag-måned-år, for eksempel 12-04-2026.",
                Field: field
            ),
            (_, 0) => new Refusal(
                "date.outside",
                $"{window.Thing} skal ligge mellem {Say(first)} og {Say(last)}. Der står {Say(possible[^1])}.",
                Field: field
            ),
            (_, 1) => within[0],
            _ => new Refusal(
                "date.ambiguous",
                $"»{written}« kan være {string.Join(" eller ", within.Select(Say))}. Skriv årstallet med fire cifre.",
                Field: field
            ),
        };
    }

    /// <summary>
    /// A day in a file of a machine's making: yyyy-mm-dd and nothing else, within the years that Virker knows.
    /// </summary>
    public static DateOnly? Iso(string? text) =>
        DateOnly.TryParseExact(
            text?.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        ) && IsKnownYear(day.Year)
            ? day
            : null;

    /// <summary>
    /// A month in an address or a file: yyyy-mm. Null for what is none, or lies outside the years that Virker knows.
    /// </summary>
    public static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && IsKnownYear(day.Year)
            ? day
            : null;

    /// <summary>"12. april 2024".</summary>
    public static string Say(DateOnly day) => $"{day.Day}. {Months[day.Month - 1]} {day.Year:0000}";

    /// <summary>"april".</summary>
    public static string MonthName(int month) => Months[month - 1];

    /// <summary>A year that a register, a plan or the law can speak of.</summary>
    public static bool IsKnownYear(int year) => year is >= 1900 and <= 2200;

    private static Match? Match(string written)
    {
        foreach (var form in (ReadOnlySpan<Regex>)[DayFirst(), YearFirst(), Named(), Eight(), Six()])
        {
            if (form.Match(written) is { Success: true } match) return match;
        }

        return null;
    }

    /// <summary>
    /// Every day of the calendar that it can be: with two digits the year is of this century or the one before.
    /// </summary>
    private static IEnumerable<DateOnly> Days(Match parts)
    {
        if (parts.Groups["digits"] is { Success: true } eight)
        {
            var digits = eight.Value;
            foreach (
                var day in new[] { (digits[4..], digits[2..4], digits[..2]), (digits[..4], digits[4..6], digits[6..]) }
            )
            {
                if (Day(Number(day.Item1), Number(day.Item2), Number(day.Item3)) is { } possible && possible.Year > 999)
                    yield return possible;
            }

            yield break;
        }

        var (year, dayOfMonth) = (parts.Groups["y"].Value, Number(parts.Groups["d"].Value));
        var month = parts.Groups["name"].Success
            ? MonthOf(parts.Groups["name"].Value)
            : Number(parts.Groups["m"].Value);
        foreach (var century in year.Length == 2 ? [1900, 2000] : new[] { 0 })
        {
            if (Day(century + Number(year), month, dayOfMonth) is { } possible) yield return possible;
        }
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>0, which is no month, for a word that is none.</summary>
    private static int MonthOf(string name) =>
        Array.FindIndex(
            Months,
            m =>
                m.Equals(name, StringComparison.OrdinalIgnoreCase)
                || (name.Length is 3 or 4 && m.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        ) + 1;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<d>[0-9]{1,2})(?:\s?[-./]\s?|\s)(?<m>[0-9]{1,2})(?:\s?[-./]\s?|\s)(?<y>[0-9]{4}|[0-9]{2})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-./](?<m>[0-9]{1,2})[-./](?<d>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^(?:(?:man|tirs|ons|tors|fre|lør|søn)dag,? )?(?:den )?(?<d>[0-9]{1,2})\.?\s?(?<name>[a-zæøå]{3,9})\.?,?\s?(?<y>[0-9]{4}|[0-9]{2})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Named();

    [GeneratedRegex("^(?<digits>[0-9]{8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Eight();

    [GeneratedRegex("^(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Six();
}
