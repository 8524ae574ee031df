using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

[Part]
internal sealed class MessageReceipts(VirkerContext db, CurrentActor actor, TimeProvider clock) : IMessageReceipts
{
    public async Task<Outcome<Done>> RecordAsync(
        Party party,
        MessageId message,
        MessageStatus to,
        string problem,
        CancellationToken ct
    )
    {
        if (await FindAsync(party, message, ct) is not { } row) return MessageRefusal.NotFound;
        if (!MessageStatus.Allows(row.Status, to))
            return new Refusal("message.wrong-state", "Beskeden er ikke nået så langt, eller den er nået længere.");
        var now = clock.GetUtcNow();
        (row.Status, row.RecordedBy) = (to, actor.Value.Name);
        if (to == MessageStatus.Failed)
            (row.FailedAt, row.Problem) = (now, problem.Length > 0 ? problem : "Den kom tilbage.");
        else
            row.SentAt ??= now;
        if (to == MessageStatus.Delivered || to == MessageStatus.Read) row.DeliveredAt ??= now;
        if (to == MessageStatus.Read) row.ReadAt = now;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<Outcome<Done>> SettleAsync(Party party, MessageSettled settled, CancellationToken ct)
    {
        if (await FindAsync(party, settled.Message, ct) is not { } row) return MessageRefusal.NotFound;
        if (row.Status != MessageStatus.Failed || row.SettledAt is not null) return MessageRefusal.NotFailed;
        if (settled.How.Trim().Length is < 3 or > 200)
            return new Refusal(
                "message.how",
                "Skriv kort, hvad der blev gjort i stedet (højst 200 tegn).",
                Field: nameof(settled.How)
            );
        (row.SettledAt, row.SettledHow) = (clock.GetUtcNow(), settled.How.Trim());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<IReadOnlyList<Party>> RecordSentAsync(
        IReadOnlyCollection<MessageId> messages,
        IReadOnlyCollection<Party> of,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var sent = await db.Set<MessageRow>()
            .Where(m => messages.Contains(m.Id) && m.Status == MessageStatus.Laid)
            .To(of)
            .ToListAsync(ct);
        foreach (var row in sent)
            (row.Status, row.SentAt, row.RecordedBy) = (MessageStatus.Sent, now, actor.Value.Name);
        await db.SaveChangesAsync(ct);
        return sent.ConvertAll(m => m.Party);
    }

    private Task<MessageRow?> FindAsync(Party party, MessageId message, CancellationToken ct) =>
        db.Set<MessageRow>().To(party).FirstOrDefaultAsync(m => m.Id == message, ct);
}

internal static class MessageRefusal
{
    public static readonly Refusal NotFound = Refusal.NotFound("message.not-found", "Beskeden findes ikke.");

    public static readonly Refusal NotFailed = new(
        "message.not-failed",
        "Beskeden er ikke fejlet, eller nogen har allerede taget sig af den."
    );
}
