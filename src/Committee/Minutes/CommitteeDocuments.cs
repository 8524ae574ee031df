using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Takes in plans, minutes, agendas and single cases; a file that is none of these is left to others.
/// </summary>
internal sealed class CommitteeDocuments(IUseCase<ImportDocument, DocumentImported> import) : ITakesDocuments
{
    private static readonly HashSet<string> Kinds = new(
        [".txt", ".md", ".html", ".htm", ".pdf", ".xml"],
        StringComparer.OrdinalIgnoreCase
    );

    public int Order => 10;

    public async Task<string?> TakeInAsync(FileInfo file, CancellationToken ct = default)
    {
        if (!Kinds.Contains(file.Extension))
            return null;
        var imported = await import.RunAsync(
            new ImportDocument(file.Name, await File.ReadAllBytesAsync(file.FullName, ct)),
            ct
        );
        return imported.Match<string?>(done => done.WasKnown ? $"{done.Words} (læst før)" : done.Words, _ => null);
    }
}
