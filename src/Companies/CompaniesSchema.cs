using Virker.Platform;

namespace Virker.Companies;

internal sealed class CompaniesSchema : IModuleSchema
{
    public string Module => "Companies";

    public int Tier => 5;
}
