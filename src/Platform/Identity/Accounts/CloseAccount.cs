using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Close an account: it opens nothing after <paramref name="LastDay"/> (yesterday when nothing is said). It is never
/// deleted, since log and journal name it.
/// </summary>
public sealed record CloseAccount(UserId Account, DateOnly? LastDay = null) : ICommand<Done>;

[Requires("platform.account.close")]
internal sealed class CloseAccountHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<CloseAccount, Done>
{
    public async Task<Outcome<Done>> RunAsync(CloseAccount command, CancellationToken ct = default)
    {
        var account = await db.Set<AccountRow>().FirstOrDefaultAsync(a => a.Id == command.Account, ct);
        if (account is null)
            return Refusal.NotFound("account.not-found", "Kontoen findes ikke.");
        if (account.Id == actor.Value.User)
            return new Refusal(
                "account.own-account",
                "Du kan ikke lukke din egen konto. Bed en anden administrator om det."
            );
        account.ActiveTo = command.LastDay ?? clock.Today().AddDays(-1);
        account.RenewStamp();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
