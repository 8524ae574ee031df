namespace Virker.Platform;

internal sealed record PdfName(string Value);

internal readonly record struct PdfRef(int Number, int Generation);

/// <summary>An operator of a content stream, or a keyword of the file's structure.</summary>
internal sealed record PdfKeyword(string Value);

internal sealed record PdfStream(Dictionary<string, object?> Dictionary, ReadOnlyMemory<byte> Raw);

/// <summary>The file breaks its own format, at a place.</summary>
internal sealed class PdfDamagedException(string message) : Exception(message);
