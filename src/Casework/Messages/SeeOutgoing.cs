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
    ICodeWord Kind,
    MessageChannel Channel,
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
    ISentPost sent,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SeeOutgoing, OutgoingMessages>
{
    private const int LargestPage = 10_000;
    private const int DaysBack = 30;

    public async Task<Outcome<OutgoingMessages>> RunAsync(SeeOutgoing query, CancellationToken ct = default)
    {
        var own = (
            await db.CasesOf(actor.Value).Select(c => new { c.CitizenId, c.WorkerId }).ToListAsync(ct)
        ).ToLookup(c => Party.Of(c.CitizenId), c => c.WorkerId);
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var page = await sent.PageAsync(
            new([.. own.Select(c => c.Key)], clock.GetUtcNow().AddDays(-DaysBack), query.Status)
            {
                Skip = (Math.Max(1, query.Page) - 1) * size,
                Take = size,
            },
            ct
        );
        var (names, staff) = (await NamesAsync(page.Messages, ct), await directory.ReadAsync(ct));
        return new OutgoingMessages(
            [
                .. page.Messages.Select(m => new OutgoingRow(
                    m.Id,
                    m.Party.Citizen!.Value,
                    names[m.Party],
                    m.Kind,
                    m.Channel,
                    m.Status,
                    m.MadeAt,
                    m.Problem,
                    staff.NameOf(own[m.Party].First())
                )
                {
                    Carrier = m.Carrier,
                }),
            ],
            page.Counts,
            page.Unsettled,
            sent.Transport
        )
        {
            Total = query.Status is null
                ? page.Unsettled
                : page.Counts.FirstOrDefault(c => c.Status == query.Status).Count,
        };
    }

    private async Task<IReadOnlyDictionary<Party, string>> NamesAsync(
        IReadOnlyList<Message> messages,
        CancellationToken ct
    )
    {
        var ids = messages.Select(m => m.Party.Citizen).OfType<CitizenId>().Distinct().ToList();
        return await db.Set<CitizenRow>()
            .Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.GivenName, c.FamilyName })
            .ToDictionaryAsync(c => Party.Of(c.Id), c => $"{c.GivenName} {c.FamilyName}", ct);
    }
}
