using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>How a citizen is told of a conversation.</summary>
public static class CallUpChannel
{
    public const string DigitalPost = "digital-post";
    public const string Letter = "brev";
    public const string Text = "sms";
    public const string Email = "e-mail";

    /// <summary>Agreed face to face or on the phone; nothing is sent.</summary>
    public const string Agreed = "aftalt";

    public static readonly IReadOnlyList<string> All = [DigitalPost, Letter, Text, Email, Agreed];
}

/// <summary>What a call-up (indkaldelse) says: how it is told, why, and whether the citizen must come.</summary>
public sealed record CallUpWords(string Channel, string Reason, bool Mandatory)
{
    /// <summary>What holds until somebody chooses otherwise, wherever a conversation is made or changed.</summary>
    public static readonly CallUpWords Usual = new(CallUpChannel.DigitalPost, "", true);
}

internal static class CallUps
{
    public static Refusal? Decide(CallUpWords words) => Refusal.Each(
        !CallUpChannel.All.Contains(words.Channel)
            ? new Refusal("call-up.channel", "Vælg, hvordan borgeren får besked.", Field: "Tell") : null,
        words.Reason.Length > 500
            ? new Refusal("call-up.too-long", "Begrundelsen må højst være 500 tegn.", Field: "Reason") : null);

    /// <summary>The reason that stands in the call-up where none was written.</summary>
    public static string UsualReason(string kind) => kind switch
    {
        MeetingKind.Job => "Vi skal tale om, hvordan du kommer i job, og hvad du og vi gør til næste gang.",
        MeetingKind.Sick => "Vi skal tale om dit sygeforløb, og hvad der kan hjælpe dig tilbage i arbejde.",
        MeetingKind.Integration => "Vi skal tale om din kontrakt, dansk og arbejde.",
        _ => "Vi skal følge op på din plan.",
    };

    public static CallUpRow ToMeeting(MeetingRow meeting, CallUpWords words, DateTimeOffset now) =>
        new()
        {
            Id = NewId.Of<CallUpId>(),
            CitizenId = meeting.CitizenId,
            MeetingId = meeting.Id,
            Channel = words.Channel,
            Mandatory = words.Mandatory,
            MadeAt = now,
            Reason = string.IsNullOrWhiteSpace(words.Reason) ? UsualReason(meeting.Kind) : words.Reason.Trim(),
        };
}
