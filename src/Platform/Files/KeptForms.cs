using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>What somebody typed in a form that was not saved (kladde), field by field, and when.</summary>
public sealed record KeptForm(DateTimeOffset At, IReadOnlyDictionary<string, string> Fields);

/// <summary>
/// Keeps what was typed in a form until it is saved: sealed with the municipality's keys, for the one who typed it and
/// nobody else, and no longer than a working day. One a form; the newest counts. Lies in files beside the database and
/// in no backup of it, since it is nobody's record yet.
/// </summary>
public sealed class KeptForms(CurrentMunicipality municipality, KeyRing keys, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private string Folder => Path.Combine(municipality.Value.Folder, "kladder");

    public async Task KeepAsync(
        UserId user,
        string path,
        string form,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken ct = default
    )
    {
        Directory.CreateDirectory(Folder);
        DropOld();
        var file = FileOf(user, path, form);
        var unfinished = $"{file}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(
            unfinished,
            keys.Of(municipality.Value).SealText(JsonSerializer.Serialize(new KeptForm(clock.GetUtcNow(), fields))),
            ct
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetLastWriteTimeUtc(unfinished, clock.GetUtcNow().UtcDateTime);
        File.Move(unfinished, file, overwrite: true);
    }

    /// <summary>Null where nothing is kept, or it is too old, or it can no longer be opened.</summary>
    public KeptForm? Find(UserId user, string path, string form)
    {
        var file = FileOf(user, path, form);
        if (!File.Exists(file)) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<KeptForm>(
                keys.Of(municipality.Value).OpenText(File.ReadAllText(file))
            );
            return kept is null || kept.At + Longest < clock.GetUtcNow() ? null : kept;
        }
        catch (Exception problem) when (problem is IOException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Drop(UserId user, string path, string form)
    {
        if (FileOf(user, path, form) is var file && File.Exists(file)) File.Delete(file);
    }

    private void DropOld()
    {
        var oldest = clock.GetUtcNow().UtcDateTime - Longest;
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            if (File.GetLastWriteTimeUtc(file) < oldest) File.Delete(file);
        }
    }

    /// <summary>The name gives neither the user nor the page away.</summary>
    private string FileOf(UserId user, string path, string form) =>
        Path.Combine(
            Folder,
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{user}\n{path.ToLowerInvariant()}\n{form}"))
            )
        );
}
