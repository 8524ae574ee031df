using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// What stands in clear at an archive's beginning: whose it is, when it was taken, and which keys open it. Nothing in
/// it is to be trusted before the blocks, which are bound to it, have been opened. An archive of an earlier edition has
/// none: it is an open zip file, and the same is read from inside it.
/// </summary>
internal sealed record BackupHead(BackedUpMunicipality Municipality, DateTimeOffset TakenAt, string Keys)
{
    private const int Longest = 64 * 1024;
    private const int SaltLength = 32;

    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("virker-kopi-2\n");

    /// <summary>The head as it stands in the file, with its salt; empty for an archive of an earlier edition.</summary>
    [JsonIgnore]
    public byte[] Bytes { get; private init; } = [];

    [JsonIgnore]
    public bool IsLocked => Bytes.Length > 0;

    [JsonIgnore]
    public byte[] Salt => Bytes[^SaltLength..];

    public BackupHead Write()
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(this, BackupManifest.Format1);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return this with { Bytes = [.. Mark, .. length, .. content, .. RandomNumberGenerator.GetBytes(SaltLength)] };
    }

    public static Outcome<BackupHead> Read(Stream file)
    {
        var mark = new byte[Mark.Length];
        file.Position = 0;
        if (file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) < mark.Length)
            return BackupArchive.NotOne;
        if (!mark.AsSpan().SequenceEqual(Mark))
            return BackupArchive.OpenOld(file) is { IsRefused: false } old
                ? Of(old.Value)
                : BackupArchive.OpenOld(file).Refusal!;
        var length = new byte[sizeof(int)];
        if (file.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
            return BackupArchive.NotOne;
        var bytes = BinaryPrimitives.ReadInt32BigEndian(length);
        if (bytes is <= 0 or > Longest) return BackupArchive.NotOne;
        var rest = new byte[bytes + SaltLength];
        if (file.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false) < rest.Length) return BackupArchive.NotOne;
        try
        {
            return JsonSerializer.Deserialize<BackupHead>(rest.AsSpan(0, bytes), BackupManifest.Format1) is { } head
                ? head with
                {
                    Bytes = [.. mark, .. length, .. rest],
                }
                : BackupArchive.NotOne;
        }
        catch (JsonException)
        {
            return BackupArchive.NotOne;
        }
    }

    private static BackupHead Of(BackupArchive old)
    {
        using (old) return new(old.Manifest.Municipality, old.Manifest.TakenAt, old.Manifest.Keys);
    }
}
