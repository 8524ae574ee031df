using Virker.Kernel;

namespace Virker.Casework;

/// <summary>A shift that somebody made, with what was before, so that it can be undone.</summary>
internal sealed class BenefitShiftRow
{
    public Guid Id { get; init; }

    public CitizenId CitizenId { get; init; }

    public int BenefitBefore { get; init; }

    public int Benefit { get; init; }

    public int? GroupBefore { get; init; }

    public int TargetGroup { get; init; }

    public DateOnly FromDay { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset? UndoneAt { get; set; }

    public int Version { get; set; }
}
