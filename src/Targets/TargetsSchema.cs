using Virker.Platform;

namespace Virker.Targets;

internal sealed class TargetsSchema : IModuleSchema
{
    public string Module => "Targets";

    public int Tier => 5;
}
