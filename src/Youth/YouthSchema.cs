using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Youth;

internal sealed class YouthSchema : IModuleSchema
{
    public string Module => "Youth";

    public int Tier => 3;

    public void Configure(ModelBuilder model) =>
        model.Entity<EducationSpellRow>().ToTable("education_spells").HasKey(r => r.Id);
}
