using Virker.Tests.Structure;

namespace Virker.Tests.Support;

/// <summary>
/// Papers and tables that lie beside the repository and are not the project's own. A test that compares with one proves
/// more where it is there; where it is not, the last lines of a test run say what was not compared.
/// </summary>
internal static class Beside
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Repository.Root, "../shared"));
    private static readonly string Missing = Path.Combine(Repository.Root, "artifacts", "ikke-sammenlignet.txt");
    private static readonly Lock Line = new();

    /// <summary>The file whose name begins and ends so; null where it is not there, and then it is said.</summary>
    public static string? File(string folder, string begins, string ends = "")
    {
        var found = Directory.Exists(Path.Combine(Folder, folder))
            ? Directory
                .EnumerateFiles(Path.Combine(Folder, folder), $"{begins}*{ends}")
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            : null;
        if (found is null)
            Say($"{folder}/{begins}{(ends.Length > 0 ? $"…{ends}" : "")}");
        return found;
    }

    /// <summary>All files whose name ends so; none where there are none, and then it is said.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var path = Path.Combine(Folder, folder);
        string[] found = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal)]
            : [];
        if (found.Length == 0)
            Say($"{folder}/{pattern}");
        return found;
    }

    /// <summary>
    /// A program of the machine's own to compare with; null where it is not installed, and then it is said.
    /// </summary>
    public static string? Program(string name)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(System.IO.File.Exists);
        if (found is null)
            Say(name);
        return found;
    }

    private static void Say(string what)
    {
        lock (Line)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Missing)!);
            System.IO.File.AppendAllText(Missing, what + "\n");
        }
    }
}
