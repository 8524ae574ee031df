using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// The municipality's accounts by name, closed ones too when asked for. Citizens' accounts are left out: each is found
/// from the citizen.
/// </summary>
public sealed record ListAccounts(bool WithClosed = false) : IQuery<AccountList>;

public sealed record AccountList(IReadOnlyList<AccountLine> Accounts);

public sealed record AccountLine(
    UserId Id,
    string UserName,
    string DisplayName,
    IReadOnlyList<GivenRole> Roles,
    DateOnly ActiveFrom,
    DateOnly? ActiveTo,
    DateTimeOffset? LockedUntil
)
{
    public DateTimeOffset CreatedAt { get; init; }
}

[Requires("platform.account.list")]
internal sealed class ListAccountsHandler(VirkerContext db, TimeProvider clock) : IUseCase<ListAccounts, AccountList>
{
    public async Task<Outcome<AccountList>> RunAsync(ListAccounts query, CancellationToken ct = default)
    {
        var today = clock.Today();
        var rows = await db.Set<AccountRow>().Include(a => a.Roles)
            .Where(a => a.CitizenId == null && (query.WithClosed || a.ActiveTo == null || a.ActiveTo >= today))
            .OrderBy(a => a.UserNameKey)
            .ToListAsync(ct);
        return new AccountList(
            rows.ConvertAll(r => new AccountLine(
                r.Id,
                r.UserName,
                r.DisplayName,
                r.ToAccount().Roles,
                r.ActiveFrom,
                r.ActiveTo,
                r.LockedUntil
            )
            {
                CreatedAt = r.CreatedAt,
            })
        );
    }
}
