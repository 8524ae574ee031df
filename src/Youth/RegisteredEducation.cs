using Virker.Kernel;
using Virker.Platform;

namespace Virker.Youth;

/// <summary>A young person's time in one education; without an ending while it runs.</summary>
public sealed record RegisteredEducation(CitizenId Citizen, EducationKind Kind, DateOnly From, DateOnly? To = null)
    : Registered
{
    public EducationEnding? Ending { get; init; }

    protected override string Called => "uddannelsesforløb";

    protected override string? Fault => RegisterFaults.Backwards(From, To);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new EducationSpellRow
            {
                CitizenId = Citizen,
                Kind = Kind,
                FromDay = From,
                ToDay = To,
                Ending = Ending,
            }
        );
}
