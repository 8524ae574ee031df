using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What a call-up (indkaldelse) says: how it is told, why, and whether the citizen must come.</summary>
public sealed record CallUpWords(MessageChannel Channel, string Reason, bool Mandatory)
{
    /// <summary>What holds until somebody chooses otherwise, wherever a conversation is made or changed.</summary>
    public static readonly CallUpWords Usual = new(MessageChannel.DigitalPost, "", true);
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
