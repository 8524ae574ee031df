using Virker.Kernel;

namespace Virker.Companies;

/// <summary>A company's order for people (jobordre): ordinary jobs, wage subsidy or internships.</summary>
public readonly record struct JobOrderId(Guid Value) : IRandomId<JobOrderId>
{
    public static JobOrderId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
