using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A row of the access log as it is read; it is only ever written through the hash chain, in the chain's own types.
/// </summary>
[Table("access_log")]
internal sealed class AccessLogRow
{
    [Key]
    public long Sequence { get; init; }

    /// <summary>UTC ticks.</summary>
    public long At { get; init; }

    public byte[]? UserId { get; init; }

    public string Actor { get; init; } = "";

    public string? Role { get; init; }

    public byte[] CitizenId { get; init; } = [];

    public string UseCase { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string? Reason { get; init; }

    public long Review { get; init; }

    public string Reference { get; init; } = "";

    public byte[] Hash { get; init; } = [];
}

/// <summary>What the data protection officer found about a look that was marked for review.</summary>
[Table("access_reviews")]
internal sealed class AccessReviewRow
{
    [Key]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    [RefersTo<AccessLogRow>]
    public long Sequence { get; init; }

    public UserId ReviewedBy { get; init; }

    public DateTimeOffset ReviewedAt { get; init; }

    public bool InOrder { get; init; }

    public string Note { get; init; } = "";
}
