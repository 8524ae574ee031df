using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>The follow-up register: by due date, then owner. What comes from a closed item is shown to those who may read it.</summary>
public sealed record ListFollowUps(CommitteeId? Committee = null, string? Owner = null, bool OnlyOpen = true) : IQuery;

/// <summary>The register's rows and the owners that occur in it.</summary>
public sealed record FollowUpRegister(IReadOnlyList<FollowUpLine> Lines, IReadOnlyList<string> Owners, DateOnly Today)
{
    public int Overdue => Lines.Count(l => l.IsOverdue(Today));
}

[Requires("committee.follow-up.read")]
internal sealed class ListFollowUpsHandler(VirkerContext db, PaperAccess access, TimeProvider clock) : IUseCase<ListFollowUps, FollowUpRegister>
{
    public async Task<Outcome<FollowUpRegister>> RunAsync(ListFollowUps query, CancellationToken ct = default)
    {
        var rows = await (from followUp in db.Set<FollowUpRow>().AsNoTracking()
                          join item in db.Set<AgendaItemRow>() on followUp.ItemId equals item.Id
                          join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
                          join committee in db.Set<CommitteeRow>() on meeting.CommitteeId equals committee.Id
                          where (query.Committee == null || followUp.CommitteeId == query.Committee)
                              && (!query.OnlyOpen || followUp.State == FollowUpState.Open || followUp.State == FollowUpState.Suggested)
                          select new { followUp, item.IsOpen, origin = new FollowUpOrigin(meeting.Id, item.Id, committee.Name, meeting.HeldOn, item.Number, item.Title) }).ToListAsync(ct);
        var rights = new Dictionary<CommitteeId, PaperRights>();
        foreach (var committee in rows.Select(r => r.followUp.CommitteeId).Distinct()) rights[committee] = await access.ToAsync(committee, ct);
        var seen = rows.Where(r => r.IsOpen || (rights[r.followUp.CommitteeId].Closed && !rights[r.followUp.CommitteeId].Excluded.Contains(r.followUp.ItemId)))
            .Where(r => r.followUp.State != FollowUpState.Suggested || rights[r.followUp.CommitteeId].Drafts)
            .Select(r => ItemParts.Line(r.followUp) with { Origin = r.origin }).ToList();
        var owners = seen.Select(l => l.Owner).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var lines = seen.Where(l => query.Owner is null || l.Owner == query.Owner)
            .OrderBy(l => l.State).ThenBy(l => l.Due ?? DateOnly.MaxValue).ThenBy(l => l.Owner, StringComparer.Ordinal).ThenBy(l => l.Text, StringComparer.Ordinal);
        return new FollowUpRegister([.. lines], owners, clock.Today());
    }
}
