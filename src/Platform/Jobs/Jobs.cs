using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Work that is done again and again in each municipality, acting as Virker and through use cases. When it is due
/// stands in the database, so it survives a restart; a lease lets one server do it at a time. A module's jobs are found
/// by reflection.
/// </summary>
[Part]
public interface IJob
{
    /// <summary>Stable: the row in the database bears it.</summary>
    string Name { get; }

    /// <summary>What it does, in Danish, for whoever looks after the house.</summary>
    string Title { get; }

    JobPlan Plan { get; }

    /// <summary>A refusal or exception is tried again, later and later, until it is done.</summary>
    Task<Outcome<Done>> RunAsync(CancellationToken ct = default);
}

/// <summary>Every so often, or each night at an hour of the Danish clock.</summary>
public sealed record JobPlan
{
    private JobPlan(TimeSpan? every, TimeOnly? at) => (Interval, Hour) = (every, at);

    internal TimeSpan? Interval { get; }

    internal TimeOnly? Hour { get; }

    public static JobPlan Every(TimeSpan interval) => new(interval, null);

    public static JobPlan Daily(TimeOnly at) => new(null, at);

    internal DateTimeOffset After(DateTimeOffset done)
    {
        if (Interval is { } interval) return done + interval;
        var today = done.DanishDate().ToDateTime(Hour!.Value).DanishInstant();
        return today > done ? today : done.DanishDate().AddDays(1).ToDateTime(Hour.Value).DanishInstant();
    }
}

[Table("jobs")]
internal sealed class JobRow
{
    [Key]
    public string Name { get; init; } = "";

    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public int Attempts { get; init; }

    public string? Problem { get; init; }
}
