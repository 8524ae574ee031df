using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// What the committee's next agenda must hold: what was postponed (first, since that is what "fremrykkes" means), what
/// was promised and not yet reported back, and what stands on every agenda.
/// </summary>
public sealed record ReadForwardAgenda(CommitteeId Committee) : IQuery<ForwardAgenda>;

/// <summary>The forward agenda.</summary>
public sealed record ForwardAgenda(
    IReadOnlyList<PostponedItem> Postponed,
    IReadOnlyList<FollowUpLine> FollowUps,
    IReadOnlyList<StandingItem> Standing
)
{
    /// <summary>The committee's planned meetings.</summary>
    public IReadOnlyList<DateOnly> Meetings { get; init; } = [];
}

/// <summary>An item that was put off and has not been treated since.</summary>
public sealed record PostponedItem(
    AgendaItemId Item,
    CommitteeCaseId? Case,
    string Title,
    string? Type,
    DateOnly PostponedOn,
    bool IsOpen
);

[Requires("committee.agenda.edit")]
internal sealed class ReadForwardAgendaHandler(ForwardAgendas agendas) : IUseCase<ReadForwardAgenda, ForwardAgenda>
{
    public async Task<Outcome<ForwardAgenda>> RunAsync(ReadForwardAgenda query, CancellationToken ct = default) =>
        await agendas.OfAsync(query.Committee, ct);
}

[Part]
internal sealed class ForwardAgendas(VirkerContext db, Disclosures disclosures)
{
    public async Task<ForwardAgenda> OfAsync(CommitteeId committee, CancellationToken ct) =>
        new(await PostponedAsync(committee, ct), await OpenFollowUpsAsync(committee, ct), StandingItem.All)
        {
            Meetings = await db.Set<CommitteeMeetingRow>()
                .Where(m =>
                    m.CommitteeId == committee
                    && (m.State == MeetingState.Planned || m.State == MeetingState.AgendaDrafted)
                )
                .OrderBy(m => m.HeldOn)
                .Select(m => m.HeldOn)
                .ToListAsync(ct),
        };

    private async Task<IReadOnlyList<PostponedItem>> PostponedAsync(CommitteeId committee, CancellationToken ct)
    {
        var handled = await (
            from item in db.Set<AgendaItemRow>().AsNoTracking()
            join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
            where meeting.CommitteeId == committee && meeting.State != MeetingState.Cancelled && item.Standing == null
            select new
            {
                item.Id,
                item.CaseId,
                item.Title,
                item.Type,
                item.IsOpen,
                meeting.HeldOn,
                meeting.State,
            }
        ).ToListAsync(ct);
        var ids = handled.Select(h => h.Id).ToList();
        var decisions = await db.Set<DecisionRow>().AsNoTracking().Where(d => ids.Contains(d.ItemId)).ToListAsync(ct);
        var last = decisions
            .GroupBy(d => d.ItemId)
            .ToDictionary(g => g.Key, g => g.OrderBy(d => d.DecidedOn).ThenBy(d => d.Position).Last().Kind);
        return
        [
            .. handled
                .Where(h =>
                    h.State is MeetingState.Held or MeetingState.MinutesApproved
                    && last.GetValueOrDefault(h.Id) == "postponed"
                )
                .Where(h =>
                    h.CaseId is null || !handled.Any(later => later.CaseId == h.CaseId && later.HeldOn > h.HeldOn)
                )
                .OrderBy(h => h.HeldOn)
                .Select(h => new PostponedItem(h.Id, h.CaseId, h.Title, h.Type, h.HeldOn, h.IsOpen)),
        ];
    }

    /// <summary>
    /// Wishes that nobody confirmed do not stand on an agenda; what was promised does, until it is reported back.
    /// </summary>
    private async Task<IReadOnlyList<FollowUpLine>> OpenFollowUpsAsync(CommitteeId committee, CancellationToken ct) =>
        [
            .. (
                await disclosures.DerivedAsync(
                    db.Set<FollowUpRow>().Where(f => f.CommitteeId == committee && f.State == FollowUpState.Open),
                    ct
                )
            )
                .Select(Disclosure.Whole.Of)
                .OfType<FollowUpLine>()
                .OrderBy(f => f.Due ?? DateOnly.MaxValue)
                .ThenBy(f => f.Text, StringComparer.Ordinal),
        ];
}
