using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Takes a backup of a municipality while it works: database and files in one locked archive, and its keys in another
/// file, which is to be kept elsewhere: who has both can read everything, who has only the archive can read nothing.
/// </summary>
public sealed class Backups(KeyRing keys, BulkJournal journal, TimeProvider clock)
{
    public const string KeysEnding = ".noegler";

    /// <summary>Everything that was acknowledged before this was called is in the archive.</summary>
    /// <param name="municipality">Whose.</param>
    /// <param name="archive">The file to write.</param>
    /// <param name="keysArchive">Where the keys go; null is beside the archive.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<BackupTaken>> TakeAsync(
        Municipality municipality,
        string archive,
        string? keysArchive = null,
        CancellationToken ct = default
    )
    {
        var path = Path.GetFullPath(archive);
        var keysPath = keysArchive is null ? path + KeysEnding : Path.GetFullPath(keysArchive);
        if (keysArchive is not null && !Directory.Exists(Path.GetDirectoryName(keysPath)))
            return new Refusal("backup.no-folder", "Mappen, som nøglerne skal ligge i, findes ikke.");
        if (Path.GetDirectoryName(path) is not { } folder || !Directory.Exists(folder))
            return new Refusal("backup.no-folder", "Mappen, som kopien skal ligge i, findes ikke.");
        if (File.Exists(path))
            return new Refusal("backup.exists", $"{Path.GetFileName(path)} findes allerede. Vælg et andet navn.");
        var takenAt = clock.GetUtcNow();
        var own = keys.Of(municipality);
        var files = 0;
        if ((await ErasureLedger.CopyOutAsync(municipality, own.AuditKey, ct)).Refusal is { } ledger) return ledger;
        await using (var snapshot = await DatabaseSnapshot.TakeAsync(municipality.Database, Scratch(municipality), ct))
        {
            var (scripts, heads, named) = await snapshot.DescribeAsync(ct);
            var manifest = new BackupManifest(
                BackupManifest.Current,
                Describe(municipality),
                takenAt,
                Fingerprint(own),
                scripts,
                heads
            );
            var stored = named.Select(name => FilePart(municipality, name));
            files = named.Count;
            await BackupArchive.WriteAsync(path, manifest, own.AuditKey, [.. snapshot.Parts, .. stored]);
        }

        PackKeys(municipality.KeysFolder, keysPath);
        await NoteAsync(municipality, "Backup", ("files", files), ct);
        return new BackupTaken(path, keysPath, new FileInfo(path).Length, files, takenAt);
    }

    /// <summary>Tells one municipality's keys from another's without telling the keys.</summary>
    internal static string Fingerprint(MunicipalityKeys keys) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.AuditKey, Encoding.ASCII.GetBytes("virker-fingeraftryk")))[
            ..32
        ];

    internal Task NoteAsync(
        Municipality municipality,
        string useCase,
        (string What, long Count) noted,
        CancellationToken ct
    ) =>
        journal.NoteAsync(
            municipality,
            municipality.Database,
            useCase,
            new Dictionary<string, long> { [noted.What] = noted.Count },
            ct
        );

    /// <summary>
    /// What is not locked yet never lies where the archive does; and what a broken-off backup left goes.
    /// </summary>
    private static string Scratch(Municipality municipality)
    {
        foreach (var left in Directory.EnumerateFiles(municipality.Folder, "kopieres-*")) File.Delete(left);
        return Path.Combine(municipality.Folder, $"kopieres-{Guid.NewGuid():N}");
    }

    private static BackedUpMunicipality Describe(Municipality m) =>
        new(m.Code, m.Name, m.Slug, m.Hosts, m.IsFictive, m.Database.Suffix);

    /// <summary>
    /// A file whose row is in the snapshot is on disk: bytes come before the row, and go two days after it.
    /// </summary>
    private static (string Name, Func<Stream, Task> Write) FilePart(Municipality municipality, string stored)
    {
        var path = FileStore.PathOf(municipality, stored);
        return (
            "filer/" + Path.GetRelativePath(municipality.FilesFolder, path).Replace('\\', '/'),
            async target =>
            {
                await using var source = new FileStream(
                    path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.Read | FileShare.Delete
                );
                await source.CopyToAsync(target);
            }
        );
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
