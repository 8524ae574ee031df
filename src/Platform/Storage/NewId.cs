using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Draws new identities (122 random bits from the system's generator).</summary>
public static class NewId
{
    public static TId Of<TId>() where TId : struct, IRandomId<TId> => TId.From(Guid.NewGuid());
}
