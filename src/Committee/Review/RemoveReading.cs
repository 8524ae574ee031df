using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Take a paper away with what was read of it and its corrections, wherever it has come to. What was kept of
/// it stays.</summary>
public sealed record RemoveReading(ReadingId Reading) : ICommand<Done>;

/// <summary>Read a paper that could not be read once more.</summary>
public sealed record ReadAgain(ReadingId Reading) : ICommand<Done>;

/// <summary>The original file, as it was handed in.</summary>
public sealed record OpenReadingFile(ReadingId Reading) : IQuery<OpenedFile>;

[Requires("committee.reading.upload")]
internal sealed class RemoveReadingHandler(VirkerContext db, IFileStore files, IErasures erasures)
    : IUseCase<RemoveReading, Done>
{
    public async Task<Outcome<Done>> RunAsync(RemoveReading command, CancellationToken ct = default)
    {
        if (await db.Set<ReadingRow>().FirstOrDefaultAsync(r =>
            r.Id == command.Reading, ct) is not { } row) return ReadingDesk.NotFound;
        db.RemoveRange(await db.Set<ReadingCorrectionRow>().Where(c => c.ReadingId == row.Id).ToListAsync(ct));
        db.RemoveRange(await db.Set<ReadingTextRow>().Where(t => t.ReadingId == row.Id).ToListAsync(ct));
        db.Remove(row);
        erasures.Note("committee_reading_corrections", "reading_id", row.Id.Value, "Læsningen er fjernet");
        erasures.Note("committee_reading_texts", "reading_id", row.Id.Value, "Læsningen er fjernet");
        erasures.Note("committee_readings", "id", row.Id.Value, "Læsningen er fjernet");
        await db.SaveChangesAsync(ct);
        return await files.RemoveAsync(row.FileId, ct);
    }
}

[Requires("committee.reading.upload")]
internal sealed class ReadAgainHandler(VirkerContext db, IWakeJobs jobs) : IUseCase<ReadAgain, Done>
{
    public async Task<Outcome<Done>> RunAsync(ReadAgain command, CancellationToken ct = default)
    {
        if (await db.Set<ReadingRow>().FirstOrDefaultAsync(r =>
            r.Id == command.Reading, ct) is not { } row) return ReadingDesk.NotFound;
        if (row.State != ReadingState.Failed) return new Refusal("reading.not-failed",
            "Kun et papir, der ikke kunne læses, kan læses igen.");
        (row.State, row.Problem, row.Attempts) = (ReadingState.Waiting, null, 0);
        await db.SaveChangesAsync(ct);
        await jobs.WakeAsync(ReadPapers.JobName, ct);
        return Done.It;
    }
}

[Requires("committee.reading.see")]
internal sealed class OpenReadingFileHandler(VirkerContext db, IFileStore files) : IUseCase<OpenReadingFile, OpenedFile>
{
    public async Task<Outcome<OpenedFile>> RunAsync(OpenReadingFile query, CancellationToken ct = default) =>
        await db.Set<ReadingRow>().FirstOrDefaultAsync(r => r.Id == query.Reading, ct) is { } row
            ? await files.OpenAsync(row.FileId, ct) : ReadingDesk.NotFound;
}
