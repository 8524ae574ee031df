using System.Text;
using System.Xml.Linq;

namespace Virker.Tests.Structure;

/// <summary>The repository as it stands on disk, without what is built, fetched or generated.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs =
    [
        ".git",
        "artifacts",
        "bin",
        "obj",
        "node_modules",
        "data",
        "TestResults",
        ".vs",
        ".idea",
    ];

    public static readonly string Root = FindRoot();

    private static readonly Lazy<IReadOnlyList<RepositoryFile>> AllFiles = new(() =>
        [.. Walk(new DirectoryInfo(Root)).OrderBy(f => f.Path, StringComparer.Ordinal)]
    );

    public static IReadOnlyList<RepositoryFile> Files => AllFiles.Value;

    public static IEnumerable<RepositoryFile> Sources =>
        Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static IReadOnlyList<Project> Projects =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
                .Where(p => !p.Contains("node_modules", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(Project.Read),
        ];

    private static IEnumerable<RepositoryFile> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo inner)
            {
                if (NotOurs.Contains(inner.Name) || IsBundle(inner)) continue;
                foreach (var file in Walk(inner)) yield return file;
            }
            else if (
                entry.Name != ".git"
                && !entry.Name.EndsWith(".user", StringComparison.Ordinal)
                && !entry.Name.Contains(".db", StringComparison.Ordinal)
            )
            {
                yield return new(Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/'));
            }
        }
    }

    private static bool IsBundle(DirectoryInfo folder) => folder.Name == "lib" && folder.Parent?.Name == "wwwroot";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Virker.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}

/// <summary>A file by its path from the root, with forward slashes.</summary>
internal sealed record RepositoryFile(string Path)
{
    private static readonly string[] TextEndings =
    [
        ".cs",
        ".razor",
        ".csproj",
        ".props",
        ".targets",
        ".slnx",
        ".sql",
        ".md",
        ".json",
        ".txt",
        ".js",
        ".mjs",
        ".css",
        ".scss",
        ".html",
        ".xml",
        ".svg",
        ".csv",
        ".resx",
        ".yml",
        ".yaml",
        ".sh",
    ];

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsText =>
        TextEndings.Contains(System.IO.Path.GetExtension(Path)) || !Name.Contains('.') || Name.StartsWith('.');

    public bool Is(string ending) => Path.EndsWith(ending, StringComparison.Ordinal);

    public string Text() => File.ReadAllText(System.IO.Path.Combine(Repository.Root, Path), Encoding.UTF8);
}

/// <summary>A project file: what it refers to and which packages and frameworks it takes in.</summary>
internal sealed record Project(
    string Folder,
    string Name,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> Frameworks
)
{
    public static Project Read(string path)
    {
        var xml = XDocument.Load(path);
        IReadOnlyList<string> Named(string element) =>
            [.. xml.Descendants(element).Select(e => e.Attribute("Include")?.Value).OfType<string>()];
        return new(
            System
                .IO.Path.GetRelativePath(
                    System.IO.Path.Combine(Repository.Root, "src"),
                    System.IO.Path.GetDirectoryName(path)!
                )
                .Replace('\\', '/'),
            System.IO.Path.GetFileNameWithoutExtension(path)["Virker.".Length..],
            [
                .. Named("ProjectReference")
                    .Select(r => System.IO.Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))["Virker.".Length..]),
            ],
            Named("PackageReference"),
            Named("FrameworkReference")
        );
    }
}
