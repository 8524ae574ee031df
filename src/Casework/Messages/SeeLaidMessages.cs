using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>How many messages to the caller's citizens lie in the folder and have not been sent by anybody.</summary>
public sealed record SeeLaidMessages : IQuery<LaidMessages>;

/// <summary><paramref name="Oldest"/>: when the first of them was laid there.</summary>
public sealed record LaidMessages(int Count, DateTimeOffset? Oldest);

[Requires("casework.message.see", Purpose = "Beskeder til dig")]
internal sealed class SeeLaidMessagesHandler(VirkerContext db, CurrentActor actor)
    : IUseCase<SeeLaidMessages, LaidMessages>
{
    public async Task<Outcome<LaidMessages>> RunAsync(SeeLaidMessages query, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        var laid =
            from m in db.Set<MessageRow>()
            where m.Status == MessageStatus.Laid
            join c in db.Set<CaseRow>().Where(c => c.Closed == null && c.WorkerId == user)
                on m.CitizenId equals c.CitizenId
            select m.LaidAt;
        return new LaidMessages(await laid.CountAsync(ct), await laid.MinAsync(ct));
    }
}

/// <summary>
/// These messages have been sent from the folder by a person (<paramref name="Messages"/>); those that lie there no
/// longer are passed over.
/// </summary>
public sealed record RecordSent(IReadOnlyList<MessageId> Messages) : ICommand<SentRecorded>;

public sealed record SentRecorded(IReadOnlyList<CitizenId> Revealed) : IRevealsCitizens
{
    IEnumerable<CitizenId> IRevealsCitizens.Revealed => Revealed;
}

[Requires("casework.message.write", Purpose = "Beskeder til dig")]
internal sealed class RecordSentHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<RecordSent, SentRecorded>
{
    public async Task<Outcome<SentRecorded>> RunAsync(RecordSent command, CancellationToken ct = default)
    {
        var (teams, user, now) = (actor.Value.Units.Select(TeamId.From).ToList(), actor.Value.User, clock.GetUtcNow());
        var sent = await (
            from m in db.Set<MessageRow>()
            where command.Messages.Contains(m.Id) && m.Status == MessageStatus.Laid
            join c in db.Set<CaseRow>().Where(c => c.Closed == null && (teams.Contains(c.TeamId) || c.WorkerId == user))
                on m.CitizenId equals c.CitizenId
            select m
        ).ToListAsync(ct);
        if (sent.Count == 0)
            return new Refusal("message.none-chosen", "Sæt kryds ved de beskeder, du har sendt.");
        foreach (var message in sent)
            (message.Status, message.SentAt, message.RecordedBy) = (MessageStatus.Sent, now, actor.Value.Name);
        await db.SaveChangesAsync(ct);
        return new SentRecorded([.. sent.Select(m => m.CitizenId)]);
    }
}
