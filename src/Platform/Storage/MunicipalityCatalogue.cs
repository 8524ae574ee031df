using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Which municipalities this installation serves, and at which host names: <c>katalog.json</c> in the data folder,
/// written by the command line and read again when it changes. A host that nobody has is nobody's: there is no default
/// municipality.
/// </summary>
public sealed partial class MunicipalityCatalogue(DataFolder data)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private (DateTime Stamp, IReadOnlyList<Municipality> All) _read = (DateTime.MinValue, []);

    /// <summary>In the order in which they were added. Empty where there is no catalogue yet.</summary>
    /// <exception cref="CatalogueException">The file is not a catalogue; the message is Danish and says what is
    /// off.</exception>
    public IReadOnlyList<Municipality> All
    {
        get
        {
            var stamp = File.Exists(data.Catalogue) ? File.GetLastWriteTimeUtc(data.Catalogue) : DateTime.MinValue;
            var read = _read;
            if (stamp != read.Stamp) _read = read = (stamp, stamp == DateTime.MinValue ? [] : Read());
            return read.All;
        }
    }

    /// <summary>
    /// The municipality that a host name (with or without port) belongs to, or null: refuse the request then.
    /// </summary>
    public Municipality? OfHost(string host)
    {
        var name = (host.StartsWith('[') ? host[..(host.IndexOf(']') + 1)] : host.Split(':')[0]).TrimEnd('.');
        return All.FirstOrDefault(m => m.Hosts.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    public Municipality? OfSlug(string slug) => All.FirstOrDefault(m => m.Slug == slug);

    /// <summary>The one that a command line means: the named one, or the only one.</summary>
    public Outcome<Municipality> Choose(string? slug) =>
        slug is not null
            ? OfSlug(slug) is { } named
                ? named
                : new Refusal(
                    "municipality.unknown",
                    $"Kommunen »{slug}« findes ikke i kataloget. Her er: {string.Join(", ", All.Select(m => m.Slug))}."
                )
            : All is [var only]
                ? only
                : new Refusal(
                    "municipality.choose",
                    All.Count == 0
                        ? "Der er ingen kommune endnu. Kør ./virker, som opretter den fiktive."
                        : $"Sig hvilken kommune med --municipality: {string.Join(", ", All.Select(m => m.Slug))}."
                );

    /// <summary>The folder a municipality of this slug has.</summary>
    public string FolderOf(string slug) => Path.Combine(data.Path, slug);

    /// <summary>Where a municipality's SQLite file stands.</summary>
    public DatabaseAddress SqliteOf(string slug) =>
        DatabaseAddress.SqliteFile(Path.Combine(FolderOf(slug), "virker.db"));

    /// <summary>
    /// Adds a municipality. Code, slug, hosts and database must be free; the folder is made with its first key.
    /// </summary>
    public Outcome<Municipality> Add(Municipality municipality)
    {
        Directory.CreateDirectory(data.Path);
        using var turn = new FileStream(
            data.Catalogue + ".laas",
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );
        _read = (DateTime.MinValue, []);
        if (Decide(municipality, All) is { } refusal) return refusal;
        Write([.. All, municipality]);
        return municipality;
    }

    internal static Refusal? Decide(Municipality added, IReadOnlyList<Municipality> all) =>
        Refusal.Each(
            !Code().IsMatch(added.Code)
                ? new Refusal("municipality.code", "Kommunekoden har tre cifre.", Field: nameof(added.Code))
                : null,
            !Slug().IsMatch(added.Slug)
                ? new Refusal(
                    "municipality.slug",
                    "Kortnavnet må kun have små bogstaver a-z, cifre og bindestreg.",
                    Field: nameof(added.Slug)
                )
                : null,
            added.Hosts.FirstOrDefault(h => !Host().IsMatch(h)) is { } off
                ? new Refusal("municipality.host", $"»{off}« er ikke et værtsnavn.", Field: nameof(added.Hosts))
                : null,
            added.Hosts.Count == 0
                ? new Refusal("municipality.host",
                    "Kommunen skal have mindst ét værtsnavn.", Field: nameof(added.Hosts))
                : null,
            all.Any(m => m.Slug == added.Slug) || (!added.IsFictive && all.Any(m => m.Code == added.Code))
                ? new Refusal("municipality.exists", "Kommunen står allerede i kataloget.", Field: nameof(added.Slug))
                : null,
            added.Hosts.FirstOrDefault(h => all.Any(m => m.Hosts.Contains(h, StringComparer.OrdinalIgnoreCase)))
                is { } taken
                ? new Refusal(
                    "municipality.host-taken",
                    $"Værtsnavnet {taken} hører til en anden kommune.",
                    Field: nameof(added.Hosts)
                )
                : null,
            all.Any(m => m.Database == added.Database)
                ? new Refusal(
                    "municipality.database-taken",
                    "Databasen hører til en anden kommune. Hver kommune har sin egen.",
                    Field: nameof(added.Database)
                )
                : null
        );

    private IReadOnlyList<Municipality> Read()
    {
        try
        {
            var entries = JsonSerializer.Deserialize<List<Entry>>(File.ReadAllText(data.Catalogue), Format) ?? [];
            var all = new List<Municipality>();
            foreach (var entry in entries)
            {
                var municipality = entry.ToMunicipality(this);
                if (Decide(municipality, all) is { } refusal)
                    throw new CatalogueException($"{data.Catalogue}: {entry.Slug}: {refusal.Text}");
                all.Add(municipality);
            }

            return all;
        }
        catch (JsonException problem)
        {
            throw new CatalogueException($"{data.Catalogue} kan ikke læses som JSON (linje {problem.LineNumber + 1}).");
        }
    }

    /// <summary>
    /// Written beside and moved into place, readable by its owner alone: a connection may hold a password.
    /// </summary>
    private void Write(IReadOnlyList<Municipality> all)
    {
        var draft = data.Catalogue + ".ny";
        File.WriteAllText(draft, JsonSerializer.Serialize(all.Select(m => Entry.Of(m, this)), Format) + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(draft, data.Catalogue, overwrite: true);
        _read = (DateTime.MinValue, []);
    }

    /// <summary>
    /// As the file has it; a SQLite file in the municipality's own folder is not written, so the data folder can be
    /// moved.
    /// </summary>
    private sealed record Entry(
        string Code,
        string Name,
        string Slug,
        IReadOnlyList<string> Hosts,
        string? Sqlite,
        string? Postgres,
        bool Fictive
    )
    {
        public Municipality ToMunicipality(MunicipalityCatalogue catalogue) =>
            new(
                Code ?? "",
                Name ?? "",
                Slug ?? "",
                Hosts ?? [],
                Postgres is not null ? DatabaseAddress.Postgres(Postgres)
                    : Sqlite is not null ? DatabaseAddress.SqliteFile(Sqlite)
                    : catalogue.SqliteOf(Slug ?? ""),
                catalogue.FolderOf(Slug ?? "")
            )
            {
                IsFictive = Fictive,
            };

        public static Entry Of(Municipality m, MunicipalityCatalogue catalogue) =>
            new(
                m.Code,
                m.Name,
                m.Slug,
                m.Hosts,
                m.Database.Dialect == Dialect.Sqlite && m.Database != catalogue.SqliteOf(m.Slug)
                    ? m.Database.Connection
                    : null,
                m.Database.Dialect == Dialect.Postgres ? m.Database.Connection : null,
                m.IsFictive
            );
    }

    [GeneratedRegex(@"^\d{3}$")]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$")]
    private static partial Regex Slug();

    [GeneratedRegex(@"^(\[::1\]|[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)$")]
    private static partial Regex Host();
}

/// <summary>The catalogue of municipalities cannot be used; the message is Danish and says why.</summary>
public sealed class CatalogueException(string message) : Exception(message);
