using Virker.Kernel;

namespace Virker.Casework;

/// <summary>A case that somebody has put on hold (bero) until a day.</summary>
internal sealed class CaseHoldRow
{
    public Guid Id { get; init; }

    public CitizenId CitizenId { get; init; }

    /// <summary>One of <see cref="HoldReason"/>.</summary>
    public string Reason { get; init; } = "";

    public string Note { get; init; } = "";

    public DateOnly UntilDay { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset? LiftedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>What somebody wants to be reminded of, and when; theirs alone.</summary>
internal sealed class ReminderRow
{
    public Guid Id { get; init; }

    public UserId UserId { get; init; }

    public CitizenId CitizenId { get; init; }

    public DateOnly OnDay { get; init; }

    public string Text { get; init; } = "";

    public DateTimeOffset? DoneAt { get; set; }

    public int Version { get; set; }
}

/// <summary>A colour that somebody has put on a citizen in their own list.</summary>
internal sealed class CaseMarkRow
{
    public UserId UserId { get; init; }

    public CitizenId CitizenId { get; init; }

    public string Colour { get; set; } = "";
}

/// <summary>A list as somebody likes it: the address's filters and columns under a name.</summary>
internal sealed class SavedViewRow
{
    public Guid Id { get; init; }

    public UserId UserId { get; init; }

    public string Name { get; init; } = "";

    public string Query { get; set; } = "";

    public int Version { get; set; }
}
