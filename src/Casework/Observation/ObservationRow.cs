using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A leader sits in on a conversation (observation).</summary>
public readonly record struct ObservationId(Guid Value) : IRandomId<ObservationId>
{
    public static ObservationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

[Table("observations")]
internal sealed class ObservationRow : IVersioned
{
    public ObservationId Id { get; init; }

    [RefersTo<MeetingRow>]
    public MeetingId MeetingId { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public UserId WorkerId { get; init; }

    public UserId ObserverId { get; init; }

    public string Observer { get; init; } = "";

    /// <summary>What the worker wants looked at, or the leader wants to see.</summary>
    public string Focus { get; init; } = "";

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? WorkerAgreedAt { get; set; }

    public DateTimeOffset? CitizenAgreedAt { get; set; }

    [Stamp]
    public DateTimeOffset? RefusedAt { get; set; }

    /// <summary>"borger" or "sagsbehandler".</summary>
    public string? RefusedBy { get; set; }

    /// <summary>Five marks from 1 to 4 with commas between, in the order of <see cref="Casework.Rubric"/>.</summary>
    [Secret]
    public string? Rubric { get; set; }

    [Secret]
    public string? Feedback { get; set; }

    [Secret]
    public string? Goal { get; set; }

    [Stamp]
    public DateTimeOffset? WrittenAt { get; set; }

    [Secret]
    public string? Comment { get; set; }

    [Stamp]
    public DateTimeOffset? CommentedAt { get; set; }

    public int Version { get; private set; } = 1;

    /// <summary>Both have said yes, and nobody no.</summary>
    public bool IsAgreed => WorkerAgreedAt is not null && CitizenAgreedAt is not null && RefusedAt is null;
}

/// <summary>
/// What a conversation is looked at by: a craft that can be practised, not a person that is measured.
/// </summary>
public static class Rubric
{
    public const int Highest = 4;

    public static readonly IReadOnlyList<string> All =
    [
        "Formålet blev sagt højt fra starten",
        "Borgeren fik talt mest",
        "Job og uddannelse var det, det handlede om",
        "Næste skridt blev aftalt og sagt med borgerens ord",
        "Borgeren blev mødt med respekt",
    ];

    public static readonly IReadOnlyList<string> Marks = ["Ikke set", "Lidt", "Tydeligt", "Meget tydeligt"];
}
