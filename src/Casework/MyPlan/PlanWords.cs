namespace Virker.Casework;

/// <summary>The nine kinds of step in Min plan, with the words that a citizen reads.</summary>
public static class PlanStepKind
{
    public const string OwnActivity = "egen-aktivitet";
    public const string JobSearch = "jobsoegning";
    public const string ApplicationTarget = "ansoegningsmaal";
    public const string Job = "job";
    public const string Treatment = "behandling";
    public const string Meeting = "moede";
    public const string ConversationNote = "samtalereferat";
    public const string Position = "stilling";
    public const string Measure = "indsats";

    public static readonly IReadOnlyList<(string Code, string Text)> All =
    [
        (JobSearch, "Jobsøgning"),
        (ApplicationTarget, "Job at søge"),
        (Position, "Stilling fra jobcenteret"),
        (Job, "Arbejde"),
        (Measure, "Indsats eller tilbud"),
        (OwnActivity, "Egen aktivitet"),
        (Treatment, "Behandling"),
        (Meeting, "Møde"),
        (ConversationNote, "Det, vi talte om"),
    ];

    public static string Text(string code) => All.FirstOrDefault(k => k.Code == code).Text ?? code;
}

/// <summary>Where a step stands on the board.</summary>
public static class PlanStepStatus
{
    public const string Proposed = "foreslaaet";
    public const string Planned = "planlagt";
    public const string UnderWay = "i-gang";
    public const string Finished = "gennemfoert";
    public const string Dropped = "afbrudt";

    public static readonly IReadOnlyList<(string Code, string Text)> All =
    [
        (Proposed, "Foreslået"),
        (Planned, "Planlagt"),
        (UnderWay, "I gang"),
        (Finished, "Gennemført"),
        (Dropped, "Opgivet"),
    ];

    public static string Text(string code) => All.FirstOrDefault(k => k.Code == code).Text ?? code;

    public static bool IsOpen(string code) => code is Proposed or Planned or UnderWay;
}

/// <summary>Whose step it is.</summary>
public static class PlanOwner
{
    public const string Citizen = "borger";
    public const string Municipality = "kommune";
}

/// <summary>The departments that share the one plan.</summary>
public static class PlanArea
{
    public const string Employment = "beskaeftigelse";
    public const string Health = "sundhed";
    public const string Social = "social";
    public const string School = "skole";

    public static readonly IReadOnlyList<(string Code, string Text)> All =
        [(Employment, "Beskæftigelse"), (Health, "Sundhed"), (Social, "Social"), (School, "Skole og uddannelse")];

    public static string Text(string code) => All.FirstOrDefault(a => a.Code == code).Text ?? code;

    /// <summary>
    /// Steps of health and social work are kept to the department and the citizen until somebody shares them.
    /// </summary>
    internal static bool SharedFromTheStart(string area) => area is Employment or School;
}
