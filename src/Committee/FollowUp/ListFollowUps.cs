using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The follow-up register of the municipality's own committees: by due date, then owner. What comes from a closed item
/// is shown to those who may read it.
/// </summary>
public sealed record ListFollowUps(CommitteeId? Committee = null, string? Owner = null, bool OnlyOpen = true)
    : IQuery<FollowUpRegister>;

/// <summary>The register's rows and the owners that occur in it.</summary>
public sealed record FollowUpRegister(IReadOnlyList<FollowUpLine> Lines, IReadOnlyList<string> Owners, DateOnly Today)
{
    public int Overdue => Lines.Count(l => l.IsOverdue(Today));
}

[Requires("committee.follow-up.read")]
internal sealed class ListFollowUpsHandler(VirkerContext db, Disclosures disclosures, TimeProvider clock)
    : IUseCase<ListFollowUps, FollowUpRegister>
{
    public async Task<Outcome<FollowUpRegister>> RunAsync(ListFollowUps query, CancellationToken ct = default)
    {
        var own = FollowUps.OfOwn(db);
        var derived = await disclosures.DerivedAsync(
            own.Where(f =>
                (query.Committee == null || f.CommitteeId == query.Committee)
                && (!query.OnlyOpen || f.State == FollowUpState.Open || f.State == FollowUpState.Suggested)
            ),
            ct
        );
        var rights = new Dictionary<CommitteeId, Disclosure>();
        foreach (var committee in derived.Select(d => d.Row.CommitteeId).Distinct())
            rights[committee] = await disclosures.ToReaderAsync(committee, ct);
        var origins = await OriginsAsync([.. derived.Select(d => d.Row.ItemId).Distinct()], ct);
        var seen = derived
            .Where(d => d.Row.State != FollowUpState.Suggested || rights[d.Row.CommitteeId].Drafts)
            .Select(d =>
                rights[d.Row.CommitteeId].Of(d) is { } line ? line with { Origin = origins[d.Row.ItemId] } : null
            )
            .OfType<FollowUpLine>()
            .ToList();
        var owners = seen.Select(l => l.Owner).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var lines = seen.Where(l => query.Owner is null || l.Owner == query.Owner)
            .OrderBy(l => l.State)
            .ThenBy(l => l.Due ?? DateOnly.MaxValue)
            .ThenBy(l => l.Owner, StringComparer.Ordinal)
            .ThenBy(l => l.Text, StringComparer.Ordinal);
        return new FollowUpRegister([.. lines], owners, clock.Today());
    }

    private Task<Dictionary<AgendaItemId, FollowUpOrigin>> OriginsAsync(
        List<AgendaItemId> items,
        CancellationToken ct
    ) =>
        (
            from item in db.Set<AgendaItemRow>()
            join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
            join committee in db.Set<CommitteeRow>() on meeting.CommitteeId equals committee.Id
            where items.Contains(item.Id)
            select new FollowUpOrigin(meeting.Id, item.Id, committee.Name, meeting.HeldOn, item.Number, item.Title)
        ).ToDictionaryAsync(o => o.Item, ct);
}
