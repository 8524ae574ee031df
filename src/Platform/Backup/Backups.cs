using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Takes a backup of a municipality while it works: database and files in one sealed archive, and its keys in another file, which is to be kept
/// elsewhere: who has both can read everything, who has only the archive can read no CPR number.
/// </summary>
public sealed class Backups(KeyRing keys, BulkJournal journal, TimeProvider clock)
{
    public const string KeysEnding = ".noegler";

    /// <summary>Everything that was acknowledged before this was called is in the archive.</summary>
    public async Task<Outcome<BackupTaken>> TakeAsync(Municipality municipality, string archive, CancellationToken ct = default)
    {
        var path = Path.GetFullPath(archive);
        if (Path.GetDirectoryName(path) is not { } folder || !Directory.Exists(folder)) return new Refusal("backup.no-folder", "Mappen, som kopien skal ligge i, findes ikke.");
        if (File.Exists(path)) return new Refusal("backup.exists", $"{Path.GetFileName(path)} findes allerede. Vælg et andet navn.");
        var takenAt = clock.GetUtcNow();
        var own = keys.Of(municipality);
        var files = 0;
        await using (var snapshot = await DatabaseSnapshot.TakeAsync(municipality.Database, $"{path}.database", ct))
        {
            var (scripts, heads, named) = await snapshot.DescribeAsync(ct);
            var manifest = new BackupManifest(BackupManifest.Current, Describe(municipality), takenAt, Fingerprint(own), scripts, heads);
            var stored = named.Select(name => FilePart(municipality, name));
            files = named.Count;
            await BackupArchive.WriteAsync(path, manifest, own.AuditKey, [.. snapshot.Parts, .. stored]);
        }

        PackKeys(municipality.KeysFolder, path + KeysEnding);
        await NoteAsync(municipality, "Backup", files, ct);
        return new BackupTaken(path, path + KeysEnding, new FileInfo(path).Length, files, takenAt);
    }

    /// <summary>Tells one municipality's keys from another's without telling the keys.</summary>
    internal static string Fingerprint(MunicipalityKeys keys) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.AuditKey, Encoding.ASCII.GetBytes("virker-fingeraftryk")))[..32];

    internal Task NoteAsync(Municipality municipality, string useCase, int files, CancellationToken ct) =>
        journal.NoteAsync(municipality, municipality.Database, useCase, new Dictionary<string, long> { ["files"] = files }, ct);

    private static BackedUpMunicipality Describe(Municipality m) => new(m.Code, m.Name, m.Slug, m.Hosts, m.IsFictive, m.Database.Suffix);

    /// <summary>A file whose row is in the snapshot is on disk: bytes come before the row, and go two days after it.</summary>
    private static (string Name, Func<Stream, Task> Write) FilePart(Municipality municipality, string stored)
    {
        var path = FileStore.PathOf(municipality, stored);
        return ("filer/" + Path.GetRelativePath(municipality.FilesFolder, path).Replace('\\', '/'), async target =>
        {
            await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            await source.CopyToAsync(target);
        });
    }

    private static void PackKeys(string folder, string path)
    {
        using var file = OwnersOnly.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var key in Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".xml" or ".noegle"))
        {
            using var entry = zip.CreateEntry(Path.GetFileName(key)).Open();
            entry.Write(File.ReadAllBytes(key));
        }
    }
}
