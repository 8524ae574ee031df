using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Give an account a new password, as an administrator does when one is forgotten. Ends its sessions and its lock-out.
/// </summary>
public sealed record SetPassword(UserId Account, string Password) : ICommand<Done>;

[Requires("platform.account.set-password")]
internal sealed class SetPasswordHandler(VirkerContext db) : IUseCase<SetPassword, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetPassword command, CancellationToken ct = default)
    {
        var account = await db.Set<AccountRow>().FirstOrDefaultAsync(a => a.Id == command.Account, ct);
        if (account is null)
            return Refusal.NotFound("account.not-found", "Kontoen findes ikke.");
        if (Passwords.Refuse(command.Password, account.UserName) is { } weak)
            return weak;
        (account.PasswordHash, account.FailedSignIns, account.LockedUntil) = (
            Passwords.Hash(command.Password),
            0,
            null
        );
        account.RenewStamp();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
