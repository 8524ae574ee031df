using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Open or close an item for the public.</summary>
public sealed record SetItemOpenness(AgendaItemId Item, bool IsOpen) : ICommand;

/// <summary>Open or close one attachment of an item.</summary>
public sealed record SetAttachmentOpenness(AttachmentId Attachment, bool IsOpen) : ICommand;

/// <summary>Say that a member may not take part in an item (inhabil), or may after all: a closed item is then hidden from them.</summary>
public sealed record ExcludeMember(AgendaItemId Item, CommitteeMemberId Member, bool IsExcluded) : ICommand;

[Requires("committee.agenda.edit")]
internal sealed class SetItemOpennessHandler(VirkerContext db, Openness openness) : IUseCase<SetItemOpenness, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetItemOpenness command, CancellationToken ct = default)
    {
        var item = await openness.OfAsync(command.Item, ct);
        if (item.IsRefused) return item.Refusal;
        item.Value.IsOpen = command.IsOpen;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

[Requires("committee.agenda.edit")]
internal sealed class SetAttachmentOpennessHandler(VirkerContext db, Openness openness) : IUseCase<SetAttachmentOpenness, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetAttachmentOpenness command, CancellationToken ct = default)
    {
        var attachment = await db.Set<AttachmentRow>().SingleOrDefaultAsync(a => a.Id == command.Attachment, ct);
        if (attachment is null) return Missing.Attachment;
        var item = await openness.OfAsync(attachment.ItemId, ct);
        if (item.IsRefused) return item.Refusal;
        attachment.IsOpen = command.IsOpen;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

[Requires("committee.agenda.edit")]
internal sealed class ExcludeMemberHandler(VirkerContext db, Openness openness) : IUseCase<ExcludeMember, Done>
{
    public async Task<Outcome<Done>> RunAsync(ExcludeMember command, CancellationToken ct = default)
    {
        var item = await openness.OfAsync(command.Item, ct);
        if (item.IsRefused) return item.Refusal;
        if (!await db.Set<CommitteeMemberRow>().AnyAsync(m => m.Id == command.Member, ct)) return new Refusal("committee-member.not-found", "Medlemmet findes ikke.");
        var row = await db.Set<ItemExclusionRow>().SingleOrDefaultAsync(e => e.ItemId == command.Item && e.MemberId == command.Member, ct);
        if (command.IsExcluded && row is null) db.Add(new ItemExclusionRow { ItemId = command.Item, MemberId = command.Member });
        if (!command.IsExcluded && row is not null) db.Remove(row);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>An item whose openness may be changed: while the agenda is made, and while the minutes are written.</summary>
internal sealed class Openness(VirkerContext db, MeetingDesk desk)
{
    public async Task<Outcome<AgendaItemRow>> OfAsync(AgendaItemId id, CancellationToken ct)
    {
        var state = await (from item in db.Set<AgendaItemRow>()
                           join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
                           where item.Id == id
                           select (MeetingState?)meeting.State).SingleOrDefaultAsync(ct);
        var at = await desk.ItemAsync(id, state == MeetingState.Held ? MeetingStep.Record : MeetingStep.ChangeAgenda, ct);
        return at.IsRefused ? at.Refusal : at.Value.Item;
    }
}
