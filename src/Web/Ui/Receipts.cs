using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Virker.Web;

/// <summary>
/// What was done, told on the page that comes next, once. Sealed in a cookie of its own for that one step, since the
/// page is led to by its address and an address says nothing of what was done.
/// </summary>
public sealed class Receipts(IHttpContextAccessor requests, IDataProtectionProvider protection)
{
    private const string Name = "virker-kvittering";

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private IDataProtector Seal => protection.CreateProtector(Name);

    public void Tell(string text) =>
        requests.HttpContext?.Response.Cookies.Append(Name, Seal.Protect(text), Options(Kept));

    /// <summary>Null where there is nothing to tell. What is taken is not told again.</summary>
    public string? Take()
    {
        if (
            requests.HttpContext is not { Response.HasStarted: false } context
            || context.Request.Cookies[Name] is not { Length: > 0 } kept
        )
            return null;
        context.Response.Cookies.Delete(Name, Options(null));
        try
        {
            return Seal.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private CookieOptions Options(TimeSpan? kept) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = requests.HttpContext!.Request.IsHttps,
            MaxAge = kept,
            Path = "/",
        };
}
