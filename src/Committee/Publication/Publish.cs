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
    OpenProjection projection,
    PublishGate gate,
    PublicPapers papers,
    PublishedVersions versions
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
        return await versions.KeepAsync(meeting, content, kind, correction, ct);
    }

    /// <summary>
    /// What is out stays as it is; it only says that the meeting is cancelled. Nothing that has been written since
    /// comes out by that.
    /// </summary>
    public async Task<Outcome<Done>> TellCancelledAsync(CommitteeMeetingRow meeting, CancellationToken ct)
    {
        if (await papers.OfAsync(meeting.Id, ct) is not { } record) return Done.It;
        var content = record.Meeting with { Cancelled = meeting.CancelledBecause };
        var told = await versions.KeepAsync(meeting, content, record.Kind, "Mødet er aflyst.", ct);
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
}
