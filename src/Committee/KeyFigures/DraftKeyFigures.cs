using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>
/// Draft the monthly item on key figures: the plan's measures are frozen as of a day, the annex becomes a numbered
/// attachment that never changes, and the case text is begun for the clerk to edit. Drafted again, the attachment shows
/// the newer annex.
/// </summary>
public sealed record DraftKeyFigures(AgendaItemId Item, DateOnly AsOf) : ICommand<KeyFiguresDrafted>;

/// <summary>The attachment that holds the frozen annex.</summary>
public sealed record KeyFiguresDrafted(AttachmentId Attachment);

[Requires("committee.agenda.edit")]
internal sealed class DraftKeyFiguresHandler(
    VirkerContext db,
    MeetingDesk desk,
    IUseCase<FreezeKeyFigures, KeyFigureAnnex> freeze,
    CurrentMunicipality municipality
) : IUseCase<DraftKeyFigures, KeyFiguresDrafted>
{
    public async Task<Outcome<KeyFiguresDrafted>> RunAsync(DraftKeyFigures command, CancellationToken ct = default)
    {
        var at = await desk.ItemAsync(command.Item, MeetingStep.ChangeAgenda, ct);
        if (at.IsRefused) return at.Refusal;
        var item = at.Value.Item;
        if (item.Standing != StandingItem.KeyFigures.Code)
            return new Refusal("key-figures.other-item", "Nøgletal hører til punktet med den månedlige orientering.");
        var annex = await freeze.RunAsync(new FreezeKeyFigures(command.AsOf), ct);
        if (annex.IsRefused) return annex.Refusal;
        var frozen = Freeze(AnnexDocument.Of(annex.Value, municipality.Value.Name), annex.Value);
        db.Add(frozen);
        var attachment = await AttachAsync(item.Id, frozen, ct);
        await WriteTextAsync(at.Value, annex.Value, ct);
        item.RecommendedBy ??= "Arbejdsmarkedschefen";
        db.Touch(item);
        await db.SaveChangesAsync(ct);
        return new KeyFiguresDrafted(attachment);
    }

    private static FrozenDocumentRow Freeze(Document document, KeyFigureAnnex annex)
    {
        var (model, pdf) = (document.ToJson(), document.ToPdf());
        return new FrozenDocumentRow
        {
            Id = NewId.Of<FrozenDocumentId>(),
            Title = document.Title,
            AsOf = annex.AsOf,
            FrozenAt = annex.FrozenAt,
            Model = model,
            Pdf = pdf,
            Hash = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(model), .. pdf])),
        };
    }

    private async Task<AttachmentId> AttachAsync(AgendaItemId item, FrozenDocumentRow frozen, CancellationToken ct)
    {
        var attachments = await db.Set<AttachmentRow>()
            .Where(a => a.ItemId == item)
            .OrderBy(a => a.Number)
            .ToListAsync(ct);
        var row = attachments.Find(a => a.FrozenId is not null);
        if (row is null)
            db.Add(
                row = new AttachmentRow
                {
                    Id = NewId.Of<AttachmentId>(),
                    ItemId = item,
                    Number = attachments.Count + 1,
                }
            );
        (row.Title, row.FrozenId) = (frozen.Title, frozen.Id);
        return row.Id;
    }

    private async Task WriteTextAsync(ItemAtHand at, KeyFigureAnnex annex, CancellationToken ct)
    {
        var committee = await desk.CommitteeAsync(at.Meeting.CommitteeId, ct);
        var template = CaseTemplate.ById(committee.Template);
        db.Replace(
            await db.Set<ItemSectionRow>().Where(s => s.ItemId == at.Item.Id).ToListAsync(ct),
            [.. Sections(at.Item.Id, template, AnnexWords.CaseText(annex, committee.Name))],
            s => s.Position
        );
        var table = AnnexWords.Overview(annex);
        db.Replace(
            await db.Set<ItemTableRow>().Where(t => t.ItemId == at.Item.Id).ToListAsync(ct),
            [
                new ItemTableRow
                {
                    ItemId = at.Item.Id,
                    Position = 1,
                    Caption = table.Caption,
                    Columns = JsonSerializer.Serialize(table.Columns),
                    Rows = JsonSerializer.Serialize(table.Rows),
                },
            ],
            t => t.Position
        );
    }

    private static IEnumerable<ItemSectionRow> Sections(
        AgendaItemId item,
        CaseTemplate template,
        IReadOnlyDictionary<string, string> texts
    ) =>
        template
            .Sections.Where(s => texts.ContainsKey(s.Key))
            .Select((s, i) => new ItemSectionRow
            {
                ItemId = item,
                Position = i + 1,
                Key = s.Key,
                Heading = s.Heading,
                Text = texts[s.Key],
            });
}
