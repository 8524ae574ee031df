using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Open or close an item for the public, whatever its meeting has come to. Closed, it is gone from all that is
/// published at once, and so is what comes from it; an item that was put off is closed and opened together with what it
/// was carried over to.
/// </summary>
public sealed record SetItemOpenness(AgendaItemId Item, bool IsOpen) : ICommand<Done>;

/// <summary>Open or close one attachment of an item, wherever the item has been carried over to.</summary>
public sealed record SetAttachmentOpenness(AttachmentId Attachment, bool IsOpen) : ICommand<Done>;

/// <summary>
/// Say that a member may not take part in an item (inhabil), or may after all: a closed item is then hidden from them.
/// </summary>
public sealed record ExcludeMember(AgendaItemId Item, CommitteeMemberId Member, bool IsExcluded) : ICommand<Done>;

[Requires("committee.agenda.edit")]
internal sealed class SetItemOpennessHandler(VirkerContext db, Carried carried) : IUseCase<SetItemOpenness, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetItemOpenness command, CancellationToken ct = default)
    {
        var items = await carried.WithAsync(command.Item, ct);
        if (items.Count == 0) return Missing.Item;
        if (items.All(i => i.IsOpen == command.IsOpen)) return Done.It;
        foreach (var item in items) item.IsOpen = command.IsOpen;
        await carried.TellAsync(items[0], ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

[Requires("committee.agenda.edit")]
internal sealed class SetAttachmentOpennessHandler(VirkerContext db, Carried carried)
    : IUseCase<SetAttachmentOpenness, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetAttachmentOpenness command, CancellationToken ct = default)
    {
        var attachment = await db.Set<AttachmentRow>().SingleOrDefaultAsync(a => a.Id == command.Attachment, ct);
        if (attachment is null) return Missing.Attachment;
        var items = await carried.WithAsync(attachment.ItemId, ct);
        var ids = items.Select(i => i.Id).ToList();
        var all = await db.Set<AttachmentRow>().Where(a => ids.Contains(a.ItemId)).ToListAsync(ct);
        foreach (var same in all.Where(a => IsSame(a, attachment))) same.IsOpen = command.IsOpen;
        await carried.TellAsync(items[0], ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    /// <summary>The same paper under another item: the same frozen document, or the same name.</summary>
    private static bool IsSame(AttachmentRow a, AttachmentRow b) =>
        a.Id == b.Id || (a.FrozenId is not null && a.FrozenId == b.FrozenId) || a.Title == b.Title;
}

[Requires("committee.agenda.edit")]
internal sealed class ExcludeMemberHandler(VirkerContext db, Carried carried) : IUseCase<ExcludeMember, Done>
{
    public async Task<Outcome<Done>> RunAsync(ExcludeMember command, CancellationToken ct = default)
    {
        var items = await carried.WithAsync(command.Item, ct);
        if (items.Count == 0)
            return Missing.Item;
        if (!await carried.HasMemberAsync(items[0], command.Member, ct))
            return Refusal.NotFound("committee-member.not-found", "Medlemmet sidder ikke i udvalget.");
        var ids = items.Select(i => i.Id).ToList();
        var rows = await db.Set<ItemExclusionRow>()
            .Where(e => ids.Contains(e.ItemId) && e.MemberId == command.Member)
            .ToListAsync(ct);
        if (command.IsExcluded)
            db.AddRange(
                ids.Where(id => rows.TrueForAll(r => r.ItemId != id))
                    .Select(id => new ItemExclusionRow { ItemId = id, MemberId = command.Member })
            );
        else
            db.RemoveRange(rows);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>
/// An item and those of other meetings that hold its text because it was put off: secrecy follows the text.
/// </summary>
[Part]
internal sealed class Carried(VirkerContext db, TimeProvider clock)
{
    /// <summary>The item first; none where it does not exist.</summary>
    public async Task<IReadOnlyList<AgendaItemRow>> WithAsync(AgendaItemId id, CancellationToken ct)
    {
        var item = await db.Set<AgendaItemRow>().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (item is null) return [];
        if (item.CaseId is not { } treated) return [item];
        var ofCase = await db.Set<AgendaItemRow>().Where(i => i.CaseId == treated).ToListAsync(ct);
        var found = new List<AgendaItemRow> { item };
        for (var at = 0; at < found.Count; at++)
            found.AddRange(
                ofCase.Where(i =>
                    !found.Contains(i) && (i.CarriedFrom == found[at].Id || found[at].CarriedFrom == i.Id)
                )
            );
        return found;
    }

    /// <summary>
    /// What the committee has given the public may be another thing from now on: files that were fetched before are not
    /// the newest.
    /// </summary>
    public async Task TellAsync(AgendaItemRow item, CancellationToken ct)
    {
        var committee = await CommitteeOf(item).SingleAsync(ct);
        committee.DisclosedAt = clock.GetUtcNow();
    }

    public async Task<bool> HasMemberAsync(AgendaItemRow item, CommitteeMemberId member, CancellationToken ct) =>
        await CommitteeOf(item)
            .AnyAsync(c => db.Set<CommitteeMemberRow>().Any(m => m.CommitteeId == c.Id && m.Id == member), ct);

    private IQueryable<CommitteeRow> CommitteeOf(AgendaItemRow item) =>
        from meeting in db.Set<CommitteeMeetingRow>()
        join committee in db.Set<CommitteeRow>() on meeting.CommitteeId equals committee.Id
        where meeting.Id == item.MeetingId
        select committee;
}
