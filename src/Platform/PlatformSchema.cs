using Microsoft.EntityFrameworkCore;

namespace Virker.Platform;

internal sealed class PlatformSchema : IModuleSchema, IUnmapped
{
    public string Module => "Platform";

    public int Tier => 1;

    /// <summary>The chains' heads are written by the chains alone.</summary>
    public IEnumerable<string> Unmapped => ["chain_heads"];

    public void Configure(ModelBuilder model)
    {
        model.Entity<StatedReasonRow>().ToTable("stated_reasons").HasKey(r => r.Id);
        model.Entity<IdempotencyRow>().ToTable("idempotency").HasKey(r => r.Key);
        model.Entity<OutboxRow>().ToTable("outbox").HasKey(r => new { r.EventId, r.Handler });
        model.Entity<JobRow>().ToTable("jobs").HasKey(r => r.Name);
        model.Entity<ConnectorRow>().ToTable("connectors").HasKey(r => r.Id);
        model.Entity<ErasureRow>().ToTable("erasures").HasKey(r => r.Id);
        model.Entity<FileRow>().ToTable("files").HasKey(r => r.Id);
        model.Entity<AccessLogRow>().ToTable("access_log").HasKey(r => r.Sequence);
        model.Entity<AccessReviewRow>().ToTable("access_reviews").HasKey(r => r.Sequence);
        model.Entity<AccessReviewRow>().Property(r => r.Sequence).ValueGeneratedNever();
        model.Entity<JournalRow>().ToTable("journal").HasKey(r => r.Sequence);
        var account = model.Entity<AccountRow>().ToTable("accounts");
        account.HasKey(a => a.Id);
        account.HasMany(a => a.Roles).WithOne().HasForeignKey(r => r.UserId);
        account.HasMany(a => a.Passkeys).WithOne().HasForeignKey(p => p.UserId);
        model.Entity<GivenRoleRow>().ToTable("account_roles").HasKey(r => r.Id);
        model.Entity<PasskeyRow>().ToTable("account_passkeys").HasKey(p => p.CredentialId);
    }
}
