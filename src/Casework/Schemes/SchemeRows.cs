using Virker.Kernel;

namespace Virker.Casework;

internal sealed class SchemeRow
{
    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    public string Purpose { get; set; } = "";

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    /// <summary>Participants keep one worker whatever benefit they are on.</summary>
    public bool OneWorker { get; init; }

    public int Version { get; set; }
}

internal sealed class SchemeParticipantRow
{
    public Guid Id { get; init; }

    public Guid SchemeId { get; init; }

    public CitizenId CitizenId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    public string Reason { get; init; } = "";

    public DateTimeOffset MarkedAt { get; init; }

    public string MarkedBy { get; init; } = "";

    public string? EndReason { get; set; }

    public int Version { get; set; }
}
