using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Kernel;

/// <summary>A time of day, or how long something takes, as people write it.</summary>
public static partial class WrittenTime
{
    /// <summary>16.30, 16:30, 1630, kl. 9, 9.</summary>
    public static Outcome<TimeOnly> Clock(string? text, string? field = null)
    {
        var match = OfDay().Match(WrittenText.Line(text));
        if (!match.Success)
            return new Refusal(
                "time.unreadable",
                "Skriv klokkeslættet som timer og minutter, for eksempel 14.05.",
                Field: field
            );
        var (hour, minute) = (Number(match.Groups["h"].Value), Number(match.Groups["m"].Value));
        return hour < 24 && minute < 60
            ? new TimeOnly(hour, minute)
            : new Refusal(
                "time.no-such-time",
                $"Klokken kan ikke være {match.Value}. Skriv for eksempel 14.05.",
                Field: field
            );
    }

    /// <summary>
    /// "2,5 timer", "2:30", "2 timer 30 min.", "45 minutter". A number alone is minutes, or hours where <paramref
    /// name="alone"/> says so. "2.30" can be a clock's or a number's, and is asked about.
    /// </summary>
    public static Outcome<TimeSpan> Duration(string? text, TimeUnit alone, string? field = null)
    {
        var written = WrittenText.Line(text).ToLowerInvariant();
        if (HoursMinutes().Match(written) is { Success: true } clock && Number(clock.Groups["m"].Value) < 60)
            return new TimeSpan(Number(clock.Groups["h"].Value), Number(clock.Groups["m"].Value), 0);
        if (
            Parts().Match(written) is not { Success: true } parts
            || (
                parts.Groups["hours"].Length == 0
                && parts.Groups["minutes"].Length == 0
                && parts.Groups["plain"].Length == 0
            )
        )
            return Unreadable(alone, field);
        var hours = WrittenNumber.Read(OrZero(parts.Groups["hours"].Value), field);
        var minutes = WrittenNumber.Read(OrZero(parts.Groups["minutes"].Value), field);
        var plain = WrittenNumber.Read(OrZero(parts.Groups["plain"].Value), field);
        if ((hours.Refusal ?? minutes.Refusal ?? plain.Refusal) is { } refusal)
            return refusal.Code == "number.dot"
                ? refusal with
                {
                    Text =
                        $"»{written}« kan læses på to måder. Skriv 2:30 for to timer og tredive minutter, eller 2,5 timer.",
                }
                : refusal;
        var total =
            (hours.Value + (alone == TimeUnit.Hours ? plain.Value : 0)) * 60
            + minutes.Value
            + (alone == TimeUnit.Minutes ? plain.Value : 0);
        return total is >= 0 and < 100_000 ? TimeSpan.FromSeconds((double)(total * 60)) : Unreadable(alone, field);
    }

    private static Refusal Unreadable(TimeUnit alone, string? field) =>
        new(
            "duration.unreadable",
            alone == TimeUnit.Hours
                ? "Skriv timerne, for eksempel 37, 2,5 timer eller 2:30."
                : "Skriv, hvor længe det varer, for eksempel 45, 45 minutter eller 1:30.",
            Field: field
        );

    private static string OrZero(string digits) => digits.Length == 0 ? "0" : digits;

    private static int Number(string digits) =>
        digits.Length == 0 ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:kl\.? ?)?(?<h>[0-9]{1,2})(?: ?[.:,]? ?(?<m>[0-9]{2}))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex OfDay();

    [GeneratedRegex("^(?<h>[0-9]{1,3}):(?<m>[0-9]{2})(?: ?t(?:imer)?\\.?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex HoursMinutes();

    [GeneratedRegex(
        @"^(?:(?<hours>[0-9][0-9.,]*) ?t(?:imer?)?\.?)?(?: ?(?:og )?(?<minutes>[0-9][0-9.,]*) ?m(?:in(?:utter)?)?\.?)?(?<plain>[0-9][0-9.,]*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Parts();
}

/// <summary>What a number alone counts.</summary>
public enum TimeUnit
{
    Minutes,
    Hours,
}
