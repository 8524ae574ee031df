using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// What a module brings to the one composed context. Its rows say themselves which table they are
/// (<c>[Table("citizens")]</c>, <c>[Key]</c>, <see cref="RefersToAttribute{TRow}"/>); beside them in its folder
/// <c>Schema/</c> stand the numbered scripts that make the same tables, written once for both databases
/// (<c>025-visits.sql</c>, see <see cref="TypeWords"/>) or, where the databases really differ, once for each
/// (<c>001-citizens.sqlite.sql</c>, <c>001-citizens.postgres.sql</c>). Scripts run module by module in tier order, so a
/// table may refer to tables of lower tiers only.
/// </summary>
[Part(IsShared = true)]
public interface IModuleSchema
{
    /// <summary>The module's name as in the schema history, for instance "Casework".</summary>
    string Module { get; }

    /// <summary>The tier of the house (1 Platform, 2 Office, 3 Casework, …): lower tiers' scripts run first.</summary>
    int Tier { get; }
}
