namespace Virker.Committee;

/// <summary>What was published: the agenda before the meeting, or the minutes after it.</summary>
public enum PublicationKind
{
    Agenda,
    Minutes,
}

/// <summary>Danish words for what was published.</summary>
public static class PublicationKinds
{
    public static string Name(this PublicationKind kind) => kind == PublicationKind.Agenda ? "Dagsorden" : "Referat";
}
