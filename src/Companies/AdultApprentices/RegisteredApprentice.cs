using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>An adult who is an apprentice at a company, now or before.</summary>
public sealed record RegisteredApprentice(Guid Id, CitizenId Citizen, CompanyId Company, string Education) : Registered
{
    public required ApprenticeOrigin ComingFrom { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    protected override string Called => "voksenlærling";

    protected override string? Fault => RegisterFaults.Backwards(From, To);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new AdultApprenticeRow
            {
                Id = Id,
                CitizenId = Citizen,
                CompanyId = Company,
                Education = Education,
                ComingFrom = ComingFrom,
                StartedOn = From,
                EndedOn = To,
            }
        );
}
