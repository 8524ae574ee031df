using System.Runtime.CompilerServices;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Reads a file into lines: plain text, HTML, PDF, or an export from a case system (eDoc, Acadre, Publication XML,
/// SBSYS). The kind is taken from the content, not from the name. A file that cannot be used is refused with one
/// sentence.
/// </summary>
public static class SourceReader
{
    /// <summary>Larger files are refused: published minutes are a few hundred kilobytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    // Compiled once and for all: only such code lets go of the file's bytes when they have become text, and not first
    // when it is done itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Outcome<SourceText> ReadFile(string path)
    {
        try
        {
            if (Directory.Exists(path)) return new Refusal("source.folder", "stien er en mappe; angiv en fil i den.");
            var info = new FileInfo(path);
            if (!info.Exists) return Refusal.NotFound("source.not-found", "filen findes ikke.");
            if (info.Length > MaxBytes) return TooLarge;
            return Bytes(path) is { } bytes ? Read(bytes) : TooLarge;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Refusal("source.unreadable", "filen kan ikke læses: " + e.Message);
        }
    }

    /// <summary>
    /// The whole of a file; null when it is larger than is read. A pipe or a device says no length beforehand, and may
    /// have no end.
    /// </summary>
    private static byte[]? Bytes(string path)
    {
        using var file = File.OpenRead(path);
        if (file.CanSeek && file.Length > 0) return File.ReadAllBytes(path);
        using var read = new MemoryStream();
        var piece = new byte[81_920];
        for (int count; (count = file.Read(piece)) > 0;)
        {
            if (read.Length + count > MaxBytes) return null;
            read.Write(piece, 0, count);
        }

        return read.ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Outcome<SourceText> Read(byte[] bytes)
    {
        if (bytes.Length == 0)
            return new Refusal("source.empty", "filen er tom.");
        if (bytes.Length > MaxBytes)
            return TooLarge;
        if (PdfSource.Looks(bytes))
            return PdfSource.Read(bytes);
        if (Foreign(bytes) is { } kind)
            return new Refusal("source.kind", $"filen er {kind}; kun tekst, HTML, PDF og ESDH-eksporter kan læses.");
        var read = TextDecoding.IsPlainUtf8(bytes) ? PlainTextSource.Read(bytes) : Marked(bytes);
        return read.IsRefused ? read : GarbledLetters.Noticed(read.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Outcome<SourceText> Marked(byte[] bytes)
    {
        var decoded = TextDecoding.Decode(bytes);
        if (decoded.IsRefused) return decoded.Refusal;
        var text = decoded.Value;
        return ExportSource.Looks(text) ? ExportSource.Read(text)
            : HtmlSource.Looks(text) ? HtmlSource.Read(text)
            : PlainTextSource.Read(text);
    }

    private static Refusal TooLarge => new("source.too-large", $"filen er større end {MaxBytes / 1024 / 1024} MB.");

    private static string? Foreign(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) ? "et Office-dokument eller et ZIP-arkiv"
        : bytes.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }) ? "et gammelt Word-dokument"
        : bytes.StartsWith("{\\rtf"u8) ? "et RTF-dokument"
        : bytes.StartsWith(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })
        || bytes.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF })
            ? "et billede"
        : bytes.StartsWith(new byte[] { 0x1F, 0x8B }) ? "et komprimeret arkiv"
        : null;
}
