using System.Security.Cryptography;

namespace Virker.Platform;

/// <summary>
/// The lock of a PDF that opens without a password: its owner has only forbidden printing or copying, and every reader
/// shows it. The key is made from the empty user password (RC4 of 40 to 128 bits, AES of 128 and 256 bits). A file that
/// asks for a password stays closed.
/// </summary>
internal sealed class PdfLock
{
    private static readonly byte[] Padding =
    [
        0x28,
        0xBF,
        0x4E,
        0x5E,
        0x4E,
        0x75,
        0x8A,
        0x41,
        0x64,
        0x00,
        0x4E,
        0x56,
        0xFF,
        0xFA,
        0x01,
        0x08,
        0x2E,
        0x2E,
        0x00,
        0xB6,
        0xD0,
        0x68,
        0x3E,
        0x80,
        0x2F,
        0x0C,
        0xA9,
        0xFE,
        0x64,
        0x53,
        0x69,
        0x7A,
    ];

    private enum Method
    {
        None,
        Rc4,
        Aes,
    }

    private readonly byte[] _key;
    private readonly bool _wholeKey;
    private readonly Method _streams;
    private readonly Method _strings;

    private PdfLock(byte[] key, bool wholeKey, Method streams, Method strings) =>
        (_key, _wholeKey, _streams, _strings) = (key, wholeKey, streams, strings);

    /// <summary>
    /// The lock that the empty password opens; null where it does not, or the way of locking is not known.
    /// </summary>
    public static PdfLock? Open(Dictionary<string, object?> lockedWith, byte[] id, Func<object?, object?> resolve)
    {
        object? Of(string name) => resolve(lockedWith.GetValueOrDefault(name));
        if (
            (Of("Filter") as PdfName)?.Value != "Standard"
            || Of("V") is not double version
            || Of("R") is not double revision
        )
            return null;
        if (Of("O") is not byte[] owner || Of("U") is not byte[] user || Of("P") is not double permissions)
            return null;
        var (streams, strings) =
            version >= 4 ? (MethodOf("StmF"), MethodOf("StrF")) : ((Method?)Method.Rc4, (Method?)Method.Rc4);
        if (streams is not { } ofStreams || strings is not { } ofStrings)
            return null;
        if (revision >= 5)
            return Key256(user, Of("UE") as byte[], (int)revision) is { } whole
                ? new PdfLock(whole, true, ofStreams, ofStrings)
                : null;
        var length =
            version == 1 ? 5
            : Of("Length") is double bits && bits is >= 40 and <= 128 ? (int)bits / 8
            : version >= 4 ? 16
            : 5;
        var key = Key(
            owner,
            (int)(long)permissions,
            id,
            length,
            (int)revision,
            resolve(lockedWith.GetValueOrDefault("EncryptMetadata")) is not false
        );
        return IsRight(key, user, id, (int)revision) ? new PdfLock(key, false, ofStreams, ofStrings) : null;

        Method? MethodOf(string which)
        {
            var name = (Of(which) as PdfName)?.Value ?? "Identity";
            if (name == "Identity")
                return Method.None;
            var filter =
                resolve((Of("CF") as Dictionary<string, object?>)?.GetValueOrDefault(name))
                as Dictionary<string, object?>;
            return (resolve(filter?.GetValueOrDefault("CFM")) as PdfName)?.Value switch
            {
                "V2" => Method.Rc4,
                "AESV2" or "AESV3" => Method.Aes,
                "None" => Method.None,
                _ => null,
            };
        }
    }

    public byte[] Stream(ReadOnlySpan<byte> data, int number, int generation) => Unlock(data, number, generation, _streams);

    /// <summary>The strings of a locked file's object in clear.</summary>
    public object? Clear(object? value, int number, int generation) => value switch
    {
        byte[] text => Unlock(text, number, generation, _strings),
        List<object?> list => list.ConvertAll(v => Clear(v, number, generation)),
        Dictionary<string, object?> dictionary => dictionary.ToDictionary(p => p.Key, p => Clear(p.Value, number, generation)),
        _ => value,
    };

    private byte[] Unlock(ReadOnlySpan<byte> data, int number, int generation, Method method)
    {
        if (method == Method.None) return data.ToArray();
        var key = _wholeKey ? _key : ObjectKey(number, generation, method == Method.Aes);
        return method == Method.Aes ? Aes(key, data) : Rc4(key, data);
    }

    private byte[] ObjectKey(int number, int generation, bool aes)
    {
        byte[] seed =
        [
            .. _key,
            (byte)number,
            (byte)(number >> 8),
            (byte)(number >> 16),
            (byte)generation,
            (byte)(generation >> 8),
            .. aes ? "sAlT"u8.ToArray() : [],
        ];
        return Md5(seed)[..Math.Min(16, _key.Length + 5)];
    }

    private static byte[] Key(byte[] owner, int permissions, byte[] id, int length, int revision, bool metadata)
    {
        byte[] seed =
        [
            .. Padding,
            .. owner.Take(32),
            .. BitConverter.GetBytes(permissions),
            .. id,
            .. revision >= 4 && !metadata ? [255, 255, 255, 255] : Array.Empty<byte>(),
        ];
        var hash = Md5(seed);
        for (var i = 0; revision >= 3 && i < 50; i++) hash = Md5(hash[..length]);
        return hash[..length];
    }

    private static bool IsRight(byte[] key, byte[] user, byte[] id, int revision)
    {
        if (revision == 2) return Rc4(key, Padding).AsSpan().SequenceEqual(user.AsSpan(0, Math.Min(32, user.Length)));
        var check = Rc4(key, Md5([.. Padding, .. id]));
        for (var round = 1; round <= 19; round++) check = Rc4([.. key.Select(b => (byte)(b ^ round))], check);
        return user.Length >= 16 && check.AsSpan().SequenceEqual(user.AsSpan(0, 16));
    }

    /// <summary>Revision 5 and 6: the salts stand behind the hash of the password, the key is locked in UE.</summary>
    private static byte[]? Key256(byte[] user, byte[]? locked, int revision)
    {
        if (user.Length < 48 || locked is not { Length: >= 32 }) return null;
        if (!Hash(user[32..40], revision).AsSpan().SequenceEqual(user.AsSpan(0, 32))) return null;
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = Hash(user[40..48], revision);
        return aes.DecryptCbc(locked.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    private static byte[] Hash(byte[] salt, int revision)
    {
        var k = SHA256.HashData(salt);
        for (var round = 0; revision >= 6; round++)
        {
            var again = new byte[k.Length * 64];
            for (var i = 0; i < 64; i++) k.CopyTo(again, i * k.Length);
            using var aes = System.Security.Cryptography.Aes.Create();
            aes.Key = k[..16];
            var e = aes.EncryptCbc(again, k.AsSpan(16, 16), PaddingMode.None);
            k = (e.Take(16).Sum(b => b) % 3) switch { 0 => SHA256.HashData(e), 1 => SHA384.HashData(e), _ => SHA512.HashData(e) };
            if (round >= 63 && e[^1] <= round - 31) break;
        }

        return k[..32];
    }

    private static byte[] Aes(byte[] key, ReadOnlySpan<byte> data)
    {
        if (data.Length < 32) return [];
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = key;
        var body = data[16..];
        var plain = aes.DecryptCbc(body[..(body.Length / 16 * 16)], data[..16], PaddingMode.None);
        return plain.Length > 0 && plain[^1] is > 0 and <= 16 ? plain[..^plain[^1]] : plain;
    }

    private static byte[] Rc4(byte[] key, ReadOnlySpan<byte> data)
    {
        var state = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var plain = new byte[data.Length];
        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            plain[n] = (byte)(data[n] ^ state[(state[i] + state[j]) & 255]);
        }

        return plain;
    }

#pragma warning disable CA5351 // The format prescribes it; nothing is kept secret by it here.
    private static byte[] Md5(byte[] data) => MD5.HashData(data);
#pragma warning restore CA5351
}
