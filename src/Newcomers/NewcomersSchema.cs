using Virker.Platform;

namespace Virker.Newcomers;

internal sealed class NewcomersSchema : IModuleSchema
{
    public string Module => "Newcomers";

    public int Tier => 5;
}
