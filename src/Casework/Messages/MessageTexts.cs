using System.Globalization;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>The words of each message: when, how and why, whether one must come and what follows if one does not, and what to do instead.</summary>
internal static class MessageTexts
{
    public const string LinkMark = "{link}";

    private const string MustCome = "Du skal komme. Bliver du væk uden en god grund, kan det få betydning for din ydelse.";
    private const string MayCome = "Det er et tilbud; det får ingen betydning for din ydelse, hvis du siger nej.";
    private const string Otherwise = "Kan du ikke, så ring til jobcenteret hurtigst muligt, så finder vi en anden tid.";

    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public static (string Subject, string Text) CallUp(MeetingRow meeting, CallUpRow call, bool moved) => (
        moved ? "Din samtale er flyttet" : "Du er indkaldt til en samtale",
        Lines(moved ? $"Din samtale er flyttet til {When(meeting.At)}." : $"Du skal til samtale {When(meeting.At)}.", How(meeting), call.Reason, call.Mandatory ? MustCome : MayCome, Otherwise));

    public static (string Subject, string Text) Invitation(CallUpRow call) => (
        "Vælg en tid til en samtale",
        Lines(call.Reason, $"Vælg selv en tid senest {call.BookBy!.Value.ToString("d. MMMM yyyy", Danish)}: {LinkMark}", "Siden spørger om din fødselsdag.", call.Mandatory ? MustCome : MayCome,
            "Vil du hellere tale med os, så ring til jobcenteret."));

    public static (string Subject, string Text) Cancelled(MeetingRow meeting) => (
        "Din samtale er aflyst", Lines($"Din samtale {When(meeting.At)} er aflyst. Du skal ikke komme.", "Vi skriver til dig om en ny tid. Det får ingen betydning for din ydelse."));

    public static (string Subject, string Text) OtherWorker(MeetingRow meeting, string worker) => (
        "Din samtale er hos en anden", Lines($"Din samtale {When(meeting.At)} er nu hos {worker}. Tiden er den samme.", How(meeting), Otherwise));

    public static (string Subject, string Text) Booked(MeetingRow meeting) => ("Din tid er booket", Lines($"Du har en tid {When(meeting.At)}.", How(meeting), Otherwise));

    /// <summary>Nothing of the case: it lies on a telephone's locked screen.</summary>
    public static (string Subject, string Text) Reminder(DateTimeOffset at) => ("Husk din aftale", Lines($"Husk din aftale {When(at)}.", Otherwise));

    public static (string Subject, string Text) Offer(DateTimeOffset at, DateTimeOffset ends) => (
        "Der er blevet en tidligere tid", Lines($"Du kan få en tidligere tid: {When(at)}.", $"Svar senest {When(ends)}: {LinkMark}", "Svarer du ikke, beholder du den tid, du har."));

    public static (string Subject, string Text) Survey(DateOnly until) => (
        "Fire spørgsmål om din samtale", Lines($"Hvordan var din samtale? Svar på fire spørgsmål senest {until.ToString("d. MMMM yyyy", Danish)}: {LinkMark}", "Svaret er anonymt. Ingen kan se, hvem der har svaret hvad."));

    public static (string Subject, string Text) Missing(IReadOnlyList<string> papers) => (
        "Vi mangler noget fra dig", Lines(["Vi kan ikke gøre din henvendelse færdig endnu. Vi mangler:", .. papers.Select(p => $"- {p}"), "Send det hele på én gang, eller ring til jobcenteret, hvis noget ikke kan lade sig gøre."]));

    public static string When(DateTimeOffset at) => at.Danish().ToString("dddd 'den' d. MMMM yyyy 'kl.' HH.mm", Danish);

    private static string How(MeetingRow meeting) => meeting.Channel switch
    {
        MeetingChannel.Phone => $"Vi ringer til dig. Samtalen varer {meeting.Minutes} minutter.",
        MeetingChannel.Video => $"Samtalen holdes på video og varer {meeting.Minutes} minutter.",
        _ => $"Samtalen holdes i jobcenteret og varer {meeting.Minutes} minutter.",
    };

    private static string Lines(params string[] lines) => string.Join('\n', lines.Where(l => l.Length > 0));
}
