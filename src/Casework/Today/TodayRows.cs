using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A case that somebody has put on hold (bero) until a day.</summary>
[Table("case_holds")]
internal sealed class CaseHoldRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public required HoldReason Reason { get; init; }

    public string Note { get; init; } = "";

    public DateOnly UntilDay { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset? LiftedAt { get; set; }

    public int Version { get; private set; }
}

/// <summary>What somebody wants to be reminded of, and when; theirs alone.</summary>
[Table("reminders")]
internal sealed class ReminderRow : IVersioned
{
    public Guid Id { get; init; }

    public UserId UserId { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public DateOnly OnDay { get; init; }

    public string Text { get; init; } = "";

    public DateTimeOffset? DoneAt { get; set; }

    public int Version { get; private set; }
}

/// <summary>A colour that somebody has put on a citizen in their own list.</summary>
[Table("case_marks")]
[PrimaryKey(nameof(UserId), nameof(CitizenId))]
internal sealed class CaseMarkRow
{
    public UserId UserId { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public required MarkColour Colour { get; set; }
}

/// <summary>A list as somebody likes it: the address's filters and columns under a name.</summary>
[Table("saved_views")]
internal sealed class SavedViewRow : IVersioned
{
    public Guid Id { get; init; }

    public UserId UserId { get; init; }

    public string Name { get; init; } = "";

    public string Query { get; set; } = "";

    public int Version { get; private set; }
}
