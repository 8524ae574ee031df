namespace Virker.Platform;

internal sealed class PlatformSchema : IModuleSchema, IUnmapped
{
    public string Module => "Platform";

    public int Tier => 1;

    /// <summary>The chains' heads are written by the chains alone.</summary>
    public IEnumerable<string> Unmapped => ["chain_heads"];
}
