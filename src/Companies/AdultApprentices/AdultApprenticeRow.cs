using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

[Table("adult_apprentices")]
internal sealed class AdultApprenticeRow : IVersioned
{
    public Guid Id { get; init; }

    public CitizenId CitizenId { get; init; }

    [RefersTo<CompanyRow>]
    public CompanyId CompanyId { get; init; }

    /// <summary>ledighed or beskaeftigelse.</summary>
    public string ComingFrom { get; init; } = "";

    public string Education { get; init; } = "";

    public DateOnly StartedOn { get; init; }

    public DateOnly? EndedOn { get; set; }

    public int Version { get; private set; }
}
