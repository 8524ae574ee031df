using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// Pages that answered a form, kept for a short while under a key that only its browser knows, so that the browser
/// reads them and the back button finds them. What was searched for or typed stands in the page and never in an
/// address. In memory only: it is gone when the server stops, and the page is then read afresh.
/// </summary>
internal sealed class KeptAnswers(TimeProvider clock)
{
    internal const string Parameter = "svar";

    private const long Most = 64L * 1024 * 1024;

    private static readonly TimeSpan While = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<string, Kept> _kept = new();
    private readonly ConcurrentQueue<string> _order = new();
    private long _size;

    /// <summary>Answers the key.</summary>
    public string Keep(string owner, int status, ReadOnlySpan<byte> page)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) pack.Write(page);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var kept = new Kept(owner, status, packed.ToArray(), clock.GetUtcNow() + While);
        _kept[key] = kept;
        _order.Enqueue(key);
        Interlocked.Add(ref _size, kept.Page.Length);
        MakeRoom();
        return key;
    }

    /// <summary>Null where it is somebody else's, too old, or not there.</summary>
    public (int Status, byte[] Page)? Find(string key, string owner)
    {
        if (!_kept.TryGetValue(key, out var kept) || kept.Owner != owner || kept.Until < clock.GetUtcNow()) return null;
        using var page = new MemoryStream();
        using (var unpack = new BrotliStream(new MemoryStream(kept.Page), CompressionMode.Decompress))
            unpack.CopyTo(page);
        return (kept.Status, page.ToArray());
    }

    /// <summary>
    /// Who may read it: the same browser, by the cookie that its forms need, at the same address, and the same person
    /// in it.
    /// </summary>
    public static string OwnerOf(HttpContext context, CurrentActor actor) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{actor.Value.User}\n{context.Request.Cookies["virker-formular"]}\n{context.Request.Host}\n{context.Request.Path}"
                )
            )
        );

    private void MakeRoom()
    {
        while (
            (
                Interlocked.Read(ref _size) > Most
                || (
                    _order.TryPeek(out var oldest)
                    && _kept.TryGetValue(oldest, out var old)
                    && old.Until < clock.GetUtcNow()
                )
            ) && _order.TryDequeue(out var gone)
        )
        {
            if (_kept.TryRemove(gone, out var kept)) Interlocked.Add(ref _size, -kept.Page.Length);
        }
    }

    private sealed record Kept(string Owner, int Status, byte[] Page, DateTimeOffset Until);
}
