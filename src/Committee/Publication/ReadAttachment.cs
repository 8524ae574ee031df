using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>An attachment's frozen document, as far as the public has it and it is still open.</summary>
public sealed record ReadPublishedAttachment(AttachmentId Attachment) : IQuery<FrozenDocument>;

/// <summary>An attachment's frozen document, for those who may read the item's papers.</summary>
public sealed record ReadAttachment(AttachmentId Attachment) : IQuery<FrozenDocument>;

/// <summary>A document as it was frozen. <paramref name="Pdf"/> are the bytes that were made that day.</summary>
public sealed record FrozenDocument(
    string Title,
    DateOnly AsOf,
    DateTimeOffset FrozenAt,
    Document Document,
    byte[] Pdf,
    string Hash
);

[Requires("committee.published.read")]
internal sealed class ReadPublishedAttachmentHandler(VirkerContext db)
    : IUseCase<ReadPublishedAttachment, FrozenDocument>
{
    public async Task<Outcome<FrozenDocument>> RunAsync(ReadPublishedAttachment query, CancellationToken ct = default)
    {
        var frozen = await (
            from published in db.Set<PublishedAttachmentRow>()
            join publication in db.Set<PublicationRow>() on published.PublicationId equals publication.Id
            join document in db.Set<FrozenDocumentRow>() on published.FrozenId equals document.Id
            join attachment in db.Set<AttachmentRow>() on published.AttachmentId equals attachment.Id
            join item in db.Set<AgendaItemRow>() on attachment.ItemId equals item.Id
            where
                published.AttachmentId == query.Attachment && publication.IsCurrent && attachment.IsOpen && item.IsOpen
            select document
        )
            .FirstOrDefaultAsync(ct);
        return frozen is null ? Missing.Attachment : Frozen.Of(frozen);
    }
}

[Requires("committee.papers.read")]
internal sealed class ReadAttachmentHandler(VirkerContext db, Disclosures disclosures)
    : IUseCase<ReadAttachment, FrozenDocument>
{
    public async Task<Outcome<FrozenDocument>> RunAsync(ReadAttachment query, CancellationToken ct = default)
    {
        var found = await (from attachment in db.Set<AttachmentRow>()
                           join item in db.Set<AgendaItemRow>() on attachment.ItemId equals item.Id
                           join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
                           join document in db.Set<FrozenDocumentRow>() on attachment.FrozenId equals document.Id
                           where attachment.Id == query.Attachment
                           select new { attachment, item, meeting, document }).SingleOrDefaultAsync(ct);
        if (found is null) return Missing.Attachment;
        var rights = await disclosures.ToReaderAsync(found.meeting.CommitteeId, ct);
        if (!rights.Meeting(found.meeting) || !rights.Item(found.item.Id, found.item.IsOpen && found.attachment.IsOpen))
            return Missing.Attachment;
        return Frozen.Of(found.document);
    }
}

internal static class Frozen
{
    public static FrozenDocument Of(FrozenDocumentRow row) =>
        new(row.Title, row.AsOf, row.FrozenAt, Document.FromJson(row.Model), row.Pdf, row.Hash);
}
