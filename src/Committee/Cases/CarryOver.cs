using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Puts a postponed item on a later agenda with its text, attachments and the decisions taken so far: an item has as
/// many dated decisions as it took to decide it.
/// </summary>
[Part]
internal sealed class CarryOver(VirkerContext db)
{
    public async Task ToAsync(CommitteeMeetingRow meeting, int position, AgendaItemId postponed, CancellationToken ct)
    {
        var from = await db.Set<AgendaItemRow>().AsNoTracking().SingleAsync(i => i.Id == postponed, ct);
        var item = AgendaItemRow.On(meeting, position, from.CaseId, from.Title);
        (item.Type, item.IsOpen, item.Competence, item.RecommendedBy, item.CarriedFrom) = (
            from.Type,
            from.IsOpen,
            from.Competence,
            from.RecommendedBy,
            from.Id
        );
        db.Add(item);
        await CopyTextAsync(from.Id, item.Id, ct);
        await CopyDecisionsAsync(from.Id, item.Id, ct);
    }

    private async Task CopyTextAsync(AgendaItemId from, AgendaItemId to, CancellationToken ct)
    {
        foreach (var s in await db.Set<ItemSectionRow>().AsNoTracking().Where(s => s.ItemId == from).ToListAsync(ct))
            db.Add(new ItemSectionRow { ItemId = to, Position = s.Position, Key = s.Key, Heading = s.Heading, Text = s.Text });
        foreach (var p in await db.Set<RecommendationPointRow>().AsNoTracking().Where(p => p.ItemId == from).ToListAsync(ct))
            db.Add(new RecommendationPointRow { ItemId = to, Number = p.Number, Text = p.Text });
        foreach (var t in await db.Set<ItemTableRow>().AsNoTracking().Where(t => t.ItemId == from).ToListAsync(ct))
            db.Add(
                new ItemTableRow
                {
                    ItemId = to,
                    Position = t.Position,
                    Caption = t.Caption,
                    Columns = t.Columns,
                    Rows = t.Rows,
                    SectionHeading = t.SectionHeading,
                    AfterParagraphs = t.AfterParagraphs,
                }
            );
        foreach (var a in await db.Set<AttachmentRow>().AsNoTracking().Where(a => a.ItemId == from).ToListAsync(ct))
        {
            db.Add(new AttachmentRow
            {
                Id = NewId.Of<AttachmentId>(),
                ItemId = to,
                Number = a.Number,
                Letter = a.Letter,
                DocumentNumber = a.DocumentNumber,
                Title = a.Title,
                IsOpen = a.IsOpen,
                FrozenId = a.FrozenId,
            });
        }

        foreach (var e in await db.Set<ItemExclusionRow>().AsNoTracking().Where(e => e.ItemId == from).ToListAsync(ct))
            db.Add(new ItemExclusionRow { ItemId = to, MemberId = e.MemberId });
    }

    private async Task CopyDecisionsAsync(AgendaItemId from, AgendaItemId to, CancellationToken ct)
    {
        foreach (
            var decision in await db.Set<DecisionRow>().AsNoTracking().Where(d => d.ItemId == from).ToListAsync(ct)
        )
        {
            var copy = new DecisionRow
            {
                Id = Guid.NewGuid(),
                ItemId = to,
                Position = decision.Position,
                DecidedOn = decision.DecidedOn,
                Body = decision.Body,
                Kind = decision.Kind,
                Text = decision.Text,
            };
            db.Add(copy);
            foreach (
                var a in await db.Set<DecisionAbsenceRow>()
                    .AsNoTracking()
                    .Where(a => a.DecisionId == decision.Id)
                    .ToListAsync(ct)
            )
                db.Add(
                    new DecisionAbsenceRow
                    {
                        DecisionId = copy.Id,
                        Position = a.Position,
                        Name = a.Name,
                        Party = a.Party,
                    }
                );
        }
    }
}
