using Virker.Kernel;

namespace Virker.Casework;

/// <summary>A citizen's case (sag) with the jobcenter; one is running at a time.</summary>
public readonly record struct CaseId(Guid Value) : IRandomId<CaseId>
{
    public static CaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A conversation with a citizen (samtale), planned or held.</summary>
public readonly record struct MeetingId(Guid Value) : IRandomId<MeetingId>
{
    public static MeetingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>An intervention (indsats, tilbud) that a citizen takes part in.</summary>
public readonly record struct InterventionId(Guid Value) : IRandomId<InterventionId>
{
    public static InterventionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A note on a citizen's case (notat).</summary>
public readonly record struct NoteId(Guid Value) : IRandomId<NoteId>
{
    public static NoteId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A time that a worker has opened for conversations (ledig tid).</summary>
public readonly record struct SlotId(Guid Value) : IRandomId<SlotId>
{
    public static SlotId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A call-up to a conversation (indkaldelse).</summary>
public readonly record struct CallUpId(Guid Value) : IRandomId<CallUpId>
{
    public static CallUpId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A step in a citizen's plan (trin i Min plan).</summary>
public readonly record struct PlanStepId(Guid Value) : IRandomId<PlanStepId>
{
    public static PlanStepId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
