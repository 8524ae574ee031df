using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// The keys that outside parties have given a municipality: text files in its key folder, which is never in the same
/// archive as its database.
/// </summary>
public sealed class ConnectorKeys(CurrentMunicipality municipality)
{
    /// <summary>Null where the municipality has none.</summary>
    public async Task<string?> JobindsatsAsync(CancellationToken ct = default)
    {
        var file = Path.Combine(municipality.Value.KeysFolder, "jobindsats.noegle");
        return
            File.Exists(file)
            && WrittenText.Line(WrittenBytes.Decoded(await File.ReadAllBytesAsync(file, ct))) is { Length: > 0 } key
            ? key
            : null;
    }
}
