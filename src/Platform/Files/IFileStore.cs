using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// A file as somebody hands it in. Only kinds in <paramref name="Allowed"/> are taken, and no more than <paramref
/// name="MostBytes"/>.
/// </summary>
public sealed record NewFile(
    string Name,
    Stream Content,
    IReadOnlyList<FileKind> Allowed,
    long MostBytes = NewFile.UsualMost
)
{
    public const long UsualMost = 25 * 1024 * 1024;
}

/// <summary>What is known of a stored file.</summary>
public sealed record FileInformation(
    FileId Id,
    string Name,
    FileKind Kind,
    long Bytes,
    string Sha256,
    DateTimeOffset StoredAt
);

/// <summary>
/// An opened file; dispose the content. Send it with exactly these headers: nothing of it may run in our pages' name.
/// </summary>
public sealed record OpenedFile(FileInformation About, Stream Content)
{
    public IReadOnlyDictionary<string, string> Headers =>
        new Dictionary<string, string>
        {
            ["Content-Type"] = About.Kind.ContentType,
            ["Content-Disposition"] = About.Kind.ShownInline
                ? ContentDisposition.Inline(About.Name)
                : ContentDisposition.Attachment(About.Name),
            ["X-Content-Type-Options"] = "nosniff",
            ["Content-Security-Policy"] = "default-src 'none'; sandbox",
            ["Cache-Control"] = "no-store",
        };
}

/// <summary>
/// The municipality's files. Saving and removing happen inside a use case and stand or fall with it; the bytes are on
/// disk before the use case commits. Who may open a file is for the module that it belongs to: ask it first.
/// </summary>
public interface IFileStore
{
    Task<Outcome<FileId>> SaveAsync(NewFile file, CancellationToken ct = default);

    Task<FileInformation?> FindAsync(FileId id, CancellationToken ct = default);

    /// <summary>Refused (<c>file.damaged</c>) when the bytes are not the ones that were stored.</summary>
    Task<Outcome<OpenedFile>> OpenAsync(FileId id, CancellationToken ct = default);

    /// <summary>The row goes with the use case; the bytes are overwritten and removed by the nightly sweep.</summary>
    Task<Outcome<Done>> RemoveAsync(FileId id, CancellationToken ct = default);
}
