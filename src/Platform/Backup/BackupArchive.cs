using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// One file: an ordinary zip archive, so that any tool can open it, whose comment is the keyed hash (HMAC-SHA256) of every byte before it. One changed bit anywhere
/// is noticed, and nobody makes one without the municipality's audit key.
/// </summary>
internal sealed class BackupArchive : IDisposable
{
    private const int SealLength = 64;

    private readonly ZipArchive _zip;

    private BackupArchive(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    public static Refusal Damaged(string what) => new("backup.damaged", $"Sikkerhedskopien er beskadiget ({what}). Brug en anden kopi.");

    /// <summary>Writes the parts and seals the whole. The file appears under its name when it is complete.</summary>
    public static async Task WriteAsync(string path, BackupManifest manifest, byte[] key, IEnumerable<(string Name, Func<Stream, Task> Write)> parts)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        await using (var file = OwnersOnly.Create(draft))
        {
            await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                var written = new List<BackedUpPart>();
                foreach (var (name, write) in parts) written.Add(await WritePartAsync(zip, name, write));
                await using (var last = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync()) await last.WriteAsync((manifest with { Parts = written }).ToBytes());
                zip.Comment = new string('0', SealLength);
            }

            var seal = await SealAsync(file, key);
            file.Position = file.Length - SealLength;
            await file.WriteAsync(Encoding.ASCII.GetBytes(seal));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Opens an archive far enough to see whose it is. Nothing in it is to be trusted before <see cref="VerifyAsync"/>.</summary>
    public static Outcome<BackupArchive> Open(Stream file)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Comment.Length != SealLength || zip.GetEntry(BackupManifest.EntryName) is not { } entry) return new Refusal("backup.not-one", "Filen er ikke en sikkerhedskopi fra Virker.");
            using var stream = entry.Open();
            return BackupManifest.Read(stream) is { Format: BackupManifest.Current } manifest ? new BackupArchive(zip, manifest)
                : new Refusal("backup.format", "Sikkerhedskopien er fra en udgave af Virker, som denne ikke kan læse.");
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or DecoderFallbackException or IOException or ArgumentException)
        {
            return new Refusal("backup.not-one", "Filen er ikke en hel sikkerhedskopi fra Virker.");
        }
    }

    /// <summary>Every byte is as it was written, by somebody who has the municipality's key.</summary>
    public async Task<Refusal?> VerifyAsync(Stream file, byte[] key)
    {
        var seal = new byte[SealLength];
        file.Position = file.Length - SealLength;
        await file.ReadExactlyAsync(seal);
        var made = Encoding.ASCII.GetBytes(await SealAsync(file, key));
        return CryptographicOperations.FixedTimeEquals(seal, made) ? null : Damaged("seglet passer ikke");
    }

    public IEnumerable<BackedUpPart> PartsUnder(string folder) => Manifest.Parts.Where(p => p.Name.StartsWith(folder, StringComparison.Ordinal));

    public Stream OpenPart(string name) => (_zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing.")).Open();

    /// <summary>Unpacks a part and checks its fingerprint.</summary>
    public async Task UnpackAsync(BackedUpPart part, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var source = OpenPart(part.Name);
        await using var target = OwnersOnly.Create(path);
        await source.CopyToAsync(target);
        target.Flush(flushToDisk: true);
        target.Position = 0;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(target)) != part.Sha256) throw new InvalidDataException($"{part.Name} is not what the manifest says.");
    }

    public void Dispose() => _zip.Dispose();

    private static async Task<BackedUpPart> WritePartAsync(ZipArchive zip, string name, Func<Stream, Task> write)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        using var sha = SHA256.Create();
        var counting = new CryptoStream(entry, sha, CryptoStreamMode.Write, leaveOpen: true);
        await write(counting);
        await counting.FlushFinalBlockAsync();
        return new(name, Convert.ToHexStringLower(sha.Hash!));
    }

    private static async Task<string> SealAsync(Stream file, byte[] key)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        var buffer = new byte[128 * 1024];
        file.Position = 0;
        for (var left = file.Length - SealLength; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)));
            if (read == 0) break;
            mac.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(mac.GetHashAndReset());
    }
}

/// <summary>Files that nobody but their owner may read.</summary>
internal static class OwnersOnly
{
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
