using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Newcomers;

internal sealed class NewcomersSchema : IModuleSchema
{
    public string Module => "Newcomers";

    public int Tier => 3;

    public void Configure(ModelBuilder model)
    {
        model.Entity<NewcomerRow>().ToTable("newcomers").HasKey(r => r.Id);
        model.Entity<ResultGrantRow>().ToTable("result_grants").HasKey(r => r.Id);
        model.Entity<DanishCourseRow>().ToTable("danish_courses").HasKey(r => r.Id);
        model.Entity<SpouseSupportRow>().ToTable("spouse_support").HasKey(r => r.Id);
        model.Entity<NewcomerQuotaRow>().ToTable("newcomer_quotas").HasKey(r => r.Year);
        model.Entity<NewcomerQuotaRow>().Property(r => r.Year).ValueGeneratedNever();
    }
}
