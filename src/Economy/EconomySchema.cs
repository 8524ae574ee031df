using Virker.Platform;

namespace Virker.Economy;

internal sealed class EconomySchema : IModuleSchema
{
    public string Module => "Economy";

    public int Tier => 5;
}
