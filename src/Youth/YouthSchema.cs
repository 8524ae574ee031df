using Virker.Platform;

namespace Virker.Youth;

internal sealed class YouthSchema : IModuleSchema
{
    public string Module => "Youth";

    public int Tier => 5;
}
