using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Economy;

internal sealed class EconomySchema : IModuleSchema
{
    public string Module => "Economy";

    public int Tier => 3;

    public void Configure(ModelBuilder model) => model.Entity<BudgetLineRow>().ToTable("budget_lines").HasKey(r => new { r.Year, r.Benefit });
}
