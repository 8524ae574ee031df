using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A municipality's secrets, in its own keys folder and never in its database: the data protection key ring that seals
/// CPR numbers, and two keys sealed by it, one for the blind index and one for the audit chains. Without the folder a
/// database dump tells nothing.
/// </summary>
public sealed class MunicipalityKeys
{
    private readonly IDataProtector _protector;
    private readonly IDataProtector _texts;
    private readonly byte[] _indexKey;

    private MunicipalityKeys(IDataProtectionProvider provider, string folder)
    {
        Provider = provider;
        _protector = provider.CreateProtector("Virker.Cpr.v1");
        _texts = provider.CreateProtector("Virker.Text.v1");
        _indexKey = OwnKey(provider, folder, "indeks");
        AuditKey = OwnKey(provider, folder, "revision");
    }

    /// <summary>For sign-in cookies and anti-forgery tokens of this municipality only.</summary>
    public IDataProtectionProvider Provider { get; }

    internal byte[] AuditKey { get; }

    public byte[] Seal(Cpr cpr) => _protector.Protect(Encoding.ASCII.GetBytes(cpr.Digits));

    public Cpr Open(byte[] sealedCpr) =>
        Cpr.TryParse(Encoding.ASCII.GetString(_protector.Unprotect(sealedCpr)), out var cpr)
            ? cpr.Value
            : throw new CryptographicException("A sealed CPR number does not open to a CPR number.");

    /// <summary>
    /// Equal numbers give equal indexes, so one can be looked up; without the key the number cannot be found from it.
    /// </summary>
    public byte[] BlindIndex(Cpr cpr) => HMACSHA256.HashData(_indexKey, Encoding.ASCII.GetBytes(cpr.Digits));

    /// <summary>
    /// For text that must not be read in a dump: answers kept for repeated writes, and what else a module must hide.
    /// </summary>
    public string SealText(string text) => _texts.Protect(text);

    public string OpenText(string text) => _texts.Unprotect(text);

    internal static MunicipalityKeys In(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(
            DataProtectionProvider.Create(new DirectoryInfo(folder), builder => builder.SetApplicationName("Virker")),
            folder
        );
    }

    /// <summary>The keys that are in the folder; null where there are none, and then none are made.</summary>
    internal static MunicipalityKeys? Existing(string folder) =>
        File.Exists(Path.Combine(folder, "revision.noegle")) ? In(folder) : null;

    private static byte[] OwnKey(IDataProtectionProvider provider, string folder, string name)
    {
        var protector = provider.CreateProtector($"Virker.{name}.v1");
        var path = Path.Combine(folder, $"{name}.noegle");
        if (!File.Exists(path))
        {
            var draft = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllBytes(draft, protector.Protect(RandomNumberGenerator.GetBytes(32)));
            try { File.Move(draft, path, overwrite: false); }
            catch (IOException) { File.Delete(draft); }
        }

        return protector.Unprotect(File.ReadAllBytes(path));
    }
}

/// <summary>The keys of each municipality that this installation serves, opened once.</summary>
public sealed class KeyRing
{
    private readonly ConcurrentDictionary<string, Lazy<MunicipalityKeys>> _byFolder = new();

    public MunicipalityKeys Of(Municipality municipality) =>
        _byFolder.GetOrAdd(municipality.KeysFolder, folder => new(() => MunicipalityKeys.In(folder))).Value;

    /// <summary>The municipality's keys were replaced on disk.</summary>
    internal void Forget(Municipality municipality) => _byFolder.TryRemove(municipality.KeysFolder, out _);
}
