using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Virker.Platform;

namespace Virker.Web;

internal static class IdentitySetup
{
    /// <summary>
    /// Passwords and passkeys by ASP.NET Core Identity; the session's cookie is our own (<see cref="SessionCookie"/>).
    /// </summary>
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(SessionCookie.Configure)
            .AddCookie(
                IdentityConstants.TwoFactorUserIdScheme,
                cookie =>
                {
                    // Holds a passkey's challenge from the question to the answer.
                    (cookie.Cookie.Name, cookie.Cookie.SameSite, cookie.Cookie.HttpOnly) = (
                        "virker-udfordring",
                        SameSiteMode.Strict,
                        true
                    );
                    cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                }
            );
        services
            .AddIdentityCore<Account>(Options)
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddErrorDescriber<DanishIdentityErrors>();
        services.Configure<IdentityPasskeyOptions>(o =>
            (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required")
        );
        services.AddScoped<Sessions>().AddSingleton<KnownAccounts>().AddSingleton<ILookupNormalizer, NameAsItIs>();
    }

    private static void Options(IdentityOptions options)
    {
        (options.Lockout.MaxFailedAccessAttempts, options.Lockout.DefaultLockoutTimeSpan) = (
            5,
            TimeSpan.FromMinutes(15)
        );
        var password = options.Password;
        (password.RequiredLength, password.RequiredUniqueChars) = (12, 4);
        (password.RequireDigit, password.RequireLowercase, password.RequireUppercase, password.RequireNonAlphanumeric) =
            (false, false, false, false);
        options.User.AllowedUserNameCharacters = "";
    }

    /// <summary>The accounts fold names themselves.</summary>
    private sealed class NameAsItIs : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name;

        public string? NormalizeEmail(string? email) => email;
    }
}

internal sealed class DanishIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordMismatch() =>
        new() { Code = nameof(PasswordMismatch), Description = "Den nuværende adgangskode er ikke rigtig." };

    public override IdentityError PasswordTooShort(int length) =>
        new()
        {
            Code = nameof(PasswordTooShort),
            Description = $"Adgangskoden skal have mindst {length} tegn. En sætning er god.",
        };

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        new()
        {
            Code = nameof(PasswordRequiresUniqueChars),
            Description = "Adgangskoden er for let at gætte. Vælg en anden.",
        };
}
