namespace Virker.Platform;

/// <summary>
/// A municipality (kommune): its own data controller, with its own database, files and keys. <paramref name="Code"/> is
/// the official three-digit code, or 999 for a fictive one; <paramref name="Slug"/> names its folder under the data
/// folder.
/// </summary>
public sealed record Municipality(
    string Code,
    string Name,
    string Slug,
    IReadOnlyList<string> Hosts,
    DatabaseAddress Database,
    string Folder
)
{
    public bool IsFictive { get; init; }

    /// <summary>
    /// What is kept in memory for a municipality lies under this: the same name on another database is another.
    /// </summary>
    public string MemoryKey => $"{Slug}\n{Database.Connection}";

    /// <summary>Whether a printed name is this municipality's, with or without the word itself.</summary>
    public bool IsCalled(string printed) => Bare(printed).Equals(Bare(Name), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => name.Replace("Kommune", "", StringComparison.OrdinalIgnoreCase).Trim();

    public string FilesFolder => Path.Combine(Folder, "filer");

    public string KeysFolder => Path.Combine(Folder, "noegler");
}

/// <summary>The municipality that this request or command is for; nothing is read before it is set.</summary>
public sealed class CurrentMunicipality
{
    private Municipality? _municipality;

    public Municipality Value
    {
        get => _municipality ?? throw new InvalidOperationException("No municipality is chosen for this scope.");
        set => _municipality = _municipality is null || _municipality.Slug == value.Slug ? value
            : throw new InvalidOperationException("A scope never changes municipality.");
    }

    public bool IsSet => _municipality is not null;
}
