using Microsoft.AspNetCore.Authentication.Cookies;

namespace Virker.Web;

/// <summary>
/// The session's cookie: sealed with the municipality's keys, out of scripts' reach, gone after an hour's rest.
/// </summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "virker-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostPrefixedCookies();
        options.ExpireTimeSpan = TimeSpan.FromHours(1);
        options.SlidingExpiration = true;
        options.LoginPath = "/log-ind";
        options.ReturnUrlParameter = "retur";
        options.Events.OnRedirectToLogin = context =>
        {
            if (IsPage(context.Request)) context.Response.Redirect(context.RedirectUri);
            else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>
    /// A script that saves a draft must be told that nobody is signed in; a redirect would look to it as if the draft
    /// was saved.
    /// </summary>
    private static bool IsPage(HttpRequest request) => request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate";

    /// <summary>
    /// Over TLS the name says that the cookie is this host's alone; a browser takes such a name in no other case.
    /// </summary>
    private sealed class HostPrefixedCookies : ICookieManager
    {
        private readonly ChunkingCookieManager _cookies = new();

        public string? GetRequestCookie(HttpContext context, string key) =>
            _cookies.GetRequestCookie(context, Name(context, key));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            _cookies.AppendResponseCookie(context, Name(context, key), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
            _cookies.DeleteCookie(context, Name(context, key), options);

        private static string Name(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
    }
}
