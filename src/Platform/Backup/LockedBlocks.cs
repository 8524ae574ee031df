using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Virker.Platform;

/// <summary>
/// How an archive is locked: blocks of 64 KB, each encrypted and sealed by AES-256-GCM with a key of this file alone. A
/// block's nonce is its number and whether it is the last, so that one which is moved, taken out, doubled or added does
/// not open; and each is bound to the file's head.
/// </summary>
internal sealed class LockedBlocks(byte[] key, byte[] head) : IDisposable
{
    public const int Plain = 64 * 1024;
    public const int Seal = 16;
    public const int Whole = Plain + Seal;

    private readonly AesGcm _aes = new(key, Seal);
    private readonly byte[] _bound = SHA256.HashData(head);

    /// <summary>A key that no other file has: from the municipality's own and the salt in the file's head.</summary>
    public static byte[] KeyOf(byte[] own, byte[] salt) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, own, 32, salt, "virker.kopi.2"u8.ToArray());

    public void Lock(long number, bool last, ReadOnlySpan<byte> plain, Span<byte> into) =>
        _aes.Encrypt(Nonce(number, last), plain, into[..plain.Length], into.Slice(plain.Length, Seal), _bound);

    /// <exception cref="InvalidDataException">The block is not what was written there.</exception>
    public void Unlock(long number, bool last, ReadOnlySpan<byte> locked, Span<byte> into)
    {
        try
        {
            _aes.Decrypt(Nonce(number, last), locked[..^Seal], locked[^Seal..], into[..(locked.Length - Seal)], _bound);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new InvalidDataException($"blok {number + 1}");
        }
    }

    public void Dispose() => _aes.Dispose();

    private static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[11] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}

/// <summary>Locks what is written to it, block by block. Complete when it is disposed.</summary>
internal sealed class LockingStream(Stream target, LockedBlocks blocks) : Stream
{
    private readonly byte[] _plain = new byte[LockedBlocks.Plain];
    private readonly byte[] _locked = new byte[LockedBlocks.Whole];
    private int _filled;
    private long _number;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <summary>A full block waits until it is known whether it is the last.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_filled == _plain.Length) Put(last: false);
            var taken = Math.Min(buffer.Length, _plain.Length - _filled);
            buffer[..taken].CopyTo(_plain.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Put(last: true);
        base.Dispose(disposing);
    }

    private void Put(bool last)
    {
        blocks.Lock(_number++, last, _plain.AsSpan(0, _filled), _locked);
        target.Write(_locked, 0, _filled + LockedBlocks.Seal);
        _filled = 0;
    }
}

/// <summary>Reads what was locked, from any place in it.</summary>
internal sealed class UnlockingStream(Stream source, long start, LockedBlocks blocks) : Stream
{
    private readonly byte[] _locked = new byte[LockedBlocks.Whole];
    private readonly byte[] _plain = new byte[LockedBlocks.Plain];
    private readonly long _blocks = Math.Max(1, (source.Length - start + LockedBlocks.Whole - 1) / LockedBlocks.Whole);
    private long _open = -1;
    private int _size;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => source.Length - start - (_blocks * LockedBlocks.Seal);

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0 || Position >= Length) return 0;
        Open(Position / LockedBlocks.Plain);
        var at = (int)(Position % LockedBlocks.Plain);
        var taken = Math.Min(buffer.Length, _size - at);
        _plain.AsSpan(at, taken).CopyTo(buffer);
        Position += taken;
        return taken;
    }

    /// <summary>Every block opens, one after the other.</summary>
    public void Check()
    {
        for (var number = 0L; number < _blocks; number++) Open(number);
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Open(long number)
    {
        if (_open == number) return;
        source.Position = start + (number * LockedBlocks.Whole);
        var read = source.ReadAtLeast(_locked, _locked.Length, throwOnEndOfStream: false);
        if (read < LockedBlocks.Seal) throw new InvalidDataException($"blok {number + 1}");
        (_open, _size) = (-1, read - LockedBlocks.Seal);
        blocks.Unlock(number, number == _blocks - 1, _locked.AsSpan(0, read), _plain);
        _open = number;
    }
}
