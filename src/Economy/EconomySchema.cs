using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Economy;

internal sealed class EconomySchema : IModuleSchema
{
    public string Module => "Economy";

    public int Tier => 3;

    public void Configure(ModelBuilder model)
    {
        model.Entity<BudgetLineRow>().ToTable("budget_lines").HasKey(r => new { r.Year, r.Benefit });
        model.Entity<RegulationRow>().ToTable("law_regulations").HasKey(r => r.Id);
        model.Entity<RegulationValueRow>(value =>
        {
            value.ToTable("law_regulation_values").HasKey(r => new { r.RegulationId, r.Line });
            value.HasOne<RegulationRow>().WithMany().HasForeignKey(r => r.RegulationId);
        });
    }
}
