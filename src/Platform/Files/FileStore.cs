using System.ComponentModel.DataAnnotations.Schema;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

internal sealed class FileStore(
    VirkerContext db,
    CurrentMunicipality municipality,
    CurrentActor actor,
    IErasures erasures,
    TimeProvider clock
) : IFileStore
{
    private static readonly Refusal NotFound = Refusal.NotFound("file.not-found", "Filen findes ikke.");

    private static readonly TimeSpan OrphansKept = TimeSpan.FromDays(2);

    private string Folder => municipality.Value.FilesFolder;

    public async Task<Outcome<FileId>> SaveAsync(NewFile file, CancellationToken ct = default)
    {
        Directory.CreateDirectory(Folder);
        var stored = $"{Guid.NewGuid():N}";
        var path = PathOf(stored);
        var row = await WriteAsync(file, stored, path, ct);
        if (row.IsRefused)
        {
            File.Delete(path);
            return row.Refusal;
        }

        db.Add(row.Value);
        await db.SaveChangesAsync(ct);
        return row.Value.Id;
    }

    public async Task<FileInformation?> FindAsync(FileId id, CancellationToken ct = default) =>
        await db.Set<FileRow>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is { } row
            ? row.ToInformation()
            : null;

    public async Task<Outcome<OpenedFile>> OpenAsync(FileId id, CancellationToken ct = default)
    {
        if (await db.Set<FileRow>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } row)
            return NotFound;
        var path = PathOf(row.StoredName);
        if (!File.Exists(path))
            return new Refusal("file.damaged", "Filens indhold mangler. Giv administratoren besked.");
        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var hash = await SHA256.HashDataAsync(content, ct);
        content.Position = 0;
        if (hash.AsSpan().SequenceEqual(row.Sha256)) return new OpenedFile(row.ToInformation(), content);
        await content.DisposeAsync();
        return new Refusal(
            "file.damaged",
            "Filen er ændret, siden den blev gemt, og bliver ikke vist. Giv administratoren besked."
        );
    }

    public async Task<Outcome<Done>> RemoveAsync(FileId id, CancellationToken ct = default)
    {
        if (await db.Set<FileRow>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } row) return NotFound;
        db.Remove(row);
        erasures.Note("files", "id", id.Value, "Filen er slettet");
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    /// <summary>
    /// Overwrites and removes bytes that no row has: removed files, and what use cases that were rolled back left.
    /// Young ones may have a row that is not committed yet, or be on their way into a backup.
    /// </summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        if (!Directory.Exists(Folder)) return 0;
        var known = (await db.Set<FileRow>().AsNoTracking().Select(f => f.StoredName).ToListAsync(ct)).ToHashSet();
        var before = clock.GetUtcNow().UtcDateTime - OrphansKept;
        var orphans = Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(p => !known.Contains(Path.GetFileName(p)) && File.GetLastWriteTimeUtc(p) < before)
            .ToList();
        foreach (var orphan in orphans)
            Erase(orphan);
        return orphans.Count;
    }

    private static void Erase(string path)
    {
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            var zeros = new byte[64 * 1024];
            for (var left = stream.Length; left > 0; left -= zeros.Length)
                stream.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
            stream.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    private async Task<Outcome<FileRow>> WriteAsync(NewFile file, string stored, string path, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await file.Content.ReadAsync(buffer, ct)) > 0)
        {
            if (target.Length + read > file.MostBytes)
                return new Refusal(
                    "file.too-large",
                    $"Filen er for stor. Den må højst fylde {file.MostBytes / 1024 / 1024} MB.",
                    Field: nameof(NewFile.Content)
                );
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        if (target.Length == 0) return new Refusal("file.empty",
            "Filen er tom. Vælg en anden.", Field: nameof(NewFile.Content));
        var older = file.Allowed.Contains(FileKind.OlderText);
        if (
            (FileKind.Of(target, file.Name) ?? (older ? FileKind.Older(target) : null)) is not { } kind
            || !file.Allowed.Contains(kind)
        )
            return FileKind.NotAllowed(file.Allowed);
        target.Flush(flushToDisk: true);
        target.Position = 0;
        return new FileRow
        {
            Id = NewId.Of<FileId>(),
            Name = kind.SafeName(file.Name),
            Kind = kind.Id,
            Bytes = target.Length,
            Sha256 = await SHA256.HashDataAsync(target, ct),
            StoredName = stored,
            StoredAt = clock.GetUtcNow(),
            StoredBy = actor.Value.User,
        };
    }

    private string PathOf(string stored) => PathOf(municipality.Value, stored);

    /// <summary>Names are drawn here, never given; two letters a folder keep folders small.</summary>
    internal static string PathOf(Municipality municipality, string stored) =>
        Path.Combine(municipality.FilesFolder, stored[..2], stored);
}

[Table("files")]
internal sealed class FileRow
{
    public FileId Id { get; init; }

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public long Bytes { get; init; }

    public byte[] Sha256 { get; init; } = [];

    public string StoredName { get; init; } = "";

    public DateTimeOffset StoredAt { get; init; }

    public UserId? StoredBy { get; init; }

    public FileInformation ToInformation() =>
        new(Id, Name, FileKind.All.First(k => k.Id == Kind), Bytes, Convert.ToHexStringLower(Sha256), StoredAt);
}
