using Virker.Platform;

namespace Virker.Committee;

internal sealed class CommitteeSchema : IModuleSchema
{
    public string Module => "Committee";

    public int Tier => 6;
}
