using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The messages of the caller's teams in a state (null: those that somebody must do something about, because they
/// failed or lie unsent in the folder), the newest first, and how many there are in each; a page at a time (page 1
/// first).
/// </summary>
public sealed record SeeOutgoing(MessageStatus? Status) : IQuery<OutgoingMessages>
{
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;
}

public sealed record OutgoingMessages(
    IReadOnlyList<OutgoingRow> Rows,
    IReadOnlyList<(MessageStatus Status, int Count)> Counts,
    int Unsettled,
    TransportState Transport
) : IRevealsCitizens
{
    /// <summary>Of the state that was asked for, on all pages.</summary>
    public int Total { get; init; }

    public IEnumerable<CitizenId> Revealed => Rows.Select(r => r.Citizen);
}

public sealed record OutgoingRow(
    MessageId Id,
    CitizenId Citizen,
    string Name,
    MessageKind Kind,
    CallUpChannel Channel,
    MessageStatus Status,
    DateTimeOffset MadeAt,
    string? Problem,
    string? Worker
)
{
    /// <summary>Who took it.</summary>
    public string? Carrier { get; init; }
}

[Requires("casework.message.see", Purpose = "Beskeder til dig")]
internal sealed class SeeOutgoingHandler(
    VirkerContext db,
    IStaffDirectory directory,
    IMessageTransport transport,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SeeOutgoing, OutgoingMessages>
{
    private const int LargestPage = 10_000;
    private const int DaysBack = 30;

    public async Task<Outcome<OutgoingMessages>> RunAsync(SeeOutgoing query, CancellationToken ct = default)
    {
        var (teams, user, since) = (
            actor.Value.Units.Select(TeamId.From).ToList(),
            actor.Value.User,
            clock.GetUtcNow().AddDays(-DaysBack)
        );
        var own =
            from m in db.Set<MessageRow>()
            where m.MadeAt >= since || m.Status == MessageStatus.Laid
            join c in db.Set<CaseRow>().Where(c => c.Closed == null && (teams.Contains(c.TeamId) || c.WorkerId == user))
                on m.CitizenId equals c.CitizenId
            select new { Message = m, c.WorkerId };
        var counts = await own.GroupBy(o => o.Message.Status)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var unsettled = await own.CountAsync(
            o =>
                (o.Message.Status == MessageStatus.Failed && o.Message.SettledAt == null)
                || o.Message.Status == MessageStatus.Laid,
            ct
        );
        var shown = query.Status is { } status
            ? own.Where(o => o.Message.Status == status)
            : own.Where(o =>
                (o.Message.Status == MessageStatus.Failed && o.Message.SettledAt == null)
                || o.Message.Status == MessageStatus.Laid
            );
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var rows = await (
            from o in shown
            join p in db.Set<CitizenRow>() on o.Message.CitizenId equals p.Id
            orderby o.Message.MadeAt descending, o.Message.Id
            select new
            {
                o.Message.Id,
                o.Message.CitizenId,
                p.GivenName,
                p.FamilyName,
                o.Message.Kind,
                o.Message.Channel,
                o.Message.Status,
                o.Message.MadeAt,
                o.Message.Problem,
                o.Message.Carrier,
                o.WorkerId,
            }
        )
            .Skip((Math.Max(1, query.Page) - 1) * size)
            .Take(size)
            .ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        return new OutgoingMessages(
            [
                .. rows.Select(r => new OutgoingRow(
                    r.Id,
                    r.CitizenId,
                    $"{r.GivenName} {r.FamilyName}",
                    r.Kind,
                    r.Channel,
                    r.Status,
                    r.MadeAt,
                    r.Problem,
                    staff.NameOf(r.WorkerId)
                )
                {
                    Carrier = r.Carrier,
                }),
            ],
            [.. counts.Select(c => (c.Key, c.Count))],
            unsettled,
            new(transport.Carrier, transport.IsConnected)
        )
        {
            Total = query.Status is null ? unsettled : counts.FirstOrDefault(c => c.Key == query.Status)?.Count ?? 0,
        };
    }
}
