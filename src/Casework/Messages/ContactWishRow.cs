using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What a citizen has said about how they may be reached (kontaktønske).</summary>
[Table("contact_wishes")]
internal sealed class ContactWishRow : IVersioned
{
    [Key]
    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    /// <summary>Exempt from Digital Post.</summary>
    public bool WithoutDigitalPost { get; set; }

    public bool NoTexts { get; set; }

    [Stamp]
    public DateTimeOffset ChangedAt { get; set; }

    [Stamp]
    public string ChangedBy { get; set; } = "";

    public int Version { get; private set; }
}
