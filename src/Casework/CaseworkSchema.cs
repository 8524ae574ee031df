using Virker.Platform;

namespace Virker.Casework;

internal sealed class CaseworkSchema : IModuleSchema
{
    public string Module => "Casework";

    public int Tier => 3;
}
