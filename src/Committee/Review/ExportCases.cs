using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>The papers that people have looked through, each with its file and the right answer, in the shape that the
/// command line reads in: the municipality's own tests of the reader.</summary>
public sealed record ExportCases(ReadingId? Only = null) : IQuery<CasesExported>;

public sealed record CasesExported(IReadOnlyList<ReadingCase> Cases);

/// <summary>A paper with the answer that a person says is right (JSON). <paramref name="Stem"/> names both files, and
/// no two cases have the same.</summary>
public sealed record ReadingCase(ReadingId Reading, string Stem, string FileName, byte[] Source, string Answer);

[Requires("committee.reading.see")]
internal sealed class ExportCasesHandler(VirkerContext db, ReadingDesk desk, IFileStore files) : IUseCase<ExportCases,
    CasesExported>
{
    public async Task<Outcome<CasesExported>> RunAsync(ExportCases query, CancellationToken ct = default)
    {
        var said = db.Set<ReadingCorrectionRow>().Select(c => c.ReadingId).Distinct();
        var rows = await db.Set<ReadingRow>().Where(r =>
            query.Only == null ? said.Contains(r.Id) : r.Id == query.Only).OrderBy(r => r.Name).ThenBy(r =>
            r.UploadedAt).ToListAsync(ct);
        if (query.Only is not null && rows.Count == 0) return ReadingDesk.NotFound;
        var cases = new List<ReadingCase>();
        foreach (var row in rows)
        {
            if (await db.Set<ReadingTextRow>().FirstOrDefaultAsync(t =>
                t.ReadingId == row.Id, ct) is not { } text) return ReadingDesk.NotRead;
            var opened = await files.OpenAsync(row.FileId, ct);
            if (opened.IsRefused) return opened.Refusal;
            using var bytes = new MemoryStream();
            await using (opened.Value.Content) await opened.Value.Content.CopyToAsync(bytes, ct);
            var stem = Stem(row.Name, cases);
            cases.Add(new(row.Id, stem, stem + Path.GetExtension(row.Name), bytes.ToArray(),
                (await desk.ReviewedAsync(row, text, ct)).Settled().Json));
        }

        return new CasesExported(cases);
    }

    private static string Stem(string name, List<ReadingCase> before)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        return before.Exists(c => c.Stem == stem) ? $"{stem}-{before.Count + 1}" : stem;
    }
}
