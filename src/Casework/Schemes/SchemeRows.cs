using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("schemes")]
internal sealed class SchemeRow : IVersioned
{
    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    public string Purpose { get; set; } = "";

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    /// <summary>Participants keep one worker whatever benefit they are on.</summary>
    public bool OneWorker { get; init; }

    public int Version { get; private set; }
}

[Table("scheme_participants")]
internal sealed class SchemeParticipantRow : IVersioned, ISpell
{
    public Guid Id { get; init; }

    [RefersTo<SchemeRow>]
    public Guid SchemeId { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    public string Reason { get; init; } = "";

    public DateTimeOffset MarkedAt { get; init; }

    public string MarkedBy { get; init; } = "";

    public string? EndReason { get; set; }

    public int Version { get; private set; }
}
