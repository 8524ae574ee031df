using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Take a role from an account, at once: it ended the day before today, and the account's sessions are ended too.
/// </summary>
public sealed record WithdrawRole(UserId Account, Guid GivenRole) : ICommand<Done>;

[Requires("platform.account.withdraw-role")]
internal sealed class WithdrawRoleHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<WithdrawRole, Done>
{
    public async Task<Outcome<Done>> RunAsync(WithdrawRole command, CancellationToken ct = default)
    {
        var account = await db.Set<AccountRow>()
            .Include(a => a.Roles)
            .FirstOrDefaultAsync(a => a.Id == command.Account, ct);
        if (account?.Roles.FirstOrDefault(r => r.Id == command.GivenRole) is not { } role)
            return Refusal.NotFound("account.not-found", "Kontoen eller rollen findes ikke.");
        if (account.Id == actor.Value.User)
            return new Refusal(
                "account.own-roles",
                "Du kan ikke ændre dine egne roller. Bed en anden administrator om det."
            );
        if (new Period(role.ActiveFrom, role.ActiveTo).EndedBefore(clock.Today()) is { } left)
            role.ActiveTo = left.To;
        else
            db.Remove(role);
        account.RenewStamp();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
