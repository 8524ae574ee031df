using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Companies;

internal sealed class CompaniesSchema : IModuleSchema
{
    public string Module => "Companies";

    public int Tier => 3;

    public void Configure(ModelBuilder model)
    {
        model.Entity<CompanyRow>().ToTable("companies").HasKey(r => r.Id);
        model.Entity<CompanyPersonRow>().ToTable("company_people").HasKey(r => r.Id);
        model.Entity<CompanyContactRow>().ToTable("company_contacts").HasKey(r => r.Id);
        model.Entity<JobOrderRow>().ToTable("job_orders").HasKey(r => r.Id);
        model.Entity<HireRow>().ToTable("hires").HasKey(r => r.Id);
        model.Entity<AdultApprenticeRow>().ToTable("adult_apprentices").HasKey(r => r.Id);
    }
}
