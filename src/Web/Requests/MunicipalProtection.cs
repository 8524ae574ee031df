using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Cookies and form tokens are sealed with the keys of the municipality that the request is for, so that one made at
/// one municipality opens nowhere else.
/// </summary>
internal sealed class MunicipalProtection(IHttpContextAccessor requests, KeyRing keys) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new Protector(this, [purpose]);

    private IDataProtector Now(IEnumerable<string> purposes)
    {
        var current = requests.HttpContext?.RequestServices.GetRequiredService<CurrentMunicipality>();
        if (current is not { IsSet: true })
            throw new CryptographicException("No municipality is chosen for this request.");
        return keys.Of(current.Value).Provider.CreateProtector(purposes);
    }

    private sealed class Protector(MunicipalProtection owner, string[] purposes) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Protector(owner, [.. purposes, purpose]);

        public byte[] Protect(byte[] plaintext) => owner.Now(purposes).Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => owner.Now(purposes).Unprotect(protectedData);
    }
}
