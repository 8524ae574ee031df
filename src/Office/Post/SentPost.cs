using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

[Part]
internal sealed class SentPost(
    VirkerContext db,
    IEnumerable<IMessageKinds> kinds,
    IMessageTransport transport,
    TimeProvider clock
) : ISentPost
{
    public TransportState Transport => new(transport.Carrier, transport.IsConnected);

    public async Task<IReadOnlyList<Message>> OfAsync(Party party, CancellationToken ct) =>
        (await db.Set<MessageRow>().To(party).OrderByDescending(m => m.MadeAt).ToListAsync(ct)).ConvertAll(Shown);

    public async Task<Outcome<Message>> FailedAsync(Party party, MessageId message, CancellationToken ct)
    {
        var row = await db.Set<MessageRow>().To(party).FirstOrDefaultAsync(m => m.Id == message, ct);
        if (row is null) return MessageRefusal.NotFound;
        if (row.Status != MessageStatus.Failed || row.SettledAt is not null) return MessageRefusal.NotFailed;
        return Shown(row);
    }

    public async Task<MessagesFound> PageAsync(MessagesWanted wanted, CancellationToken ct)
    {
        var own = db.Set<MessageRow>()
            .Where(m => m.MadeAt >= wanted.Since || m.Status == MessageStatus.Laid)
            .To(wanted.Of);
        var unsettled = own.Where(m =>
            (m.Status == MessageStatus.Failed && m.SettledAt == null) || m.Status == MessageStatus.Laid
        );
        var counts = await own.GroupBy(m => m.Status)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var rows = await (wanted.Status is { } status ? own.Where(m => m.Status == status) : unsettled)
            .OrderByDescending(m => m.MadeAt)
            .ThenBy(m => m.Id)
            .Skip(wanted.Skip)
            .Take(wanted.Take)
            .ToListAsync(ct);
        return new(rows.ConvertAll(Shown), [.. counts.Select(c => (c.Key, c.Count))], await unsettled.CountAsync(ct));
    }

    public async Task<IReadOnlyList<Undelivered>> UndeliveredAsync(CancellationToken ct)
    {
        var failed = await db.Set<MessageRow>()
            .Where(m => m.Status == MessageStatus.Failed && m.SettledAt == null)
            .Select(m => new
            {
                m.CitizenId,
                m.CompanyId,
                m.FailedAt,
                m.Subject,
            })
            .ToListAsync(ct);
        return failed.ConvertAll(m => new Undelivered(
            m.CitizenId is { } citizen ? Party.Of(citizen) : Party.Of(m.CompanyId!.Value),
            m.FailedAt!.Value,
            m.Subject
        ));
    }

    public async Task<(int Count, DateTimeOffset? Oldest)> LaidAsync(
        IReadOnlyCollection<Party> of,
        CancellationToken ct
    )
    {
        var laid = db.Set<MessageRow>().Where(m => m.Status == MessageStatus.Laid).To(of).Select(m => m.LaidAt);
        return (await laid.CountAsync(ct), await laid.MinAsync(ct));
    }

    public async Task<IReadOnlySet<(Guid About, DateTimeOffset At)>> RemindedAsync(
        DateTimeOffset until,
        int hours,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var reminded = await db.Set<MessageRow>()
            .Where(m => m.AboutAt > now && m.AboutAt <= until && m.LeadHours <= hours && m.AboutId != null)
            .Select(m => new { m.AboutId, m.AboutAt })
            .ToListAsync(ct);
        return reminded.Select(m => (m.AboutId!.Value, m.AboutAt!.Value)).ToHashSet();
    }

    private Message Shown(MessageRow m)
    {
        (MessageStatus State, DateTimeOffset? At)[] moments =
        [
            (MessageStatus.Waiting, m.MadeAt),
            (MessageStatus.Laid, m.LaidAt),
            (MessageStatus.Sent, m.SentAt),
            (MessageStatus.Delivered, m.DeliveredAt),
            (MessageStatus.Read, m.ReadAt),
            (MessageStatus.Failed, m.FailedAt),
        ];
        return new(m.Id, m.Party, kinds.Word(m.Kind), m.Channel, m.Status)
        {
            Subject = m.Subject,
            Text = m.Text.Replace(PersonalLinks.Mark, "(personligt link)", StringComparison.Ordinal),
            About = m.AboutId,
            Note = m.Note,
            Problem = m.Problem,
            Settled = m.SettledAt is null ? null : m.SettledHow,
            Moments =
            [
                .. moments.Where(x => x.At is not null).Select(x => (x.State, x.At!.Value)).OrderBy(x => x.Value),
            ],
            MadeAt = m.MadeAt,
            NextAt = m.NextAt,
            Attempts = m.Attempts,
            Carrier = m.Carrier,
            RecordedBy = m.RecordedBy,
        };
    }
}
