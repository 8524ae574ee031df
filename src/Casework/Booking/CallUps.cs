using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>How a citizen is told of a conversation.</summary>
public sealed record CallUpChannel : CodeWord<CallUpChannel>
{
    public static readonly CallUpChannel DigitalPost = new("digital-post", "Digital Post");
    public static readonly CallUpChannel Sms = new("sms", "Sms");
    public static readonly CallUpChannel Letter = new("brev", "Brev");
    public static readonly CallUpChannel Email = new("e-mail", "E-mail");

    /// <summary>Agreed face to face or on the phone; nothing is sent.</summary>
    public static readonly CallUpChannel Agreed = new("aftalt", "Ingen: det er aftalt med borgeren");

    private CallUpChannel(string code, string text) : base(code, text)
    {
    }
}

/// <summary>What a call-up (indkaldelse) says: how it is told, why, and whether the citizen must come.</summary>
public sealed record CallUpWords(CallUpChannel Channel, string Reason, bool Mandatory)
{
    /// <summary>What holds until somebody chooses otherwise, wherever a conversation is made or changed.</summary>
    public static readonly CallUpWords Usual = new(CallUpChannel.DigitalPost, "", true);
}

internal static class CallUps
{
    public static Refusal? Decide(CallUpWords words) =>
        words.Reason.Length > 500
            ? new Refusal("call-up.too-long", "Begrundelsen må højst være 500 tegn.", Field: nameof(CallUpWords.Reason))
            : null;

    /// <summary>The reason that stands in the call-up where none was written.</summary>
    public static string UsualReason(MeetingKind kind) =>
        kind == MeetingKind.Job
            ? "Vi skal tale om, hvordan du kommer i job, og hvad du og vi gør til næste gang."
        : kind == MeetingKind.Sick
            ? "Vi skal tale om dit sygeforløb, og hvad der kan hjælpe dig tilbage i arbejde."
        : kind == MeetingKind.Integration ? "Vi skal tale om din kontrakt, dansk og arbejde."
        : "Vi skal følge op på din plan.";

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
