using Virker.Kernel;

namespace Virker.Targets;

/// <summary>An employment plan (beskæftigelsesplan).</summary>
public readonly record struct PlanId(Guid Value) : IRandomId<PlanId>
{
    public static PlanId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A measure of the plan (mål): its page has a permanent address.</summary>
public readonly record struct MeasureId(Guid Value) : IRandomId<MeasureId>
{
    public static MeasureId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>Key figures frozen as of a day (nøgletalsbilag).</summary>
public readonly record struct AnnexId(Guid Value) : IRandomId<AnnexId>
{
    public static AnnexId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
