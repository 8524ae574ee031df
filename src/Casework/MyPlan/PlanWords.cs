using Virker.Kernel;
using Virker.Office;

namespace Virker.Casework;

/// <summary>The nine kinds of step in Min plan, with the words that a citizen reads.</summary>
public sealed record PlanStepKind : CodeWord<PlanStepKind>
{
    public static readonly PlanStepKind JobSearch = new("jobsoegning", "Jobsøgning");
    public static readonly PlanStepKind ApplicationTarget = new("ansoegningsmaal", "Job at søge");
    public static readonly PlanStepKind Position = new("stilling", "Stilling fra jobcenteret");
    public static readonly PlanStepKind Job = new("job", "Arbejde");
    public static readonly PlanStepKind Measure = new("indsats", "Indsats eller tilbud");
    public static readonly PlanStepKind OwnActivity = new("egen-aktivitet", "Egen aktivitet");
    public static readonly PlanStepKind Treatment = new("behandling", "Behandling");
    public static readonly PlanStepKind Meeting = new("moede", "Møde");
    public static readonly PlanStepKind ConversationNote = new("samtalereferat", "Det, vi talte om");

    private PlanStepKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>Where a step stands on the board.</summary>
public sealed record PlanStepStatus : CodeWord<PlanStepStatus>
{
    public static readonly PlanStepStatus Proposed = new("foreslaaet", "Foreslået");
    public static readonly PlanStepStatus Planned = new("planlagt", "Planlagt");
    public static readonly PlanStepStatus UnderWay = new("i-gang", "I gang");
    public static readonly PlanStepStatus Finished = new("gennemfoert", "Gennemført");
    public static readonly PlanStepStatus Dropped = new("afbrudt", "Opgivet");

    private PlanStepStatus(string code, string text) : base(code, text)
    {
    }

    public bool IsOpen => this == Proposed || this == Planned || this == UnderWay;
}

/// <summary>Whose step it is.</summary>
public sealed record PlanOwner : CodeWord<PlanOwner>
{
    public static readonly PlanOwner Citizen = new("borger", "Borgeren");
    public static readonly PlanOwner Municipality = new("kommune", "Kommunen");

    private PlanOwner(string code, string text) : base(code, text)
    {
    }
}
