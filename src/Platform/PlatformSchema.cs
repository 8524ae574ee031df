using Microsoft.EntityFrameworkCore;

namespace Virker.Platform;

internal sealed class PlatformSchema : IModuleSchema
{
    public string Module => "Platform";

    public int Tier => 1;

    public void Configure(ModelBuilder model)
    {
        model.Entity<StatedReasonRow>().ToTable("stated_reasons").HasKey(r => r.Id);
        model.Entity<IdempotencyRow>().ToTable("idempotency").HasKey(r => r.Key);
        var account = model.Entity<AccountRow>().ToTable("accounts");
        account.HasKey(a => a.Id);
        account.HasMany(a => a.Roles).WithOne().HasForeignKey(r => r.UserId);
        account.HasMany(a => a.Passkeys).WithOne().HasForeignKey(p => p.UserId);
        model.Entity<GivenRoleRow>().ToTable("account_roles").HasKey(r => r.Id);
        model.Entity<PasskeyRow>().ToTable("account_passkeys").HasKey(p => p.CredentialId);
    }
}
