using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>Days on a benefit, by its number in the list of benefits.</summary>
public sealed record RegisteredBenefit(CitizenId Citizen, int Benefit, DateOnly From, DateOnly? To = null) : Registered
{
    protected override string Called => "ydelse";

    protected override string? Fault =>
        RegisterFaults.Backwards(From, To)
        ?? RegisterFaults.Uncoded("Ydelserne", Benefit, CodeList.Benefits.Has(Benefit));

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(new BenefitSpellRow { CitizenId = Citizen, Benefit = Benefit, FromDay = From, ToDay = To });
}

/// <summary>Days in a target group, by its number in the law.</summary>
public sealed record RegisteredTargetGroup(CitizenId Citizen, int TargetGroup, DateOnly From, DateOnly? To = null)
    : Registered
{
    protected override string Called => "målgruppe";

    protected override string? Fault =>
        RegisterFaults.Backwards(From, To)
        ?? RegisterFaults.Uncoded("Målgrupperne", TargetGroup, CodeList.TargetGroups.Has(TargetGroup));

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new TargetGroupSpellRow { CitizenId = Citizen, TargetGroup = TargetGroup, FromDay = From, ToDay = To }
        );
}

/// <summary>A job without support.</summary>
public sealed record RegisteredEmployment(CitizenId Citizen, DateOnly From, DateOnly? To, int HoursPerWeek)
    : Registered
{
    public CompanyId? Company { get; init; }

    protected override string Called => "ansættelse";

    protected override string? Fault => RegisterFaults.Backwards(From, To);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new EmploymentSpellRow
            {
                CitizenId = Citizen,
                CompanyId = Company,
                FromDay = From,
                ToDay = To,
                HoursPerWeek = HoursPerWeek,
            }
        );
}

/// <summary>Back at work for some hours of the week while on sick pay.</summary>
public sealed record RegisteredPartialReturn(CitizenId Citizen, DateOnly From, DateOnly? To, decimal HoursPerWeek)
    : Registered
{
    protected override string Called => "delvis raskmelding";

    protected override string? Fault => RegisterFaults.Backwards(From, To);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new PartialReturnRow { CitizenId = Citizen, FromDay = From, ToDay = To, HoursPerWeek = HoursPerWeek }
        );
}

/// <summary>Hours with wages in a month, told by its first day.</summary>
public sealed record RegisteredHours(CitizenId Citizen, DateOnly Month, int Hours) : Registered
{
    protected override string Called => "løntimer";

    protected override string? Fault => Month.Day == 1 ? null : "Måneden siges ved dens første dag.";

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(new PaidHoursRow { CitizenId = Citizen, Month = Month, Hours = Hours });
}

/// <summary>How far a source has come.</summary>
public sealed record RegisteredDate(string Source, DateOnly LastDay) : Registered
{
    protected override string Called => "registerdato";

    protected override string? Fault => RegisterFaults.Nameless(Source);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(new RegisterDateRow { Source = Source, LastDay = LastDay });
}
