using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>What a clerk or a member begins the day with.</summary>
public sealed record ReadCommitteeStart : IQuery<CommitteeStart>;

/// <summary>The next meeting, the meetings that wait for work, and the follow-ups that are due.</summary>
public sealed record CommitteeStart(
    MeetingLine? Next,
    IReadOnlyList<MeetingLine> Waiting,
    IReadOnlyList<FollowUpLine> Due,
    int OpenFollowUps,
    int Suggested,
    DateOnly Today
);

[Requires("committee.papers.read")]
internal sealed class ReadCommitteeStartHandler(
    IUseCase<ListMeetings, MeetingList> meetings,
    IUseCase<ListFollowUps, FollowUpRegister> followUps,
    VirkerContext db,
    TimeProvider clock
) : IUseCase<ReadCommitteeStart, CommitteeStart>
{
    private const int SoonDays = 30;

    public async Task<Outcome<CommitteeStart>> RunAsync(ReadCommitteeStart query, CancellationToken ct = default)
    {
        var list = await meetings.RunAsync(new ListMeetings(), ct);
        if (list.IsRefused) return list.Refusal;
        var register = await followUps.RunAsync(new ListFollowUps(), ct);
        if (register.IsRefused) return register.Refusal;
        var (today, own) = (clock.Today(), list.Value.Meetings.Where(m => !m.IsRead).ToList());
        var unpublished = await db.Set<PublicationRow>()
            .Where(p => p.IsCurrent && p.Kind == PublicationKind.Minutes)
            .Select(p => p.MeetingId)
            .ToListAsync(ct);
        var open = register.Value.Lines.Where(l => l.State == FollowUpState.Open).ToList();
        return new CommitteeStart(
            own.Where(m => m.HeldOn >= today && m.State is not (MeetingState.Cancelled or MeetingState.MinutesApproved))
                .MinBy(m => m.HeldOn),
            [
                .. own.Where(m =>
                    m.State is MeetingState.AgendaDrafted or MeetingState.Held
                    || (m.State == MeetingState.MinutesApproved && !unpublished.Contains(m.Id))
                ),
            ],
            [.. open.Where(l => l.Due is { } due && due <= today.AddDays(SoonDays))],
            open.Count,
            register.Value.Lines.Count(l => l.State == FollowUpState.Suggested),
            today
        );
    }
}
