using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A shift that somebody made, with what was before, so that it can be undone.</summary>
[Table("benefit_shifts")]
internal sealed class BenefitShiftRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public int BenefitBefore { get; init; }

    public int Benefit { get; init; }

    public int? GroupBefore { get; init; }

    /// <summary>
    /// When the group before had begun, where that was on the shift's day or later and it was taken away; or null.
    /// </summary>
    public DateOnly? GroupFrom { get; init; }

    public int TargetGroup { get; init; }

    public DateOnly FromDay { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset? UndoneAt { get; set; }

    public int Version { get; private set; }
}
