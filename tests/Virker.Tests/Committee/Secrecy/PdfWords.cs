using System.IO.Compression;
using System.Text;
using Virker.Platform;

namespace Virker.Tests.Committee;

/// <summary>
/// All that can be read out of a PDF: its bytes, its streams unpacked, as Latin-1 and as UTF-16, and the text that a
/// reader of it reads.
/// </summary>
internal static class PdfWords
{
    public static string Of(byte[] pdf)
    {
        var text = new StringBuilder();
        foreach (var part in Streams(pdf).Prepend(pdf))
            text.Append(Encoding.Latin1.GetString(part))
                .Append('\n')
                .Append(Encoding.BigEndianUnicode.GetString(part))
                .Append('\n')
                .Append(Encoding.BigEndianUnicode.GetString(part, 1, part.Length - 1))
                .Append('\n');
        var read = SourceReader.Read(pdf);
        if (!read.IsRefused) foreach (var line in read.Value.Lines) text.Append(line.Text).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<byte[]> Streams(byte[] pdf)
    {
        for (
            var at = 0;
            (at = pdf.AsSpan(at).IndexOf("stream"u8) is var found and >= 0 ? at + found : -1) >= 0;
            at += 6
        )
        {
            if (at >= 3 && pdf.AsSpan(at - 3, 3).SequenceEqual("end"u8)) continue;
            var start = at + 6 + (pdf[at + 6] == '\r' ? 2 : 1);
            var length = pdf.AsSpan(start).IndexOf("endstream"u8);
            if (length > 1 && Unpacked(pdf[start..(start + length)]) is { Length: > 1 } unpacked) yield return unpacked;
        }
    }

    private static byte[]? Unpacked(byte[] packed)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using (var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress))
                stream.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
