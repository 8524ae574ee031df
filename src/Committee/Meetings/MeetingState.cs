using Virker.Kernel;

namespace Virker.Committee;

/// <summary>
/// Where a committee's meeting stands. Cancelled, held and approved are three words for three things.
/// </summary>
public enum MeetingState
{
    Planned,
    AgendaDrafted,
    AgendaPublished,
    Held,
    MinutesApproved,
    Cancelled,
}

/// <summary>What can happen to a meeting.</summary>
public enum MeetingStep
{
    DraftAgenda,
    ChangeAgenda,
    PublishAgenda,
    Hold,
    Record,
    ApproveMinutes,
    PublishMinutes,
    CorrectMinutes,
    Cancel,
}

/// <summary>A meeting's course: which step may follow in which state, and where it leads.</summary>
public static class CommitteeMeetingCourse
{
    public static string Name(this MeetingState state) => state switch
    {
        MeetingState.Planned => "Planlagt",
        MeetingState.AgendaDrafted => "Dagsorden under udarbejdelse",
        MeetingState.AgendaPublished => "Dagsorden offentliggjort",
        MeetingState.Held => "Afholdt",
        MeetingState.MinutesApproved => "Referat godkendt",
        _ => "Aflyst",
    };

    public static Outcome<MeetingState> After(MeetingState state, MeetingStep step) =>
        (state, step) switch
        {
            (MeetingState.Planned, MeetingStep.DraftAgenda) => MeetingState.AgendaDrafted,
            (MeetingState.AgendaDrafted or MeetingState.AgendaPublished, MeetingStep.ChangeAgenda) => state,
            (MeetingState.AgendaDrafted or MeetingState.AgendaPublished, MeetingStep.PublishAgenda) =>
                MeetingState.AgendaPublished,
            (MeetingState.AgendaPublished, MeetingStep.Hold) => MeetingState.Held,
            (MeetingState.Held, MeetingStep.Record) => MeetingState.Held,
            (MeetingState.Held, MeetingStep.ApproveMinutes) => MeetingState.MinutesApproved,
            (MeetingState.MinutesApproved, MeetingStep.PublishMinutes) => MeetingState.MinutesApproved,
            (MeetingState.MinutesApproved, MeetingStep.CorrectMinutes) => MeetingState.Held,
            (MeetingState.Planned or MeetingState.AgendaDrafted or MeetingState.AgendaPublished, MeetingStep.Cancel) =>
                MeetingState.Cancelled,
            _ => new Refusal(
                $"committee-meeting.not-now",
                $"{Asked(step)} Mødet er nu: {state.Name().ToLowerInvariant()}."
            ),
        };

    private static string Asked(MeetingStep step) => step switch
    {
        MeetingStep.DraftAgenda => "Dagsordenen kan kun begyndes, når mødet er planlagt.",
        MeetingStep.ChangeAgenda => "Dagsordenen kan kun ændres, fra den er begyndt, og til mødet åbnes.",
        MeetingStep.PublishAgenda => "Kun en dagsorden, der er udarbejdet, kan offentliggøres, og kun før mødet åbnes.",
        MeetingStep.Hold => "Mødet kan først åbnes, når dagsordenen er offentliggjort.",
        MeetingStep.Record => "Der kan kun skrives til referat, når mødet er åbnet, og før referatet er godkendt.",
        MeetingStep.ApproveMinutes => "Referatet kan først godkendes, når mødet er holdt.",
        MeetingStep.PublishMinutes => "Referatet kan først offentliggøres, når det er godkendt.",
        MeetingStep.CorrectMinutes => "Kun et godkendt referat kan rettes på denne måde.",
        _ => "Mødet kan kun aflyses, før det er åbnet.",
    };
}
