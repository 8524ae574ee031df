using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// What of a committee's matter one reader may see. Every page, file, list, search and message asks it, whatever the
/// text stands on: what comes from a closed item (a follow-up, its answer, an attachment's title) is as closed as the
/// item.
/// </summary>
internal sealed record Disclosure(bool Drafts, bool Closed, IReadOnlySet<AgendaItemId> Excluded)
{
    /// <summary>What the public may see, and whoever has no seat.</summary>
    public static readonly Disclosure ToPublic = new(false, false, new HashSet<AgendaItemId>());

    /// <summary>What whoever prepares the meetings sees.</summary>
    public static readonly Disclosure Whole = new(true, true, new HashSet<AgendaItemId>());

    /// <summary>
    /// A meeting's papers are read from when its agenda has been out; a draft that was cancelled never was.
    /// </summary>
    public bool Meeting(CommitteeMeetingRow meeting) => Drafts || meeting.AgendaOut;

    /// <summary>The item, and whatever comes from it.</summary>
    public bool Item(AgendaItemId item, bool isOpen) => isOpen || (Closed && !Excluded.Contains(item));

    /// <summary>Rows outside the right are never fetched.</summary>
    public IQueryable<AgendaItemRow> Of(IQueryable<AgendaItemRow> items)
    {
        if (!Closed) return items.Where(i => i.IsOpen);
        var excluded = Excluded.ToList();
        return excluded.Count == 0 ? items : items.Where(i => i.IsOpen || !excluded.Contains(i.Id));
    }

    /// <summary>
    /// A closed attachment is as closed as a closed item, also for a member who may not take part in the item.
    /// </summary>
    public IQueryable<AttachmentRow> Of(IQueryable<AttachmentRow> attachments)
    {
        if (!Closed) return attachments.Where(a => a.IsOpen);
        var excluded = Excluded.ToList();
        return excluded.Count == 0 ? attachments : attachments.Where(a => a.IsOpen || !excluded.Contains(a.ItemId));
    }

    /// <summary>
    /// A follow-up with as much of it as the reader may see; null where it comes from what they may not.
    /// </summary>
    public FollowUpLine? Of(DerivedFollowUp derived)
    {
        var row = derived.Row;
        if (!Item(row.ItemId, derived.OriginIsOpen)) return null;
        var answer = derived.ClosedPlaces.All(place => Item(place, isOpen: false));
        return new(row.Id, row.Text, row.IsBinding, row.Owner, row.Due, row.State, row.Version)
        {
            Report = answer ? row.Report : null,
            ReportedOn = row.ReportedOn,
            IsOpen = derived.OriginIsOpen,
            AnswerIsOpen = derived.OriginIsOpen && derived.ClosedPlaces.Count == 0,
        };
    }
}

/// <summary>
/// A follow-up with where its words come from: its item, and the closed items that its answer is given on.
/// </summary>
internal sealed record DerivedFollowUp(FollowUpRow Row, bool OriginIsOpen, IReadOnlyList<AgendaItemId> ClosedPlaces);

/// <summary>
/// Whoever prepares the meetings reads all. A committee's members read its closed items too, but for those that they
/// may not take part in. Everyone else who may read papers reads the open ones.
/// </summary>
[Part]
internal sealed class Disclosures(VirkerContext db, CurrentActor actor, Grants grants)
{
    internal const string ReadAll = "committee.papers.read-all";

    public async Task<Disclosure> ToReaderAsync(CommitteeId committee, CancellationToken ct)
    {
        if (grants.Allows(actor.Value, ReadAll))
            return Disclosure.Whole;
        if (actor.Value.User is not { } user)
            return Disclosure.ToPublic;
        var seats = await db.Set<CommitteeMemberRow>()
            .Where(m => m.CommitteeId == committee && m.UserId == user)
            .Select(m => m.Id)
            .ToListAsync(ct);
        if (seats.Count == 0)
            return Disclosure.ToPublic;
        var excluded = await db.Set<ItemExclusionRow>()
            .Where(e => seats.Contains(e.MemberId))
            .Select(e => e.ItemId)
            .ToListAsync(ct);
        return new(false, true, excluded.ToHashSet());
    }

    /// <summary>Follow-ups with where their words come from.</summary>
    public async Task<IReadOnlyList<DerivedFollowUp>> DerivedAsync(
        IQueryable<FollowUpRow> followUps,
        CancellationToken ct
    )
    {
        var rows = await (from followUp in followUps.AsNoTracking()
                          join origin in db.Set<AgendaItemRow>() on followUp.ItemId equals origin.Id
                          select new { followUp, origin.IsOpen }).ToListAsync(ct);
        var ids = rows.Select(r => r.followUp.Id).ToList();
        var closed = await (
            from link in db.Set<FollowUpOnAgendaRow>().AsNoTracking()
            join place in db.Set<AgendaItemRow>() on link.ItemId equals place.Id
            where ids.Contains(link.FollowUpId) && !place.IsOpen && place.Standing != StandingItem.ForwardCode
            select new { link.FollowUpId, link.ItemId }
        ).ToListAsync(ct);
        var places = closed.ToLookup(c => c.FollowUpId, c => c.ItemId);
        return [.. rows.Select(r => new DerivedFollowUp(r.followUp, r.IsOpen, [.. places[r.followUp.Id]]))];
    }
}
