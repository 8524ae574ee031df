using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Say what came of going through a look: in order, or to be followed up with the employee's leader (then say how). One
/// reason is reviewed once: the answer goes for every look that the employee gave it for, at the same citizen.
/// </summary>
public sealed record ReviewLook(long Sequence, bool InOrder, string Note) : ICommand<Done>;

[Requires("platform.access.review", Purpose = "Kontrol af, hvem der har slået op")]
internal sealed class ReviewLookHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<ReviewLook, Done>
{
    public async Task<Outcome<Done>> RunAsync(ReviewLook command, CancellationToken ct = default)
    {
        var look = await db.Set<AccessLogRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(r => r.Sequence == command.Sequence, ct);
        var reviewed = await db.Set<AccessReviewRow>().AnyAsync(r => r.Sequence == command.Sequence, ct);
        if (Decide(command, look, reviewed, actor.Value) is { } refusal) return refusal;
        foreach (var sequence in await SameReasonAsync(look!, ct))
        {
            db.Add(
                new AccessReviewRow
                {
                    Sequence = sequence,
                    ReviewedBy = actor.Value.User!.Value,
                    ReviewedAt = clock.GetUtcNow(),
                    InOrder = command.InOrder,
                    Note = command.Note.Trim(),
                }
            );
        }

        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    private async Task<IReadOnlyList<long>> SameReasonAsync(AccessLogRow look, CancellationToken ct) =>
        look.Review == 0
            ? [look.Sequence]
            : await db.Set<AccessLogRow>()
                .AsNoTracking()
                .Where(r =>
                    r.Review == 1
                    && r.UserId == look.UserId
                    && r.CitizenId == look.CitizenId
                    && r.Reason == look.Reason
                    && !db.Set<AccessReviewRow>().Any(done => done.Sequence == r.Sequence)
                )
                .Select(r => r.Sequence)
                .ToListAsync(ct);

    internal static Refusal? Decide(ReviewLook command, AccessLogRow? look, bool reviewed, Actor by) => Refusal.Each(
        look is null ? new Refusal("access.look-not-found", "Opslaget findes ikke.") : null,
        by.User is null ? new Refusal("access.nobody", "Log ind, før du gennemgår opslag.") : null,
        look?.UserId is { } looked && by.User is { } reviewer && ChainValues.Id(looked) == reviewer.Value
            ? new Refusal("access.own-look", "Du kan ikke gennemgå dine egne opslag. Bed en anden om det.") : null,
        reviewed ? new Refusal("access.reviewed", "Opslaget er allerede gennemgået.") : null,
        !command.InOrder && string.IsNullOrWhiteSpace(command.Note)
            ? new Refusal("access.note-missing",
                "Skriv, hvad der skal følges op på.", Field: nameof(command.Note)) : null);
}
