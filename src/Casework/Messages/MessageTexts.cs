using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The words of each message: when, how and why, whether one must come and what follows if one does not, and what to do
/// instead.
/// </summary>
internal static class MessageTexts
{
    private const string MustCome =
        "Du skal komme. Bliver du væk uden en god grund, kan det få betydning for din ydelse.";
    private const string MayCome = "Det er et tilbud; det får ingen betydning for din ydelse, hvis du siger nej.";
    public static (string Subject, string Text) CallUp(MeetingRow meeting, CallUpRow call, bool moved, Sender sender) =>
        (
            moved ? "Din samtale er flyttet" : "Du er indkaldt til en samtale",
            Lines(
                moved
                    ? $"Din samtale er flyttet til {When(meeting.At)}."
                    : $"Du skal til samtale {When(meeting.At)}{With(sender)}.",
                How(meeting, sender),
                call.Reason,
                call.Mandatory ? MustCome : MayCome,
                Otherwise(sender),
                Signed(sender)
            )
        );

    public static (string Subject, string Text) Invitation(CallUpRow call, Sender sender) =>
        (
            "Vælg en tid til en samtale",
            Lines(
                call.Reason,
                $"Vælg selv en tid {(call.BookFrom > call.MadeAt.DanishDate() ? $"fra den {Danish.Date(call.BookFrom.Value)} og " : "")}senest {Danish.Date(call.BookBy!.Value)}: {PersonalLinks.Mark}",
                "Siden spørger om din fødselsdag.",
                call.Mandatory ? MustCome : MayCome,
                $"Vil du hellere tale med os, så {Ring(sender)}.",
                Signed(sender)
            )
        );

    public static (string Subject, string Text) Cancelled(MeetingRow meeting, Sender sender) =>
        (
            "Din samtale er aflyst",
            Lines(
                $"Din samtale {When(meeting.At)} er aflyst. Du skal ikke komme.",
                "Det får ingen betydning for din ydelse.",
                $"Har du spørgsmål, så {Ring(sender)}.",
                Signed(sender)
            )
        );

    public static (string Subject, string Text) OtherWorker(MeetingRow meeting, string worker, Sender sender) =>
        (
            "Din samtale er hos en anden",
            Lines(
                $"Din samtale {When(meeting.At)} er nu hos {worker}. Tiden er den samme.",
                How(meeting, sender with { Worker = worker }),
                Otherwise(sender),
                Signed(sender with { Worker = worker })
            )
        );

    public static (string Subject, string Text) Booked(MeetingRow meeting, Sender sender) =>
        (
            "Din tid er booket",
            Lines(
                $"Du har en tid {When(meeting.At)}{With(sender)}.",
                How(meeting, sender),
                Otherwise(sender),
                Signed(sender)
            )
        );

    /// <summary>Nothing of the case: it lies on a telephone's locked screen.</summary>
    public static (string Subject, string Text) Reminder(MeetingRow meeting, Sender sender) =>
        (
            "Husk din aftale",
            Lines(
                $"Husk din aftale med {sender.Municipality} {When(meeting.At)}.",
                How(meeting, sender),
                $"Kan du ikke, så {Ring(sender)}."
            )
        );

    public static (string Subject, string Text) Offer(DateTimeOffset at, DateTimeOffset ends, Sender sender) =>
        (
            "Der er blevet en tidligere tid",
            Lines(
                $"Du kan få en tidligere tid hos {sender.Municipality}: {When(at)}.",
                $"Svar senest {When(ends)}: {PersonalLinks.Mark}",
                "Svarer du ikke, beholder du den tid, du har."
            )
        );

    public static (string Subject, string Text) Survey(DateOnly until, Sender sender) =>
        (
            "Fire spørgsmål om din samtale",
            Lines(
                $"Hvordan var din samtale med {sender.Municipality}? Svar på fire spørgsmål senest {Danish.Date(until)}: {PersonalLinks.Mark}",
                "Svaret er anonymt. Ingen kan se, hvem der har svaret hvad."
            )
        );

    public static (string Subject, string Text) Missing(IReadOnlyList<string> papers, Sender sender) =>
        (
            "Vi mangler noget fra dig",
            Lines([
                "Vi kan ikke gøre din henvendelse færdig endnu. Vi mangler:",
                .. papers.Select(p => $"- {p}"),
                $"Send det hele på én gang. Kan noget ikke lade sig gøre, så {Ring(sender)}.",
                Signed(sender),
            ])
        );

    public static string When(DateTimeOffset at) => at.Danish().ToString("dddd 'den' d. MMMM yyyy 'kl.' HH.mm", Danish.Culture);

    /// <summary>
    /// Where and how; what nobody has written of the place is said to be missing, and what to do about it.
    /// </summary>
    private static string How(MeetingRow meeting, Sender sender) =>
        meeting.Channel == MeetingChannel.Phone ? $"Vi ringer til dig. Det varer {meeting.Minutes} minutter."
        : meeting.Channel == MeetingChannel.Video
            ? $"Vi mødes på video i {meeting.Minutes} minutter: {sender.Video ?? $"linket er ikke skrevet ind endnu, så {Ring(sender)}, og få det"}."
        : $"Sted: {string.Join(", ", new[] { sender.Room, sender.Place, sender.Address ?? $"adressen er ikke skrevet ind endnu, så {Ring(sender)}, hvis du er i tvivl" }.OfType<string>())}. Det varer {meeting.Minutes} minutter.";

    private static string With(Sender sender) => sender.Worker is { } worker ? $" hos {worker}" : "";

    private static string Otherwise(Sender sender) =>
        $"Kan du ikke, så {Ring(sender)} hurtigst muligt, så finder vi en anden tid.";

    /// <summary>Nobody is asked to ring where there is no number.</summary>
    private static string Ring(Sender sender) => sender.Phone is { } phone ? $"ring på {phone}" : "kontakt kommunen";

    private static string Signed(Sender sender) =>
        string.Join(
            '\n',
            new[]
            {
                "Venlig hilsen",
                sender.Worker,
                $"{sender.Place}, {sender.Municipality}",
                sender.Phone is { } phone ? $"Telefon {phone}" : null,
            }.OfType<string>()
        );

    private static string Lines(params string[] lines) => string.Join('\n', lines.Where(l => l.Length > 0));
}
