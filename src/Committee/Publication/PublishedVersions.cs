using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Keeps a version of what is out beside those before it, and tells of it.</summary>
[Part]
internal sealed class PublishedVersions(VirkerContext db, IEvents events, TimeProvider clock)
{
    public async Task<Outcome<Published>> KeepAsync(
        CommitteeMeetingRow meeting,
        PublishedMeeting content,
        PublicationKind kind,
        string? correction,
        CancellationToken ct
    )
    {
        var before = await db.Set<PublicationRow>().Where(p => p.MeetingId == meeting.Id).ToListAsync(ct);
        var number = before.Count(p => p.Kind == kind) + 1;
        if (Decide(number, correction) is { } refusal) return refusal;
        foreach (var old in before) old.IsCurrent = false;
        meeting.AgendaOut = true;
        var publication = RowOf(meeting, content, kind, number, number == 1 ? null : correction!.Trim());
        db.Add(publication);
        db.AddRange(
            content
                .Items.SelectMany(i => i.Attachments)
                .Where(a => a.Frozen is not null)
                .Select(a => new PublishedAttachmentRow
                {
                    PublicationId = publication.Id,
                    AttachmentId = a.Id,
                    FrozenId = a.Frozen!.Value,
                })
        );
        await db.SaveChangesAsync(ct);
        events.Publish(new PapersPublished(meeting.Id, kind, number, [.. content.Items.Select(i => i.Id)]));
        return new Published(number);
    }

    private PublicationRow RowOf(
        CommitteeMeetingRow meeting,
        PublishedMeeting content,
        PublicationKind kind,
        int number,
        string? correction
    )
    {
        var json = JsonSerializer.Serialize(content);
        return new PublicationRow
        {
            Id = Guid.NewGuid(),
            MeetingId = meeting.Id,
            CommitteeId = meeting.CommitteeId,
            Kind = kind,
            Number = number,
            PublishedAt = clock.GetUtcNow(),
            Correction = correction,
            Content = json,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
            ItemIds = string.Join(' ', content.Items.Select(i => i.Id)),
            HeldOn = meeting.HeldOn,
            IsCurrent = true,
        };
    }

    internal static Refusal? Decide(int number, string? correction) =>
        number > 1 && string.IsNullOrWhiteSpace(correction)
            ? new Refusal(
                "publish.no-correction",
                "Skriv, hvad der er rettet, siden det sidst blev offentliggjort. Det står på den offentlige side.",
                Field: nameof(PublishAgenda.Correction)
            )
            : null;
}
