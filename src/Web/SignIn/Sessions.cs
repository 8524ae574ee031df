using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Who a request is by. The session's cookie says which account, at which municipality, under which security stamp and
/// since when; what the account may is asked of the account itself, at most <see cref="KnownAccounts.Fresh"/> ago.
/// </summary>
internal sealed class Sessions(
    IAccounts accounts,
    KnownAccounts known,
    CurrentMunicipality municipality,
    TimeProvider clock
)
{
    private const string MunicipalityClaim = "kommune";
    private const string StampClaim = "stempel";
    private const string StartClaim = "fra";
    private const string SessionClaim = "session";

    /// <summary>However much a session is used, it ends with the working day.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    /// <summary>A new session with a new id, whatever the browser came with.</summary>
    public Task StartAsync(HttpContext context, Account account)
    {
        known.Forget(municipality.Value, account.Id);
        return context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(MunicipalityClaim, municipality.Value.Slug),
            new(StampClaim, account.SecurityStamp),
            new(StartClaim, clock.GetUtcNow().ToUnixTimeSeconds().ToString()),
            new(SessionClaim, Guid.NewGuid().ToString("N")),
        ], CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    public Task EndAsync(HttpContext context)
    {
        if (context.User.FindFirstValue(SessionClaim) is { } session) known.End(session, clock.GetUtcNow() + Longest);
        return context.SignOutAsync();
    }

    /// <summary>
    /// Null where the session is no longer good: another municipality's, ended, too old, or its account has changed.
    /// </summary>
    public async Task<Actor?> ActorAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (
            principal.FindFirstValue(MunicipalityClaim) != municipality.Value.Slug
            || known.HasEnded(principal.FindFirstValue(SessionClaim))
        )
            return null;
        if (
            !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || !long.TryParse(principal.FindFirstValue(StartClaim), out var start)
        )
            return null;
        if (clock.GetUtcNow() > DateTimeOffset.FromUnixTimeSeconds(start) + Longest)
            return null;
        var account = await known.GetAsync(municipality.Value, UserId.From(id), user => accounts.FindAsync(user, ct));
        return
            account is null
            || account.SecurityStamp != principal.FindFirstValue(StampClaim)
            || !account.IsActive(clock.Today())
            ? null
            : account.ActorOn(clock.Today());
    }
}
