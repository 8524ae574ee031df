using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Drop a dead letter: what it would have done is seen to in another way, or need not be done. The journal keeps who
/// and why.
/// </summary>
public sealed record DropDelivery(Guid Event, string Handler, string Reason) : ICommand<Done>;

[Requires("platform.outbox.drop")]
internal sealed class DropDeliveryHandler(VirkerContext db, TimeProvider clock) : IUseCase<DropDelivery, Done>
{
    public async Task<Outcome<Done>> RunAsync(DropDelivery command, CancellationToken ct = default)
    {
        var letter = await db.Set<OutboxRow>()
            .FirstOrDefaultAsync(
                r => r.EventId == command.Event && r.Handler == command.Handler && r.DoneAt == null,
                ct
            );
        if (letter is null) return Refusal.NotFound("outbox.not-found", "Den besked venter ikke længere.");
        if (Decide(command, letter.DeadAt is not null) is { } refusal) return refusal;
        (letter.DoneAt, letter.DropReason) = (clock.GetUtcNow(), command.Reason.Trim());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(DropDelivery command, bool isDead) => Refusal.Each(
        !isDead ? new Refusal("outbox.not-dead", "Beskeden prøves stadig. Vent, til den er opgivet.") : null,
        command.Reason.Trim().Length is < 3 or > 200
            ? new Refusal("outbox.drop-reason",
                "Skriv kort, hvorfor det ikke skal gøres, eller hvad der blev gjort i stedet (højst 200 tegn).",
                Field: nameof(command.Reason)) : null,
        CprText.Holds(command.Reason)
            ? new Refusal("outbox.drop-cpr", "Skriv det uden CPR-nummer.", Field: nameof(command.Reason)) : null);
}
