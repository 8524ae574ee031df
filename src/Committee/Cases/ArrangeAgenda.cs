using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Move an item one place up or down on an agenda that is not yet out.</summary>
public sealed record MoveItem(AgendaItemId Item, bool Up) : ICommand<Done>;

/// <summary>
/// Take an item off an agenda that is not yet out. Once it is out, an item can only be withdrawn by the meeting's
/// decision.
/// </summary>
public sealed record RemoveItem(AgendaItemId Item) : ICommand<Done>;

[Requires("committee.agenda.edit")]
internal sealed class MoveItemHandler(VirkerContext db, DraftedAgenda draft) : IUseCase<MoveItem, Done>
{
    public async Task<Outcome<Done>> RunAsync(MoveItem command, CancellationToken ct = default)
    {
        var found = await draft.OfAsync(command.Item, ct);
        if (found.IsRefused) return found.Refusal;
        var items = found.Value;
        var from = items.FindIndex(i => i.Id == command.Item);
        var to = command.Up ? from - 1 : from + 1;
        if (to < 0 || to >= items.Count) return Done.It;
        (items[from], items[to]) = (items[to], items[from]);
        Agenda.Place(items, MeetingState.AgendaDrafted);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

[Requires("committee.agenda.edit")]
internal sealed class RemoveItemHandler(VirkerContext db, DraftedAgenda draft) : IUseCase<RemoveItem, Done>
{
    public async Task<Outcome<Done>> RunAsync(RemoveItem command, CancellationToken ct = default)
    {
        var found = await draft.OfAsync(command.Item, ct);
        if (found.IsRefused) return found.Refusal;
        var items = found.Value;
        var item = items.Single(i => i.Id == command.Item);
        await ClearAsync(item.Id, ct);
        db.Remove(item);
        items.Remove(item);
        if (items.Count > 0) Agenda.Place(items, MeetingState.AgendaDrafted);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    private async Task ClearAsync(AgendaItemId item, CancellationToken ct)
    {
        var decisions = await db.Set<DecisionRow>().Where(d => d.ItemId == item).ToListAsync(ct);
        var ids = decisions.Select(d => d.Id).ToList();
        db.RemoveRange(await db.Set<DecisionAbsenceRow>().Where(a => ids.Contains(a.DecisionId)).ToListAsync(ct));
        db.RemoveRange(decisions);
        db.RemoveRange(await db.Set<ItemSectionRow>().Where(r => r.ItemId == item).ToListAsync(ct));
        db.RemoveRange(await db.Set<RecommendationPointRow>().Where(r => r.ItemId == item).ToListAsync(ct));
        db.RemoveRange(await db.Set<ItemTableRow>().Where(r => r.ItemId == item).ToListAsync(ct));
        db.RemoveRange(await db.Set<AttachmentRow>().Where(r => r.ItemId == item).ToListAsync(ct));
        db.RemoveRange(await db.Set<ItemExclusionRow>().Where(r => r.ItemId == item).ToListAsync(ct));
        db.RemoveRange(await db.Set<FollowUpOnAgendaRow>().Where(r => r.ItemId == item).ToListAsync(ct));
    }
}

/// <summary>The items of an agenda that may still be rearranged.</summary>
[Part]
internal sealed class DraftedAgenda(VirkerContext db, MeetingDesk desk)
{
    public async Task<Outcome<List<AgendaItemRow>>> OfAsync(AgendaItemId item, CancellationToken ct)
    {
        var at = await desk.ItemAsync(item, MeetingStep.ChangeAgenda, ct);
        if (at.IsRefused) return at.Refusal;
        if (at.Value.Meeting.State != MeetingState.AgendaDrafted)
            return new Refusal(
                "agenda.already-out",
                "Dagsordenen er offentliggjort, så punkternes numre ligger fast. Et punkt kan udgå eller flyttes ved mødets beslutning."
            );
        return await db.Set<AgendaItemRow>()
            .Where(i => i.MeetingId == at.Value.Meeting.Id)
            .OrderBy(i => i.Position)
            .ToListAsync(ct);
    }
}
