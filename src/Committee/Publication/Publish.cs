using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Publish a meeting's agenda. Published again after a change, it is a new version; <paramref name="Correction"/> says
/// what changed.
/// </summary>
public sealed record PublishAgenda(CommitteeMeetingId Meeting, string? Correction = null) : ICommand<Published>;

/// <summary>Publish a meeting's approved minutes.</summary>
public sealed record PublishMinutes(CommitteeMeetingId Meeting, string? Correction = null) : ICommand<Published>;

/// <summary>Which version of the agenda or the minutes is now out.</summary>
public sealed record Published(int Number);

[Requires("committee.agenda.publish")]
internal sealed class PublishAgendaHandler(MeetingDesk desk, Press press) : IUseCase<PublishAgenda, Published>
{
    public async Task<Outcome<Published>> RunAsync(PublishAgenda command, CancellationToken ct = default)
    {
        var meeting = await desk.StepAsync(command.Meeting, MeetingStep.PublishAgenda, ct);
        return meeting.IsRefused
            ? meeting.Refusal
            : await press.PublishAsync(meeting.Value, PublicationKind.Agenda, command.Correction, ct);
    }
}

[Requires("committee.minutes.publish")]
internal sealed class PublishMinutesHandler(MeetingDesk desk, Press press) : IUseCase<PublishMinutes, Published>
{
    public async Task<Outcome<Published>> RunAsync(PublishMinutes command, CancellationToken ct = default)
    {
        var meeting = await desk.StepAsync(command.Meeting, MeetingStep.PublishMinutes, ct);
        return meeting.IsRefused
            ? meeting.Refusal
            : await press.PublishAsync(meeting.Value, PublicationKind.Minutes, command.Correction, ct);
    }
}

/// <summary>Keeps what is given to the public, once the gate lets it through.</summary>
[Part]
internal sealed class Press(
    VirkerContext db,
    OpenProjection projection,
    PublishGate gate,
    PublicPapers papers,
    TimeProvider clock
)
{
    public async Task<Outcome<Published>> PublishAsync(
        CommitteeMeetingRow meeting,
        PublicationKind kind,
        string? correction,
        CancellationToken ct
    )
    {
        var content = WithClosed(
            await projection.OfAsync(meeting, kind, ct),
            (await papers.OfAsync(meeting.Id, ct))?.Meeting
        );
        if (await gate.StopAsync(content, ct) is { } stop)
            return stop;
        return await KeepAsync(meeting, content, kind, correction, ct);
    }

    /// <summary>
    /// What is out stays as it is; it only says that the meeting is cancelled. Nothing that has been written since
    /// comes out by that.
    /// </summary>
    public async Task<Outcome<Done>> TellCancelledAsync(CommitteeMeetingRow meeting, CancellationToken ct)
    {
        if (await papers.OfAsync(meeting.Id, ct) is not { } record) return Done.It;
        var content = record.Meeting with { Cancelled = meeting.CancelledBecause };
        var told = await KeepAsync(meeting, content, record.Kind, "Mødet er aflyst.", ct);
        return told.IsRefused ? told.Refusal : Done.It;
    }

    /// <summary>What has been out and is closed leaves its mark, from version to version.</summary>
    private static PublishedMeeting WithClosed(PublishedMeeting content, PublishedMeeting? before)
    {
        if (before is null) return content;
        var shut = before.Items.ToDictionary(i => i.Id, i => i.ClosedAttachments);
        return content with
        {
            Closed = [.. before.Closed.Where(c => content.Items.All(i => i.Id != c.Id))],
            Items =
            [
                .. content.Items.Select(i =>
                    i with
                    {
                        ClosedAttachments =
                        [
                            .. shut.GetValueOrDefault(i.Id, []).Where(n => i.Attachments.All(a => a.Number != n)),
                        ],
                    }
                ),
            ],
        };
    }

    private async Task<Outcome<Published>> KeepAsync(
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
        var json = JsonSerializer.Serialize(content);
        var publication = new PublicationRow
        {
            Id = Guid.NewGuid(),
            MeetingId = meeting.Id,
            CommitteeId = meeting.CommitteeId,
            Kind = kind,
            Number = number,
            PublishedAt = clock.GetUtcNow(),
            Correction = number == 1 ? null : correction!.Trim(),
            Content = json,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
            ItemIds = string.Join(' ', content.Items.Select(i => i.Id)),
            HeldOn = meeting.HeldOn,
            IsCurrent = true,
        };
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
        return new Published(number);
    }

    internal static Refusal? Decide(int number, string? correction) =>
        number > 1 && string.IsNullOrWhiteSpace(correction)
            ? new Refusal(
                "publish.no-correction",
                "Skriv, hvad der er rettet, siden det sidst blev offentliggjort. Det står på den offentlige side.",
                Field: "Correction"
            )
            : null;
}
