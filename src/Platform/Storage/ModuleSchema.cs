using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// What a module brings to the one composed context: its entities, and beside them in its folder <c>Schema/</c> the
/// numbered scripts (<c>001-citizens.sqlite.sql</c>, <c>001-citizens.postgres.sql</c>) that make the same tables.
/// Scripts run module by module in tier order, so a table may refer to tables of lower tiers only.
/// </summary>
[Part(IsShared = true)]
public interface IModuleSchema
{
    /// <summary>The module's name as in the schema history, for instance "Casework".</summary>
    string Module { get; }

    /// <summary>The tier of the house (1 Platform, 2 Casework, 3 …): lower tiers' scripts run first.</summary>
    int Tier { get; }

    void Configure(ModelBuilder model);
}
