using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("case_weights")]
internal sealed class CaseWeightRow : IVersioned
{
    /// <summary>The register's code.</summary>
    [Key]
    public int Benefit { get; init; }

    /// <summary>Hundredths of a job-ready case.</summary>
    public int Weight { get; set; }

    public string Why { get; set; } = "";

    [Stamp]
    public DateTimeOffset ChangedAt { get; set; }

    [Stamp]
    public string ChangedBy { get; set; } = "";

    public int Version { get; private set; }
}
