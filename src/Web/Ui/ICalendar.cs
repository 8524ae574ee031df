using System.Globalization;
using System.Text;

namespace Virker.Web;

/// <summary>
/// One event of a calendar. <paramref name="Sequence"/> grows when it changes, so that a calendar programme replaces
/// what it had.
/// </summary>
public sealed record CalendarEvent(string Id, DateTimeOffset From, DateTimeOffset To, string Summary)
{
    public string? Location { get; init; }

    public string? Address { get; init; }

    /// <summary>The day, where no time is known: the event is of whole days then.</summary>
    public DateOnly? WholeDay { get; init; }

    public string? Note { get; init; }

    /// <summary>When it was last changed, where that is known; else the calendar's own stamp is.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public bool Cancelled { get; init; }

    public int Sequence { get; init; }
}

/// <summary>Writes events as iCalendar (RFC 5545): instants in UTC, lines folded at 75 octets, text escaped.</summary>
public static class ICalendar
{
    private const int LongestLine = 75;

    public static string Of(string product, DateTimeOffset stamp, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, $"PRODID:-//Virker//{product}//DA");
        Line(text, "METHOD:PUBLISH");
        foreach (var e in events) Write(text, e, stamp);
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Write(StringBuilder text, CalendarEvent e, DateTimeOffset stamp)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{e.Id}");
        Line(text, $"DTSTAMP:{Instant(e.ChangedAt ?? stamp)}");
        Line(text, e.WholeDay is { } first ? $"DTSTART;VALUE=DATE:{first:yyyyMMdd}" : $"DTSTART:{Instant(e.From)}");
        Line(text, e.WholeDay is { } day ? $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}" : $"DTEND:{Instant(e.To)}");
        Line(text, $"SEQUENCE:{e.Sequence.ToString(CultureInfo.InvariantCulture)}");
        Line(text, $"SUMMARY:{Escaped(e.Summary)}");
        if (e.Location is { } location) Line(text, $"LOCATION:{Escaped(location)}");
        if (e.Note is { } note) Line(text, $"DESCRIPTION:{Escaped(note)}");
        if (e.Address is { } address) Line(text, $"URL:{address}");
        Line(text, e.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(text, "END:VEVENT");
    }

    /// <summary>A continued line begins with a space, which counts; no letter is cut in two.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    internal static string Escaped(string text) =>
        text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r", "").Replace("\n", "\\n");
}
