using Virker.Committee;
using Virker.Kernel;

namespace Virker.Web.Pages.Committee.Readings;

/// <summary>What is said of readings on their pages.</summary>
internal static class ReadingWords
{
    public static string? Kind(string? kind) => kind switch
    {
        null => null,
        "referat" => "Referat",
        "dagsorden" => "Dagsorden",
        "sag" => "Enkelt sag",
        "plan" => "Plan",
        _ => kind,
    };

    public static string State(ReadingLine reading) => reading switch
    {
        { State: ReadingState.Kept, KeptAs: "own" } => "Gemt som udvalgets eget",
        { State: ReadingState.Kept, KeptPlan: not null } => "Gemt blandt planerne",
        { State: ReadingState.Kept } => "Gemt i biblioteket",
        _ => reading.State.Name(),
    };

    public static string Doubts(int doubts) => doubts == 0 ? "Ingen tvivl" : $"{Danish.Number(doubts)} tvivl";

    public static string Saved(int doubts) =>
        doubts == 0 ? "Gemt. Der er ingen tvivl tilbage." : $"Gemt. {Doubts(doubts)} tilbage i papiret.";

    /// <summary>How sure a field is; what is doubtful says why in its own place.</summary>
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Printed => "Står sådan i kilden",
        Confidence.Derived => "Udledt af teksten",
        Confidence.Doubtful => "I tvivl",
        Confidence.NotPrinted => "Ikke fundet i papiret",
        Confidence.Confirmed => "Set efter og læst rigtigt",
        _ => "Rettet",
    };
}
