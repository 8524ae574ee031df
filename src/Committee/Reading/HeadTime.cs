using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>When the meeting was: from the fields for it, else from a line that holds a date and little else.</summary>
internal static partial class HeadTime
{
    public static (DateOnly? Date, string? Start, string? End) Read(List<string> lines)
    {
        var times = DocumentHead.Values(lines, "time").ToList();
        var ordered = DocumentHead
            .Values(lines, "date")
            .Concat(times.Where(t => PrintedDate.First(t) is not null))
            .Concat(lines.Where(IsDateLine))
            .ToList();
        var dated = ordered.FirstOrDefault(l => PrintedDate.First(l) is not null);
        var rest = dated is null
            ? ""
            : dated[(PrintedDate.First(dated)!.Value.Start + PrintedDate.First(dated)!.Value.Length)..];
        var start =
            times.Select(PrintedTime.Bare).FirstOrDefault(t => t is not null)
            ?? (dated is null ? null : PrintedTime.First(dated) ?? PrintedTime.Bare(rest))
            ?? lines
                .Where(l =>
                    ClockFirst().IsMatch(l) || (l.Length < 200 && (DocumentHead.NamesKind(l) || MeetingAt().IsMatch(l)))
                )
                .Select(l => ClockFirst().IsMatch(l) ? PrintedTime.Bare(l) : PrintedTime.First(l))
                .FirstOrDefault(t => t is not null);
        var end = DocumentHead
            .Values(lines, "end")
            .Select(PrintedTime.Bare)
            .Concat(times.Select(PrintedTime.End))
            .Append(PrintedTime.End(rest))
            .Concat(lines.Select(l => PrintedTime.First(Closing().Match(l).Value)))
            .FirstOrDefault(t => t is not null);
        return (dated is null ? null : PrintedDate.First(dated)!.Value.Date, start, end);
    }

    public static bool IsDateOnly(string text) =>
        PrintedDate.First(text) is { } date
        && Weekday().Replace(text.Remove(date.Start, date.Length), "").Trim(' ', '.', ',', ':', '-', '–') is var rest
        && (rest.Length < 3 || ClockFirst().IsMatch(rest + " ") || PrintedTime.First(rest) is not null);

    /// <summary>
    /// Nothing but the date, or the date beside the kind of paper or the body's name; "pr. 28. februar" is the date of
    /// a budget.
    /// </summary>
    private static bool IsDateLine(string line)
    {
        if (
            line.Length > 200
            || DocumentHead.IsAside(line)
            || DocumentHead.IsField(line)
            || Attendance.IsLabel(line)
            || PrintedDate.First(line) is not { } date
        )
            return false;
        if (OfSomething().IsMatch(line[..date.Start]))
            return false;
        return IsDateOnly(line)
            || DocumentHead.NamesKind(line)
            || (BodyNames.Find(line) is { } body && line.Length - body.Length - date.Length < 60)
            || Meeting().IsMatch(line)
            || BodyByForm.BesideDate(line) is not null;
    }

    [GeneratedRegex(
        @"^(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?!\.?\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ClockFirst();

    [GeneratedRegex(
        @"mødet\s(?:er |blev )?(?:sluttede|slut|hævet|afsluttet|hæves)[^.]{0,20}kl\.?\s*\d{1,2}(?:[:.]\d{2})?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Closing();

    [GeneratedRegex(
        @"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b|\bden\b|\bd\.",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"\b(?:pr\.|ultimo|primo|senest|inden|siden|fra|udsendt|publiceret|opdateret|godkendt)\s*(?:den\s)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OfSomething();

    /// <summary>"Konstituerende møde - Mødelokale 2 kl. 18.30".</summary>
    [GeneratedRegex(
        @"^(?:\p{L}+\s)?møde\b.{0,100}\bkl\.?\s?\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex MeetingAt();

    [GeneratedRegex(@"^møde(?:t)?\s(?:den|d\.|i|nr)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meeting();
}
