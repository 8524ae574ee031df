using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>What an adult apprentice (voksenlærling) comes from.</summary>
public sealed record ApprenticeOrigin : CodeWord<ApprenticeOrigin>
{
    public static readonly ApprenticeOrigin Unemployment = new("ledighed", "Ledighed");
    public static readonly ApprenticeOrigin Employment = new("beskaeftigelse", "Beskæftigelse");

    private ApprenticeOrigin(string code, string text) : base(code, text)
    {
    }
}

[Table("adult_apprentices")]
internal sealed class AdultApprenticeRow : IVersioned
{
    public Guid Id { get; init; }

    public CitizenId CitizenId { get; init; }

    [RefersTo<CompanyRow>]
    public CompanyId CompanyId { get; init; }

    public required ApprenticeOrigin ComingFrom { get; init; }

    public string Education { get; init; } = "";

    public DateOnly StartedOn { get; init; }

    public DateOnly? EndedOn { get; set; }

    public int Version { get; private set; }
}
