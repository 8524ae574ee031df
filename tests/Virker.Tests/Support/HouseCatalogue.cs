using Microsoft.Extensions.DependencyInjection;
using Virker.Insight;
using Virker.Tests.Structure;

namespace Virker.Tests.Support;

/// <summary>The catalogue as the composed house has it: of every module's figures, as they are found.</summary>
internal static class HouseCatalogue
{
    private static readonly Lazy<Catalogue> Composed = new(() =>
    {
        using var house = Modules.Compose();
        return house.GetRequiredService<Catalogue>();
    });

    public static Catalogue It => Composed.Value;
}
