using Virker.Kernel;

namespace Virker.Casework;

/// <summary>
/// Why a citizen stands on a worker's list today, in the order of weight. Computed from the case each time; nobody sets
/// it by hand.
/// </summary>
public sealed record WorkReason : CodeWord<WorkReason>
{
    public static readonly WorkReason MeetingToday = new(
        "samtale-i-dag",
        "Samtaler i dag",
        "Der er aftalt en samtale i dag."
    );

    public static readonly WorkReason Overdue = new(
        "frist-overskredet",
        "Fristen er overskredet",
        "Lovens sidste dag for en samtale er gået."
    );

    public static readonly WorkReason ReassessOverdue = new(
        "revurdering-overskredet",
        "Revurdering overskredet",
        "Dagen for revurdering af sygedagpengene er gået, og ingen har skrevet, at den er gjort."
    );

    public static readonly WorkReason Unrecorded = new(
        "mangler-registrering",
        "Mangler registrering",
        "En samtale er gået, uden at nogen har skrevet, hvad der skete."
    );

    public static readonly WorkReason InAbsence = new(
        "ligger-i-fravaer",
        "Ligger i fravær",
        "Samtalen ligger på en dag, hvor sagsbehandleren er væk."
    );

    public static readonly WorkReason Undelivered = new(
        "besked-fejlet",
        "Besked kom ikke frem",
        "En besked til borgeren er fejlet, og ingen har taget sig af den."
    );

    public static readonly WorkReason NewAnswer = new(
        "nyt-svar",
        "Nyt svar",
        "Borgeren har skrevet eller ændret noget i planen."
    );

    public static readonly WorkReason Missed = new(
        "udeblev",
        "Udeblev",
        "Borgeren udeblev sidst, og der er ikke aftalt noget nyt."
    );

    public static readonly WorkReason Due = new(
        "skal-aftales",
        "Skal aftales",
        "En samtale hører hjemme nu, og der er ingen tid."
    );

    public static readonly WorkReason Behind = new(
        "bagud",
        "Bagud",
        "Lovens frist er ikke gået, men samtalerne falder ikke jævnt."
    );

    public static readonly WorkReason Reassess = new(
        "revurdering",
        "Revurdering",
        "Sygedagpengene skal revurderes om kort tid."
    );

    public static readonly WorkReason StepEnded = new(
        "trin-udloebet",
        "Trin er udløbet",
        "Et trin i planen skulle være færdigt."
    );

    public static readonly WorkReason NoNextStep = new(
        "intet-naeste-skridt",
        "Intet næste skridt",
        "Der er hverken en aftalt samtale eller et åbent trin i planen."
    );

    public static readonly WorkReason NewToMe = new("ny-hos-mig", "Ny hos mig", "Sagen er kommet til for nylig.");

    public static readonly WorkReason Reminder = new(
        "paamindelse",
        "Påmindelser",
        "Du har bedt om at blive mindet om det."
    );

    public static readonly WorkReason WaitsForCitizen = new(
        "venter-paa-borger",
        "Venter på borgeren",
        "Borgeren har ikke svaret eller læst endnu."
    );

    /// <summary>The parts that the list stands in, each with the weightiest reason that begins it.</summary>
    private static readonly (string Name, WorkReason First)[] Parts =
    [
        ("I dag", MeetingToday),
        ("Overskredet", Overdue),
        ("Snart", InAbsence),
        ("Resten", StepEnded),
    ];

    private static readonly Lazy<Dictionary<WorkReason, int>> Weights =
        new(() => All.Select((r, i) => (r, i)).ToDictionary(r => r.r, r => r.i));

    private WorkReason(string code, string text, string means) : base(code, text) => Means = means;

    /// <summary>What the list of those with the reason holds.</summary>
    public string Means { get; }

    internal int Weight => Weights.Value[this];

    /// <summary>
    /// The part of the list that a case stands in, by its first reason; without one it stands in the last.
    /// </summary>
    public static string Part(WorkReason? first) =>
        first is null ? Parts[^1].Name : Parts.Last(p => p.First.Weight <= first.Weight).Name;
}
