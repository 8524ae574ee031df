using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

[Table("cases")]
internal sealed class CaseRow : IVersioned
{
    public CaseId Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public UserId? WorkerId { get; set; }

    public TeamId TeamId { get; set; }

    public DateOnly Opened { get; init; }

    public DateOnly? Closed { get; set; }

    public int Version { get; private set; }
}

/// <summary>Who had the case from when to when: a case with n rows has had n − 1 changes of worker.</summary>
[Table("case_assignments")]
internal sealed class CaseAssignmentRow : ISpell
{
    public long Id { get; init; }

    [RefersTo<CaseRow>]
    public CaseId CaseId { get; init; }

    public UserId WorkerId { get; init; }

    public TeamId TeamId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    /// <summary>Why the case came here.</summary>
    public string? Reason { get; init; }

    /// <summary>What the one before told the next.</summary>
    public string? Handover { get; init; }
}
