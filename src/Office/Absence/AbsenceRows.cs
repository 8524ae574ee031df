using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

[Table("worker_absences")]
internal sealed class WorkerAbsenceRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<WorkerRow>]
    public UserId WorkerId { get; init; }

    public DateTimeOffset FromAt { get; init; }

    public DateTimeOffset ToAt { get; init; }

    public string Reason { get; init; } = "";

    public int Version { get; private set; }
}

[Table("covers")]
internal sealed class CoverRow : IVersioned
{
    public Guid Id { get; init; }

    /// <summary>Who is away.</summary>
    [RefersTo<WorkerRow>]
    public UserId WorkerId { get; init; }

    /// <summary>Who takes the day.</summary>
    [RefersTo<WorkerRow>]
    public UserId CoverId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly ToDay { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset? EndedAt { get; set; }

    public int Version { get; private set; }
}
