using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Targets;

internal sealed class TargetsSchema : IModuleSchema
{
    public string Module => "Targets";

    public int Tier => 3;

    public void Configure(ModelBuilder model)
    {
        model.Entity<PlanRow>().ToTable("plans").HasKey(r => r.Id);
        model.Entity<PlanGoalRow>(goal =>
        {
            goal.ToTable("plan_goals").HasKey(r => r.Id);
            goal.HasOne<PlanRow>().WithMany().HasForeignKey(r => r.PlanId);
        });
        model.Entity<PlanThemeRow>(theme =>
        {
            theme.ToTable("plan_themes").HasKey(r => r.Id);
            theme.HasOne<PlanRow>().WithMany().HasForeignKey(r => r.PlanId);
        });
        model.Entity<PlanPrincipleRow>(principle =>
        {
            principle.ToTable("plan_principles").HasKey(r => r.Id);
            principle.HasOne<PlanRow>().WithMany().HasForeignKey(r => r.PlanId);
        });
        model.Entity<PlanMeasureRow>(measure =>
        {
            measure.ToTable("plan_measures").HasKey(r => r.Id);
            measure.HasOne<PlanRow>().WithMany().HasForeignKey(r => r.PlanId);
            measure.HasOne<PlanThemeRow>().WithMany().HasForeignKey(r => r.ThemeId);
        });
        model.Entity<BenchmarkRow>().ToTable("benchmark_rows").HasKey(r => r.Id);
        model.Entity<ComparisonRow>().ToTable("comparison_values").HasKey(r => r.Id);
        model.Entity<FetchRow>().ToTable("official_fetches").HasKey(r => r.Source);
        model.Entity<AnnexRow>(annex =>
        {
            annex.ToTable("figure_annexes").HasKey(r => r.Id);
            annex.HasOne<PlanRow>().WithMany().HasForeignKey(r => r.PlanId);
        });
        model.Entity<FrozenFigureRow>(figure =>
        {
            figure.ToTable("frozen_figures").HasKey(r => r.Id);
            figure.HasOne<AnnexRow>().WithMany().HasForeignKey(r => r.AnnexId);
        });
    }
}
