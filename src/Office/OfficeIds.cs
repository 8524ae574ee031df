using Virker.Kernel;

namespace Virker.Office;

/// <summary>An organisational unit of the municipality (team); a role's units are these.</summary>
public readonly record struct TeamId(Guid Value) : IRandomId<TeamId>
{
    public static TeamId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>A room or an interpreter that a time can need (lokale, tolk).</summary>
public readonly record struct ResourceId(Guid Value) : IRandomId<ResourceId>
{
    public static ResourceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

/// <summary>Something that a citizen or a company is told (besked).</summary>
public readonly record struct MessageId(Guid Value) : IRandomId<MessageId>
{
    public static MessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
