using System.Globalization;

namespace Virker.Platform;

/// <summary>
/// The place beside a municipality's folder where a backup is unpacked, and from which it is swapped in. Removed at the
/// end, whatever happened.
/// </summary>
internal sealed class RestoreBench : IDisposable
{
    private readonly Municipality _target;
    private readonly string _folder;
    private readonly List<string> _aside = [];

    public RestoreBench(Municipality target, DateTimeOffset now)
    {
        _target = target;
        Mark = $"{now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}_{Guid.NewGuid():N}"[..23];
        _folder = Path.Combine(target.Folder, $"gendannes-{Guid.NewGuid():N}");
        Directory.CreateDirectory(KeysFolder);
        Directory.CreateDirectory(FilesFolder);
    }

    /// <summary>
    /// When it happened, and a mark of its own for two in one second, for the names of what is kept aside.
    /// </summary>
    public string Mark { get; }

    public string KeysFolder => Path.Combine(_folder, "noegler");

    public string DatabaseFile => Path.Combine(_folder, "virker.db");

    private string FilesFolder => Path.Combine(_folder, "filer");

    public IReadOnlyList<string> KeptAside => _aside;

    public async Task UnpackFilesAsync(BackupArchive backup)
    {
        foreach (var part in backup.PartsUnder("filer/"))
        {
            var path = Path.GetFullPath(Path.Combine(FilesFolder, part.Name["filer/".Length..]));
            if (!path.StartsWith(FilesFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new InvalidDataException($"{part.Name} leaves its folder.");
            await backup.UnpackAsync(part, path);
        }
    }

    /// <summary>Bytes that no row has are not put in place.</summary>
    public void KeepFiles(IReadOnlySet<string> stored)
    {
        foreach (
            var path in Directory
                .EnumerateFiles(FilesFolder, "*", SearchOption.AllDirectories)
                .Where(p => !stored.Contains(Path.GetFileName(p)))
                .ToList()
        )
            File.Delete(path);
    }

    public void SwapFolders()
    {
        if (Directory.EnumerateFileSystemEntries(KeysFolder).Any()) SwapFolder(KeysFolder, _target.KeysFolder);
        SwapFolder(FilesFolder, _target.FilesFolder);
    }

    /// <summary>
    /// Keeps what stands at <paramref name="live"/> under another name; a database's log files keep theirs after it.
    /// Answers that name, or null when nothing stood there.
    /// </summary>
    public string? PutAside(string live, string ending = "")
    {
        var (from, aside) = (live + ending, $"{live}.foer-{Mark}{ending}");
        if (File.Exists(from)) File.Move(from, aside);
        else if (Directory.Exists(from)) Directory.Move(from, aside);
        else return null;
        return aside;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void SwapFolder(string made, string live)
    {
        if (PutAside(live) is { } aside) _aside.Add(aside);
        Directory.CreateDirectory(Path.GetDirectoryName(live)!);
        Directory.Move(made, live);
    }
}
