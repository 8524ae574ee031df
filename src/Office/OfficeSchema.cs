using Virker.Platform;

namespace Virker.Office;

/// <summary>
/// The tables that stood before the office did were made by scripts of Casework, and keep their columns.
/// </summary>
internal sealed class OfficeSchema : IModuleSchema
{
    public string Module => "Office";

    public int Tier => 2;
}
