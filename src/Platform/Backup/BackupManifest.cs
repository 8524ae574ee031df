using System.Text.Encodings.Web;
using System.Text.Json;

namespace Virker.Platform;

/// <summary>
/// What an archive holds: whose it is, from when, which scripts its tables come from, and each part with its
/// fingerprint.
/// </summary>
internal sealed record BackupManifest(
    string Format,
    BackedUpMunicipality Municipality,
    DateTimeOffset TakenAt,
    string Keys,
    IReadOnlyList<BackedUpScript> Scripts,
    IReadOnlyList<ChainHead> Heads
)
{
    public const string Current = "virker-kopi-2";

    /// <summary>Sealed, and not encrypted.</summary>
    public const string Old = "virker-kopi-1";

    public const string EntryName = "manifest.json";

    internal static readonly JsonSerializerOptions Format1 = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
    };

    public IReadOnlyList<BackedUpPart> Parts { get; init; } = [];

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Format1);

    public static BackupManifest? Read(Stream stream) => JsonSerializer.Deserialize<BackupManifest>(stream, Format1);
}

internal sealed record BackedUpMunicipality(
    string Code,
    string Name,
    string Slug,
    IReadOnlyList<string> Hosts,
    bool Fictive,
    string Dialect
);

internal sealed record BackedUpScript(string Module, int Number, string Name, string Hash);

internal sealed record BackedUpPart(string Name, string Sha256);

/// <summary>What was backed up, where, and where its keys were put.</summary>
public sealed record BackupTaken(string Archive, string KeysArchive, long Bytes, int Files, DateTimeOffset TakenAt);

/// <summary>What was put in place, and what it replaced was kept as.</summary>
public sealed record BackupRestored(Municipality Municipality, DateTimeOffset TakenAt, IReadOnlyList<string> KeptAside)
{
    /// <summary>How many rows were erased again, because they were erased after the backup was taken.</summary>
    public int ErasedAgain { get; init; }

    /// <summary>What whoever put it in place must know, in Danish sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
