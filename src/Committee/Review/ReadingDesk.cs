using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Fetches a reading with what was read and what people have said of it.</summary>
[Part]
internal sealed class ReadingDesk(VirkerContext db, CurrentMunicipality municipality)
{
    public static readonly Refusal NotFound = Refusal.NotFound("reading.not-found", "Læsningen findes ikke.");

    public static readonly Refusal NotRead = new("reading.not-read", "Papiret er ikke læst endnu.");

    public static readonly Refusal Kept =
        new("reading.kept", "Læsningen er gemt og kan ikke rettes mere. Ret det, der blev gemt.");

    /// <summary>The row is followed, so that it can be changed; the texts are not.</summary>
    public async Task<Outcome<(ReadingRow Row, Reviewed Reviewed)>> OfAsync(ReadingId id, CancellationToken ct)
    {
        if (await db.Set<ReadingRow>().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } row) return NotFound;
        if (await db.Set<ReadingTextRow>().AsNoTracking().FirstOrDefaultAsync(t =>
            t.ReadingId == id, ct) is not { } text) return NotRead;
        return (row, await ReviewedAsync(row, text, ct));
    }

    public async Task<Reviewed> ReviewedAsync(ReadingRow row, ReadingTextRow text, CancellationToken ct) =>
        new(ReadAnswer.Of(row.Kind!, Packed.Text(text.Answer)), Packed.Source(text.Source),
            await db.Set<ReadingCorrectionRow>().Where(c => c.ReadingId == row.Id).ToListAsync(ct), municipality.Value);
}
