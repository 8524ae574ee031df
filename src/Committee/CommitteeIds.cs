using Virker.Kernel;

namespace Virker.Committee;

/// <summary>A political committee in a term of office (udvalg).</summary>
public readonly record struct CommitteeId(Guid Value) : IRandomId<CommitteeId>
{
    public static CommitteeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A person's seat in a committee (medlem, stedfortræder).</summary>
public readonly record struct CommitteeMemberId(Guid Value) : IRandomId<CommitteeMemberId>
{
    public static CommitteeMemberId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A committee's meeting (udvalgsmøde); a citizen's conversation is a Meeting.</summary>
public readonly record struct CommitteeMeetingId(Guid Value) : IRandomId<CommitteeMeetingId>
{
    public static CommitteeMeetingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A case that a committee treats, over as many meetings as it takes (udvalgssag).</summary>
public readonly record struct CommitteeCaseId(Guid Value) : IRandomId<CommitteeCaseId>
{
    public static CommitteeCaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>One treatment of a case at one meeting (punkt).</summary>
public readonly record struct AgendaItemId(Guid Value) : IRandomId<AgendaItemId>
{
    public static AgendaItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A paper that belongs to an item (bilag).</summary>
public readonly record struct AttachmentId(Guid Value) : IRandomId<AttachmentId>
{
    public static AttachmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>Something the committee was promised, or a member wished for (opfølgning).</summary>
public readonly record struct FollowUpId(Guid Value) : IRandomId<FollowUpId>
{
    public static FollowUpId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A document as it stood on its day and stands for ever (frosset bilag).</summary>
public readonly record struct FrozenDocumentId(Guid Value) : IRandomId<FrozenDocumentId>
{
    public static FrozenDocumentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>An uploaded paper with what the reader made of it (læsning).</summary>
public readonly record struct ReadingId(Guid Value) : IRandomId<ReadingId>
{
    public static ReadingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
