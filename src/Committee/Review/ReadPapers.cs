using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Begin on the uploaded paper that has waited longest; nothing when none waits.</summary>
public sealed record BeginReading : ICommand<ReadingBegun>;

/// <summary>The paper that is to be read now.</summary>
public sealed record ReadingBegun(ReadingId? Reading, FileId File);

[Requires("committee.reading.read")]
internal sealed class BeginReadingHandler(VirkerContext db) : IUseCase<BeginReading, ReadingBegun>
{
    private const int MostAttempts = 2;

    public async Task<Outcome<ReadingBegun>> RunAsync(BeginReading command, CancellationToken ct = default)
    {
        // One that is being read now was left by a house that stopped, since only one reads at a time.
        var waiting = await db.Set<ReadingRow>().Where(r =>
            r.State == ReadingState.Waiting || r.State == ReadingState.Reading).OrderBy(r => r.UploadedAt).ThenBy(r =>
            r.Id).ToListAsync(ct);
        foreach (var stopped in waiting.Where(r => r.Attempts >= MostAttempts))
            (stopped.State, stopped.Problem) =
                (ReadingState.Failed, "Læsningen blev afbrudt to gange. Filen er måske for stor eller beskadiget.");
        var next = waiting.Find(r => r.State != ReadingState.Failed);
        if (next is not null) (next.State, next.Attempts) =
            (ReadingState.Reading, next.Attempts + 1);
        await db.SaveChangesAsync(ct);
        return new ReadingBegun(next?.Id, next?.FileId ?? default);
    }
}

/// <summary>Keep what was read of a paper, or why it could not be read. A paper that was removed meanwhile stays
/// removed.</summary>
public sealed record FinishReading(ReadingId Reading) : ICommand<Done>
{
    internal ReadPaper? Paper { get; init; }

    internal string? Problem { get; init; }
}

[Requires("committee.reading.read")]
internal sealed class FinishReadingHandler(VirkerContext db, CurrentMunicipality municipality, TimeProvider clock)
    : IUseCase<FinishReading, Done>
{
    public async Task<Outcome<Done>> RunAsync(FinishReading command, CancellationToken ct = default)
    {
        if (await db.Set<ReadingRow>().FirstOrDefaultAsync(r =>
            r.Id == command.Reading && r.State == ReadingState.Reading, ct) is not { } row) return Done.It;
        (row.ReadAt, row.Problem) = (clock.GetUtcNow(), command.Problem);
        if (command.Paper is not { } paper) row.State = ReadingState.Failed;
        else
        {
            var read = ReadAnswer.Of(paper);
            db.Add(new ReadingTextRow { ReadingId = row.Id, Answer = Packed.Text(read.Json),
                Source = Packed.Of(paper.Source) });
            row.State = ReadingState.Read;
            row.Show(new Reviewed(read, paper.Source, [], municipality.Value));
        }

        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>Reads the papers that wait, one after the other, outside any transaction: nobody else waits for
/// it.</summary>
internal sealed class ReadPapers(IUseCase<BeginReading, ReadingBegun> begin, IUseCase<FinishReading, Done> finish,
    IFileStore files, RequestTurn turn) : IJob
{
    public const string JobName = "committee.read-papers";

    public string Name => JobName;

    public string Title => "Papirer, der er lagt op, læses";

    public JobPlan Plan => JobPlan.Every(TimeSpan.FromMinutes(1));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        while (true)
        {
            var begun = await begin.RunAsync(new(), ct);
            if (begun.IsRefused) return begun.Refusal;
            if (begun.Value.Reading is not { } reading) return Done.It;
            var done = await finish.RunAsync(await ReadAsync(reading, begun.Value.File, ct), ct);
            // Taken away at the very moment: there is nothing to keep.
            if (done.IsRefused && done.Refusal.Kind != RefusalKind.ChangedMeanwhile) return done.Refusal;
        }
    }

    private async Task<FinishReading> ReadAsync(ReadingId reading, FileId file, CancellationToken ct)
    {
        var opened = await turn.TakeAsync(stop => files.OpenAsync(file, stop), ct);
        if (opened.IsRefused) return new(reading) { Problem = opened.Refusal.Text };
        using var bytes = new MemoryStream();
        await using (var content = opened.Value.Content) await content.CopyToAsync(bytes, ct);
        return Read(reading, bytes.ToArray());
    }

    internal static FinishReading Read(ReadingId reading, byte[] bytes)
    {
        try
        {
            return PaperReader.Read(bytes).Match(paper => new FinishReading(reading) { Paper = paper }, refused =>
                new FinishReading(reading) { Problem = Sentence(refused.Text) });
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return new(reading) { Problem =
                "Filen kunne ikke læses. Den er måske beskadiget, eller lavet på en måde, som læseren ikke kender." };
        }
    }

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
