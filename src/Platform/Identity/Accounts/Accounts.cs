using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

internal sealed class Accounts(
    VirkerContext db,
    UnitOfWork work,
    RequestTurn turn,
    IErasures erasures,
    TimeProvider clock
) : IAccounts
{
    public Task<Account?> FindAsync(UserId id, CancellationToken ct = default) =>
        turn.TakeAsync(async stop => Read(await Rows.FirstOrDefaultAsync(a => a.Id == id, stop)), ct);

    public Task<Account?> FindByUserNameAsync(string userName, CancellationToken ct = default)
    {
        var key = AccountRow.KeyOf(userName);
        return turn.TakeAsync(async stop => Read(await Rows.FirstOrDefaultAsync(a => a.UserNameKey == key, stop)), ct);
    }

    public Task<Account?> FindByPasskeyAsync(byte[] credentialId, CancellationToken ct = default) =>
        turn.TakeAsync(
            async stop =>
            {
                var owner = await db.Set<PasskeyRow>()
                    .AsNoTracking()
                    .Where(p => p.CredentialId == credentialId)
                    .Select(p => (UserId?)p.UserId)
                    .FirstOrDefaultAsync(stop);
                return owner is { } id ? await FindAsync(id, stop) : null;
            },
            ct
        );

    public Task<IReadOnlyList<Account>> ActiveAsync(CancellationToken ct = default) =>
        turn.TakeAsync<IReadOnlyList<Account>>(
            async stop =>
            {
                var today = clock.Today();
                var rows = await Rows.Where(a => a.ActiveFrom <= today && (a.ActiveTo == null || a.ActiveTo >= today))
                    .OrderBy(a => a.DisplayName)
                    .ToListAsync(stop);
                return [.. rows.Select(r => r.ToAccount()).Where(a => a.ActorOn(today).Roles.Count > 0)];
            },
            ct
        );

    public Task<Outcome<Account>> UpdateAsync(Account account, CancellationToken ct = default) =>
        turn.TakeAsync(stop => work.RunAsync("SignIn", () => SaveAsync(account, stop), stop), ct);

    private async Task<Outcome<Account>> SaveAsync(Account account, CancellationToken ct)
    {
        var row = await db.Set<AccountRow>()
            .Include(a => a.Roles)
            .Include(a => a.Passkeys)
            .FirstOrDefaultAsync(a => a.Id == account.Id, ct);
        if (row is null)
            return Refusal.NotFound("account.not-found", "Kontoen findes ikke.");
        if (row.Version != account.Version)
            return Conflicts.ChangedMeanwhile;
        (row.UserName, row.UserNameKey) = (account.UserName.Trim(), AccountRow.KeyOf(account.UserName));
        (row.DisplayName, row.Email, row.PasswordHash, row.SecurityStamp) = (
            account.DisplayName,
            account.Email,
            account.PasswordHash,
            account.SecurityStamp
        );
        (row.FailedSignIns, row.LockedUntil) = (account.FailedSignIns, account.LockedUntil);
        TakePasskeys(row, account.Passkeys);
        db.Touch(row);
        await db.SaveChangesAsync(ct);
        return row.ToAccount();
    }

    private void TakePasskeys(AccountRow row, IList<Passkey> passkeys)
    {
        foreach (
            var gone in row
                .Passkeys.Where(r => !passkeys.Any(p => p.CredentialId.AsSpan().SequenceEqual(r.CredentialId)))
                .ToList()
        )
        {
            db.Remove(gone);
            erasures.Note("account_passkeys", "credential_id", gone.CredentialId, "Adgangsnøglen er fjernet");
        }

        foreach (var passkey in passkeys)
        {
            if (
                row.Passkeys.FirstOrDefault(r => r.CredentialId.AsSpan().SequenceEqual(passkey.CredentialId)) is
                { } known
            )
                known.Take(passkey);
            else
                db.Add(PasskeyRow.Of(row.Id, passkey));
        }
    }

    private IQueryable<AccountRow> Rows =>
        db.Set<AccountRow>().AsNoTracking().AsSplitQuery().Include(a => a.Roles).Include(a => a.Passkeys);

    private static Account? Read(AccountRow? row) => row?.ToAccount();
}
