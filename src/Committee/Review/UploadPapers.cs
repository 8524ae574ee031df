using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Hand in papers to be read. Each stands alone: one that cannot be taken is told of, and the others are
/// read.</summary>
public sealed record UploadPapers(IReadOnlyList<UploadedPaper> Papers) : ICommand<PapersUploaded>
{
    /// <summary>As many at a time as a form takes.</summary>
    public const int MostPapers = 20;

    public const long MostBytes = 25L * 1024 * 1024;

    /// <summary>All that are sent at once.</summary>
    public const long MostBytesInAll = 60L * 1024 * 1024;
}

/// <summary>A file as it is handed in.</summary>
public sealed record UploadedPaper(string Name, Stream Content);

/// <summary>What became of each: read soon, known before, or refused with the reason.</summary>
public sealed record PapersUploaded(IReadOnlyList<ReadingId> Added, IReadOnlyList<KnownPaper> Known,
    IReadOnlyList<RefusedPaper> Refused);

/// <summary>A file that was handed in before, under which name.</summary>
public sealed record KnownPaper(string Name, ReadingId Reading, string Before);

/// <summary>A file that could not be taken, and why.</summary>
public sealed record RefusedPaper(string Name, string Why);

[Requires("committee.reading.upload")]
internal sealed class UploadPapersHandler(VirkerContext db, IFileStore files, IWakeJobs jobs, CurrentActor actor,
    TimeProvider clock) : IUseCase<UploadPapers, PapersUploaded>
{
    public async Task<Outcome<PapersUploaded>> RunAsync(UploadPapers command, CancellationToken ct = default)
    {
        if (Decide(command) is { } refusal) return refusal;
        var (added, known, refused) = (new List<ReadingRow>(), new List<KnownPaper>(), new List<RefusedPaper>());
        foreach (var paper in command.Papers)
        {
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(paper.Content, ct));
            paper.Content.Position = 0;
            if (added.Find(r => r.Sha256 == hash) is { } twin) known.Add(new(paper.Name, twin.Id, twin.Name));
            else if (await db.Set<ReadingRow>().AsNoTracking().FirstOrDefaultAsync(r =>
                r.Sha256 == hash, ct) is { } before) known.Add(new(paper.Name, before.Id, before.Name));
            else
            {
                var saved = await files.SaveAsync(new(paper.Name, paper.Content, FileKind.Readable,
                    UploadPapers.MostBytes), ct);
                if (saved.IsRefused) refused.Add(new(paper.Name, saved.Refusal.Text));
                else added.Add(await RowAsync(saved.Value, hash, ct));
            }
        }

        if (added.Count == 0) return new PapersUploaded([], known, refused);
        db.AddRange(added);
        await db.SaveChangesAsync(ct);
        await jobs.WakeAsync(ReadPapers.JobName, ct);
        return new PapersUploaded([.. added.Select(r => r.Id)], known, refused);
    }

    internal static Refusal? Decide(UploadPapers command) =>
        command.Papers.Count == 0 ? new Refusal("reading.no-file", "Vælg mindst én fil.", Field: nameof(command.Papers))
        : command.Papers.Count > UploadPapers.MostPapers
            ? new Refusal("reading.too-many",
            $"Vælg højst {UploadPapers.MostPapers} filer ad gangen. Der er valgt {command.Papers.Count}.",
            Field: nameof(command.Papers))
        : null;

    private async Task<ReadingRow> RowAsync(FileId file, string hash, CancellationToken ct)
    {
        var about = (await files.FindAsync(file, ct))!;
        return new() { Id = NewId.Of<ReadingId>(), FileId = file, Name = about.Name, Sha256 = hash, Bytes = about.Bytes,
            State = ReadingState.Waiting, UploadedAt = clock.GetUtcNow(), UploadedBy = actor.Value.Name };
    }
}
