using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Where the meeting was: a field, what follows the clock, or a line below the date that names a room.
/// </summary>
internal static partial class HeadPlace
{
    public static string? Read(List<string> lines, bool mayBeBelow)
    {
        if (
            DocumentHead
                .Values(lines, "place")
                .FirstOrDefault(v => v.Length is > 1 and < 200 && !DocumentHead.NamesKind(v)) is
            { } labelled
        )
            return labelled.TrimEnd('.');
        for (var i = 0; i < lines.Count; i++)
        {
            if (AfterClock().Match(lines[i]) is { Success: true } m)
                return m.Groups["p"].Value.Trim(' ', '.', ',');
            if (
                lines[i].Length < 200
                && DocumentHead.NamesKind(lines[i])
                && BehindClock().Match(lines[i]) is { Success: true } behind
            )
                return behind.Groups["p"].Value.Trim(' ', '.', ',');
            if (MeetingInRoom().Match(lines[i]) is { Success: true } room)
                return room.Groups["p"].Value.Trim(' ', ',');
            if (BodyAndRoom().Match(lines[i]) is { Success: true } beside && BodyNames.Is(beside.Groups["b"].Value))
                return beside.Groups["p"].Value.Trim();
            var dated = PrintedDate.First(lines[i]) is not null || ClockFirst().IsMatch(lines[i]);
            if (!dated || i + 1 >= lines.Count)
                continue;
            if (PlaceLine().Match(lines[i + 1]) is { Success: true } p)
                return p.Groups["p"].Value.Trim(' ', '.', ',');
            if (
                mayBeBelow
                && i + 2 == lines.Count
                && PrintedTime.First(lines[i]) is not null
                && Room().IsMatch(lines[i + 1])
                && !DocumentHead.IsHeadLine(lines[i + 1])
            )
                return lines[i + 1].Trim(' ', '.');
        }

        return null;
    }

    [GeneratedRegex(
        @"^(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?!\.?\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ClockFirst();

    [GeneratedRegex(
        @"(?:\bkl\.?\s*\d{1,2}(?:[:.]\d{2})?(?:\s*(?:-|–|til)\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2})?,?\s+(?:i|på)\s+|^\d{1,2}[:.]\d{2}(?:\s*[-–]\s*\d{1,2}[:.]\d{2})?\s+)(?<p>\p{Lu}[^;]{1,120})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AfterClock();

    [GeneratedRegex(
        @"\b[Kk]l\.?\s*\d{1,2}[:.]\d{2}(?:\s*(?:-|–|til)\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2})?,?\s+(?<p>\p{Lu}[^;:]{1,80})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BehindClock();

    [GeneratedRegex(
        @"^(?:\p{L}+\s)?[Mm]øde\s[-–,]\s(?<p>(?:Mødelokale|Lokale|Rådhus|Byrådssal|Rådssal|Udvalgsværelse|Mødesal)\b[^;:]{0,60}?),?\s+[Kk]l\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MeetingInRoom();

    [GeneratedRegex(
        @"^(?<b>\p{Lu}.{3,80}?)\s[-–]\s(?<p>(?:Mødelokale|Lokale|Rådhus|Byrådssal|Rådssal|Udvalgsværelse|Mødesal)\b.{0,80})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BodyAndRoom();

    [GeneratedRegex(
        @"^(?:(?:i|på)\s+(?<p>\p{Lu}.{2,120})|(?<p>(?:Mødelokale|Lokale|Rådhus|Byrådssal|Rådssal|Udvalgsværelse|Mødecenter|Mødeværelse|Borgmesterens|Kantinen|Teams|Microsoft Teams|Virtuelt|Digitalt|Online|Zoom|Webex|Jobcenter)[^:]{0,120}))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PlaceLine();

    [GeneratedRegex(@"^\p{Lu}(?:(?!\.\s)[^!?:]){1,120}(?<!\.)$", RegexOptions.CultureInvariant)]
    private static partial Regex Room();
}
