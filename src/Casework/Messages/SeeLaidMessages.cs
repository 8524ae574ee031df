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
internal sealed class SeeLaidMessagesHandler(VirkerContext db, ISentPost sent, CurrentActor actor)
    : IUseCase<SeeLaidMessages, LaidMessages>
{
    public async Task<Outcome<LaidMessages>> RunAsync(SeeLaidMessages query, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        var own = await db.Set<CaseRow>()
            .Where(c => c.Closed == null && c.WorkerId == user)
            .Select(c => c.CitizenId)
            .ToListAsync(ct);
        var (count, oldest) = await sent.LaidAsync(own.ConvertAll(Party.Of), ct);
        return new LaidMessages(count, oldest);
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
internal sealed class RecordSentHandler(VirkerContext db, IMessageReceipts receipts, CurrentActor actor)
    : IUseCase<RecordSent, SentRecorded>
{
    public async Task<Outcome<SentRecorded>> RunAsync(RecordSent command, CancellationToken ct = default)
    {
        var own = await db.CasesOf(actor.Value).Select(c => c.CitizenId).ToListAsync(ct);
        var sent = await receipts.RecordSentAsync(command.Messages, own.ConvertAll(Party.Of), ct);
        return sent.Count == 0
            ? new Refusal("message.none-chosen", "Sæt kryds ved de beskeder, du har sendt.")
            : new SentRecorded([.. sent.Select(p => p.Citizen).OfType<CitizenId>()]);
    }
}

/// <summary>Whose messages somebody sees to: those in cases of one's own and of one's teams.</summary>
internal static class MessageCases
{
    public static IQueryable<CaseRow> CasesOf(this VirkerContext db, Actor actor)
    {
        var (teams, user) = (actor.Units.Select(TeamId.From).ToList(), actor.User);
        return db.Set<CaseRow>().Where(c => c.Closed == null && (teams.Contains(c.TeamId) || c.WorkerId == user));
    }
}
