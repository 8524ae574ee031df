using System.Collections.Concurrent;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Accounts as read a moment ago, so that a page does not ask for the same one again; and the sessions that were signed
/// out of.
/// </summary>
internal sealed class KnownAccounts(TimeProvider clock)
{
    /// <summary>How long a withdrawn role or a closed account may still open something.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<(string, UserId), (DateTimeOffset At, Account? Account)> _accounts = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new();

    public async Task<Account?> GetAsync(Municipality municipality, UserId user, Func<UserId, Task<Account?>> read)
    {
        var key = (municipality.Slug, user);
        if (_accounts.TryGetValue(key, out var kept) && clock.GetUtcNow() - kept.At < Fresh) return kept.Account;
        var account = await read(user);
        _accounts[key] = (clock.GetUtcNow(), account);
        return account;
    }

    public void Forget(Municipality municipality, UserId user) => _accounts.TryRemove((municipality.Slug, user), out _);

    /// <summary>A copy of its cookie opens nothing more. Kept until the session would have ended by itself.</summary>
    public void End(string session, DateTimeOffset until)
    {
        foreach (var (old, end) in _ended) if (end < clock.GetUtcNow()) _ended.TryRemove(old, out _);
        _ended[session] = until;
    }

    public bool HasEnded(string? session) => session is null || _ended.ContainsKey(session);
}
