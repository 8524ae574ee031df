using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Say what came of going through a look: in order, or to be followed up with the employee's leader (then say how).</summary>
public sealed record ReviewLook(long Sequence, bool InOrder, string Note) : ICommand;

[Requires("platform.access.review", Purpose = "Kontrol af, hvem der har slået op")]
internal sealed class ReviewLookHandler(VirkerContext db, CurrentActor actor, TimeProvider clock) : IUseCase<ReviewLook, Done>
{
    public async Task<Outcome<Done>> RunAsync(ReviewLook command, CancellationToken ct = default)
    {
        var look = await db.Set<AccessLogRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Sequence == command.Sequence, ct);
        var reviewed = await db.Set<AccessReviewRow>().AnyAsync(r => r.Sequence == command.Sequence, ct);
        if (Decide(command, look, reviewed, actor.Value) is { } refusal) return refusal;
        db.Add(new AccessReviewRow { Sequence = command.Sequence, ReviewedBy = actor.Value.User!.Value, ReviewedAt = clock.GetUtcNow(), InOrder = command.InOrder, Note = command.Note.Trim() });
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(ReviewLook command, AccessLogRow? look, bool reviewed, Actor by) =>
        look is null ? new("access.look-not-found", "Opslaget findes ikke.")
        : by.User is not { } user ? new("access.nobody", "Log ind, før du gennemgår opslag.")
        : look.UserId is { } looked && ChainValues.Id(looked) == user.Value ? new("access.own-look", "Du kan ikke gennemgå dine egne opslag. Bed en anden om det.")
        : reviewed ? new("access.reviewed", "Opslaget er allerede gennemgået.")
        : !command.InOrder && string.IsNullOrWhiteSpace(command.Note) ? new("access.note-missing", "Skriv, hvad der skal følges op på.", Field: nameof(command.Note)) : null;
}
