using System.Globalization;
using System.Text;
using Virker.Committee;
using Virker.Platform;
using Virker.Web.Pages.Public;

namespace Virker.Web;

/// <summary>The committees' meetings as a calendar (iCalendar, RFC 5545), from when they are planned; a meeting keeps its id when its agenda comes out.</summary>
internal static class MeetingCalendar
{
    /// <summary>How long a meeting is taken to be where nobody has said when it ends; the entry says so.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    public static string Of(PublishedMeetings found, string site)
    {
        var events = found.Planned.Select(m => new Entry(m.Meeting, m.Committee.Name, m.HeldOn, m.StartsAt, m.EndsAt) { Place = m.Place, Cancelled = m.Cancelled is not null, At = m.AnnouncedAt, Url = site + PublishedMeetingsPage.Url() })
            .Concat(found.Meetings.Select(m => new Entry(m.Meeting, m.Committee.Name, m.HeldOn, m.StartsAt, m.EndsAt) { Place = m.Place, Cancelled = m.Cancelled is not null, At = m.PublishedAt, Url = site + PublishedMeetingPage.Url(m.Meeting) }));
        var text = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Virker//Udvalg//DA", "METHOD:PUBLISH", .. events.SelectMany(Lines), "END:VCALENDAR"]) Fold(text, line);
        return text.ToString();
    }

    private sealed record Entry(CommitteeMeetingId Meeting, string Name, DateOnly Day, string? StartsAt, string? EndsAt)
    {
        public string? Place { get; init; }

        public bool Cancelled { get; init; }

        public DateTimeOffset At { get; init; }

        public string Url { get; init; } = "";
    }

    private static IEnumerable<string> Lines(Entry entry)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{entry.Meeting}";
        yield return $"DTSTAMP:{Utc(entry.At)}";
        yield return $"LAST-MODIFIED:{Utc(entry.At)}";
        foreach (var line in When(entry)) yield return line;
        yield return $"SUMMARY:{(entry.Cancelled ? "Aflyst: " : "")}{Escaped(entry.Name)}";
        if (entry.Place is not null) yield return $"LOCATION:{Escaped(entry.Place)}";
        yield return $"STATUS:{(entry.Cancelled ? "CANCELLED" : "CONFIRMED")}";
        yield return $"URL:{entry.Url}";
        yield return "END:VEVENT";
    }

    private static IEnumerable<string> When(Entry entry)
    {
        if (Time(entry.StartsAt) is not { } start)
        {
            yield return $"DTSTART;VALUE=DATE:{entry.Day:yyyyMMdd}";
            yield return $"DTEND;VALUE=DATE:{entry.Day.AddDays(1):yyyyMMdd}";
            yield break;
        }

        var begins = entry.Day.ToDateTime(start).DanishInstant();
        yield return $"DTSTART:{Utc(begins)}";
        if (Time(entry.EndsAt) is { } end && end > start)
        {
            yield return $"DTEND:{Utc(entry.Day.ToDateTime(end).DanishInstant())}";
            yield break;
        }

        yield return $"DTEND:{Utc(begins + Usual)}";
        yield return $"DESCRIPTION:{Escaped("Sluttidspunktet er ikke oplyst; der er regnet med to timer.")}";
    }

    private static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").ReplaceLineEndings("\\n");

    /// <summary>A line is at most 75 bytes; what is longer goes on after a space on the next, and no letter is cut.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > 75) (_, bytes) = (text.Append("\r\n "), 1);
            text.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
