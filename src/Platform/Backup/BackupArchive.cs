using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// One file: a head in clear (<see cref="BackupHead"/>), and after it a zip archive locked block by block (<see
/// cref="LockedBlocks"/>). Without the municipality's keys nothing in it can be read, and one changed bit anywhere is
/// noticed. An archive of an earlier edition is an open zip file whose comment is the keyed hash of every byte before
/// it; it can still be put in place.
/// </summary>
internal sealed class BackupArchive : IDisposable
{
    private const int SealLength = 64;

    public static readonly Refusal NotOne = new("backup.not-one", "Filen er ikke en hel sikkerhedskopi fra Virker.");

    private static readonly Refusal OtherFormat = new(
        "backup.format",
        "Sikkerhedskopien er fra en udgave af Virker, som denne ikke kan læse."
    );

    private readonly ZipArchive _zip;
    private readonly LockedBlocks? _blocks;

    private BackupArchive(ZipArchive zip, BackupManifest manifest, LockedBlocks? blocks) =>
        (_zip, Manifest, _blocks) = (zip, manifest, blocks);

    public BackupManifest Manifest { get; }

    public static Refusal Damaged(string what) =>
        new("backup.damaged", $"Sikkerhedskopien er ændret, beskadiget eller ikke hel ({what}). Brug en anden kopi.");

    /// <summary>Writes the parts and locks the whole. The file appears under its name when it is complete.</summary>
    public static async Task WriteAsync(
        string path,
        BackupManifest manifest,
        byte[] key,
        IEnumerable<(string Name, Func<Stream, Task> Write)> parts
    )
    {
        var head = new BackupHead(manifest.Municipality, manifest.TakenAt, manifest.Keys).Write();
        var draft = $"{path}.{Guid.NewGuid():N}";
        await using (var file = OwnersOnly.Create(draft))
        {
            await file.WriteAsync(head.Bytes);
            using var blocks = new LockedBlocks(LockedBlocks.KeyOf(key, head.Salt), head.Bytes);
            await using (var locking = new LockingStream(file, blocks))
            {
                await using var zip = new ZipArchive(locking, ZipArchiveMode.Create, leaveOpen: true);
                var written = new List<BackedUpPart>();
                foreach (var (name, write) in parts) written.Add(await WritePartAsync(zip, name, write));
                await using var last = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync();
                await last.WriteAsync((manifest with { Parts = written }).ToBytes());
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Opens it when every byte is as it was written, by somebody who has the municipality's key.</summary>
    public static async Task<Outcome<BackupArchive>> OpenAsync(Stream file, BackupHead head, byte[] key)
    {
        if (!head.IsLocked) return await OpenOldAsync(file, key);
        var blocks = new LockedBlocks(LockedBlocks.KeyOf(key, head.Salt), head.Bytes);
        try
        {
            var inside = new UnlockingStream(file, head.Bytes.Length, blocks);
            inside.Check();
            return Read(new ZipArchive(inside, ZipArchiveMode.Read), BackupManifest.Current, blocks);
        }
        catch (InvalidDataException problem)
        {
            blocks.Dispose();
            return Damaged(problem.Message);
        }
    }

    /// <summary>An archive of an earlier edition, far enough to see whose it is.</summary>
    internal static Outcome<BackupArchive> OpenOld(Stream file)
    {
        try
        {
            file.Position = 0;
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Comment.Length == SealLength
                ? Read(zip, BackupManifest.Old, null)
                : new Refusal("backup.not-one", "Filen er ikke en sikkerhedskopi fra Virker.");
        }
        catch (Exception problem)
            when (problem is InvalidDataException or DecoderFallbackException or IOException or ArgumentException)
        {
            return NotOne;
        }
    }

    private static async Task<Outcome<BackupArchive>> OpenOldAsync(Stream file, byte[] key)
    {
        var seal = new byte[SealLength];
        file.Position = file.Length - SealLength;
        await file.ReadExactlyAsync(seal);
        var made = Encoding.ASCII.GetBytes(await SealAsync(file, key));
        return CryptographicOperations.FixedTimeEquals(seal, made) ? OpenOld(file) : Damaged("seglet passer ikke");
    }

    private static Outcome<BackupArchive> Read(ZipArchive zip, string format, LockedBlocks? blocks)
    {
        try
        {
            if (zip.GetEntry(BackupManifest.EntryName) is not { } entry) return NotOne;
            using var stream = entry.Open();
            return BackupManifest.Read(stream) is { } manifest && manifest.Format == format
                ? new BackupArchive(zip, manifest, blocks)
                : OtherFormat;
        }
        catch (JsonException)
        {
            return NotOne;
        }
    }

    public IEnumerable<BackedUpPart> PartsUnder(string folder) =>
        Manifest.Parts.Where(p => p.Name.StartsWith(folder, StringComparison.Ordinal));

    public Stream OpenPart(string name) =>
        (_zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing.")).Open();

    /// <summary>Unpacks a part and checks its fingerprint.</summary>
    public async Task UnpackAsync(BackedUpPart part, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var source = OpenPart(part.Name);
        await using var target = OwnersOnly.Create(path);
        await source.CopyToAsync(target);
        target.Flush(flushToDisk: true);
        target.Position = 0;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(target)) != part.Sha256)
            throw new InvalidDataException($"{part.Name} is not what the manifest says.");
    }

    public void Dispose()
    {
        _zip.Dispose();
        _blocks?.Dispose();
    }

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
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
