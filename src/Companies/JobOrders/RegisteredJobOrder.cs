using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>What a company asked for people to, and those who were hired.</summary>
public sealed record RegisteredJobOrder(JobOrderId Id, CompanyId Company, JobOrderKind Kind, string Title) : Registered
{
    public required DateOnly CreatedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public required JobOrderStatus Status { get; init; }

    public required int Positions { get; init; }

    public required int HoursPerWeek { get; init; }

    public IReadOnlyList<Hire> Hires { get; init; } = [];

    protected override string Called => "jobordre";

    protected override string? Fault =>
        RegisterFaults.Nameless(Title)
        ?? RegisterFaults.Backwards(CreatedOn, ClosedOn)
        ?? (Positions < 1 ? "Den har ingen stillinger." : null);

    protected override void WriteTo(IRegisterRows rows)
    {
        rows.Add(
            new JobOrderRow
            {
                Id = Id,
                CompanyId = Company,
                Kind = Kind,
                Title = Title,
                CreatedOn = CreatedOn,
                Positions = Positions,
                HoursPerWeek = HoursPerWeek,
                Status = Status,
                ClosedOn = ClosedOn,
            }
        );
        foreach (var hire in Hires)
            rows.Add(new HireRow { JobOrderId = Id, CitizenId = hire.Citizen, HiredOn = hire.On });
    }

    /// <summary>Somebody who got the job.</summary>
    public readonly record struct Hire(CitizenId Citizen, DateOnly On);
}
