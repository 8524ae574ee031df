using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Web.Pages.Casework.Messages;

/// <summary>
/// What a receipt says of a conversation and of what the citizen was told: what happened and no more, and what to do
/// where nothing was sent.
/// </summary>
public static class ToldWords
{
    /// <summary>When, with whom, how and where; then what was sent.</summary>
    public static string Receipt(string done, MeetingBooked meeting) =>
        $"{done}: {Meeting(meeting)}. {Say(meeting.Told)}{Short(meeting.ShorterThan)}{Others(meeting.OthersPlanned)}";

    public static string Say(PartyTold told)
    {
        if (told.TakenBack)
            return $"Indkaldelsen er ikke skrevet op som sendt og er trukket tilbage, så borgeren får ingen besked.{(told.IsCarried ? "" : " Har nogen alligevel sendt den fra mappen, så ring til borgeren.")}";
        if (told.Channel is not { } channel)
            return "Der er ikke sendt besked til borgeren.";
        var way = channel.Text;
        var note = told.Note is { } why ? $" {why}" : "";
        if (!told.HasAddress)
            return $"Borgeren får ikke besked: registret har intet sted at sende som {channel.Lower}. Giv beskeden på en anden måde.{note}";
        if (!told.IsCarried)
            return $"Beskeden til borgeren ({way}) er skrevet, men ikke sendt: Virker er ikke tilsluttet. Den står under Beskeder, til nogen har sendt den.{note}";
        return told.NotBefore is { } at
            ? $"Borgeren får besked: {way}, sendes {Danish.Time(at)}.{note}"
            : $"Borgeren får besked: {way}, sendes nu.{note}";
    }

    private static string Meeting(MeetingBooked meeting)
    {
        string?[] parts =
        [
            $"{Danish.Weekday(meeting.At.DanishDate())} {Danish.Time(meeting.At)}{(meeting.Worker is { } worker ? $" hos {worker}" : "")}",
            meeting.Channel?.Lower,
            meeting.Room,
        ];
        return string.Join(", ", parts.Where(p => p is { Length: > 0 }));
    }

    private static string Short(int? days) =>
        days is { } notice
            ? $" Det er kortere varsel end kommunens {Danish.Count(notice, "dag", "dage")}: ring også til borgeren."
            : "";

    private static string Others(int others) =>
        others == 0
            ? ""
            : $" Borgeren har {Danish.Count(others, "planlagt samtale", "planlagte samtaler")} mere; aflys den, der ikke skal holdes.";
}
