using Virker.Kernel;

namespace Virker.Platform;

/// <summary>What whoever asks about a citizen may be told, in the same words by every module.</summary>
public static class CitizenRefusals
{
    /// <summary>Not there, or not for the one who asks: nobody is told which.</summary>
    public static readonly Refusal NotFound = Refusal.NotFound("citizen.not-found", "Borgeren findes ikke.");

    public static readonly Refusal ReasonRequired = Refusal.Denied(
        "citizen.reason-required",
        "Borgeren hører ikke til dit team. Skriv, hvorfor du skal se sagen; opslaget bliver gennemgået."
    );
}
