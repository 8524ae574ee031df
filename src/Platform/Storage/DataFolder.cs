namespace Virker.Platform;

/// <summary>
/// Where an installation keeps its municipalities: the catalogue, and a folder for each with database file, files and
/// keys.
/// </summary>
public sealed record DataFolder(string Path)
{
    /// <summary>The folder named by VIRKER_DATA, else <c>data</c> under the working folder.</summary>
    public static DataFolder FromEnvironment() =>
        new(
            System.IO.Path.GetFullPath(
                Environment.GetEnvironmentVariable("VIRKER_DATA") is { Length: > 0 } path ? path : "data"
            )
        );

    public string Catalogue => System.IO.Path.Combine(Path, "katalog.json");
}
