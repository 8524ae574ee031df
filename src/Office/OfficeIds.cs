using Virker.Kernel;

namespace Virker.Office;

/// <summary>An organisational unit of the municipality (team); a role's units are these.</summary>
public readonly record struct TeamId(Guid Value) : IRandomId<TeamId>
{
    public static TeamId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
