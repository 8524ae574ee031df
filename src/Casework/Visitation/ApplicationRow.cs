using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A citizen's application for a benefit or for help to find work (henvendelse).</summary>
public readonly record struct ApplicationId(Guid Value) : IRandomId<ApplicationId>
{
    public static ApplicationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

[Table("applications")]
internal sealed class ApplicationRow : IVersioned
{
    public ApplicationId Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>The team that has received it; its workers may see the citizen until it is decided.</summary>
    public TeamId TeamId { get; init; }

    public int Benefit { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>Codes of the documents that have come, with commas between.</summary>
    public string Documents { get; set; } = "";

    /// <summary>
    /// How many times the citizen has had to come: one, and one more for each time something was missing.
    /// </summary>
    public int Submissions { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }

    public string ReceivedBy { get; init; } = "";

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public int? TargetGroup { get; set; }

    public Segment? Segment { get; set; }

    public UserId? WorkerId { get; set; }

    /// <summary>What was known when it was decided, as JSON; never changed afterwards.</summary>
    public string? Evidence { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public int Version { get; private set; }
}
