using Microsoft.EntityFrameworkCore;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Which of a committee's papers one reader may read.</summary>
internal sealed record PaperRights(bool Drafts, bool Closed, IReadOnlySet<AgendaItemId> Excluded)
{
    /// <summary>What the public may read. Closed rows are never asked for.</summary>
    public static readonly PaperRights Public = new(false, false, new HashSet<AgendaItemId>());

    public IQueryable<AgendaItemRow> Of(IQueryable<AgendaItemRow> items)
    {
        if (!Closed) return items.Where(i => i.IsOpen);
        var excluded = Excluded.ToList();
        return excluded.Count == 0 ? items : items.Where(i => i.IsOpen || !excluded.Contains(i.Id));
    }

    public bool MayRead(MeetingState state) => Drafts || state is not (MeetingState.Planned or MeetingState.AgendaDrafted);
}

/// <summary>
/// Whoever prepares the meetings reads all. A committee's members read its closed items too, but for those that they may not take
/// part in. Everyone else who may read papers reads the open ones.
/// </summary>
internal sealed class PaperAccess(VirkerContext db, CurrentActor actor, Grants grants)
{
    internal const string ReadAll = "committee.papers.read-all";

    public async Task<PaperRights> ToAsync(CommitteeId committee, CancellationToken ct)
    {
        if (grants.Allows(actor.Value, ReadAll)) return new(true, true, new HashSet<AgendaItemId>());
        if (actor.Value.User is not { } user) return PaperRights.Public;
        var seats = await db.Set<CommitteeMemberRow>().Where(m => m.CommitteeId == committee && m.UserId == user).Select(m => m.Id).ToListAsync(ct);
        if (seats.Count == 0) return PaperRights.Public;
        var excluded = await db.Set<ItemExclusionRow>().Where(e => seats.Contains(e.MemberId)).Select(e => e.ItemId).ToListAsync(ct);
        return new(false, true, excluded.ToHashSet());
    }
}
