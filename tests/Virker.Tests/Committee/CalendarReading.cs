using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Virker.Tests.Committee;

/// <summary>One content line of an event: its parameters and its value as it stands.</summary>
internal sealed record CalendarLine(string Parameters, string Value)
{
    /// <summary>With the escapes of RFC 5545 §3.3.11 taken off.</summary>
    public string Text =>
        Regex.Replace(Value, @"\\(.)", m => m.Groups[1].Value is "n" or "N" ? "\n" : m.Groups[1].Value);

    /// <summary>An instant in UTC, or the day's beginning.</summary>
    public DateTime At =>
        DateTime.ParseExact(
            Value,
            Parameters == ";VALUE=DATE" ? "yyyyMMdd" : "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture
        );
}

/// <summary>
/// Reads a calendar as strictly as RFC 5545 has it, and knows nothing of how Virker writes one: CRLF, lines of at most
/// 75 octets, escapes, what must be there.
/// </summary>
internal static partial class CalendarReading
{
    public static IReadOnlyList<IReadOnlyDictionary<string, CalendarLine>> Of(byte[] bytes)
    {
        var lines = Unfolded(bytes);
        Want(lines[0] == "BEGIN:VCALENDAR" && lines[^1] == "END:VCALENDAR", "a calendar has a beginning and an end");
        foreach (var property in new[] { "VERSION:2.0", "PRODID:" })
            Want(lines.Count(l => l.StartsWith(property, StringComparison.Ordinal)) == 1, $"{property} stands once");
        var events = new List<IReadOnlyDictionary<string, CalendarLine>>();
        Dictionary<string, CalendarLine>? current = null;
        foreach (var line in lines.Skip(1).SkipLast(1))
        {
            if (line == "BEGIN:VEVENT")
            {
                Want(current is null, "events do not stand in one another");
                current = [];
            }
            else if (line == "END:VEVENT")
            {
                events.Add(current ?? throw new FormatException("an event ends that has not begun"));
                current = null;
            }
            else if (current is not null)
            {
                var parts = ContentLine().Match(line);
                Want(parts.Success, $"{line} is name, parameters and value");
                Want(
                    parts.Groups["name"].Value is not ("SUMMARY" or "LOCATION" or "DESCRIPTION")
                        || Escaped().IsMatch(parts.Groups["value"].Value),
                    $"{line} is escaped"
                );
                Want(
                    current.TryAdd(
                        parts.Groups["name"].Value,
                        new(parts.Groups["parameters"].Value, parts.Groups["value"].Value)
                    ),
                    $"{line} stands once in an event"
                );
            }
        }

        Want(current is null, "each event ends");
        return events;
    }

    private static List<string> Unfolded(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Want(text.EndsWith("\r\n", StringComparison.Ordinal) && !LooseEnd().IsMatch(text), "each line ends with CRLF");
        var lines = new List<string>();
        foreach (var line in text[..^2].Split("\r\n"))
        {
            Want(Encoding.UTF8.GetByteCount(line) <= 75, $"{line} is longer than 75 octets");
            if (line.StartsWith(' ')) lines[^1] += line[1..];
            else lines.Add(line);
        }

        return lines;
    }

    private static void Want(bool holds, string what)
    {
        if (!holds) throw new FormatException(what);
    }

    [GeneratedRegex(@"(?<!\r)\n|\r(?!\n)")]
    private static partial Regex LooseEnd();

    [GeneratedRegex(@"^(?<name>[A-Z][A-Z0-9-]*)(?<parameters>(?:;[A-Z-]+=[^:;]+)*):(?<value>.*)$")]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"^(?:[^\\;,\n\r]|\\[\\;,nN])*$")]
    private static partial Regex Escaped();
}
