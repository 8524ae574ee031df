using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// The session: who, at which municipality, in which roles. Sealed with the municipality's keys and bound to its name, so that it opens at no
/// other. Ends after an hour's rest and after ten hours in any case.
/// </summary>
internal static class SessionCookie
{
    private const string MunicipalityClaim = "kommune";
    private const string RoleClaim = "rolle";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "virker-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(1);
        options.SlidingExpiration = true;
        options.LoginPath = "/log-ind";
        options.ReturnUrlParameter = "retur";
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    public static Task SignInAsync(HttpContext context, Municipality municipality, Actor actor) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
    [
        new(ClaimTypes.NameIdentifier, actor.User!.Value.ToString()),
        new(ClaimTypes.Name, actor.Name),
        new(MunicipalityClaim, municipality.Slug),
        .. actor.Roles.Select(r => new Claim(RoleClaim, r.Role.Id)),
    ], "virker")));

    public static Actor? ActorOf(ClaimsPrincipal principal, Municipality municipality)
    {
        if (principal.FindFirstValue(MunicipalityClaim) != municipality.Slug) return null;
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user)) return null;
        var roles = principal.FindAll(RoleClaim).Select(c => Role.Of(c.Value)).OfType<Role>().Select(r => RoleAssignment.Of(r));
        return new Actor(UserId.From(user), principal.FindFirstValue(ClaimTypes.Name) ?? "", [.. roles]);
    }
}
