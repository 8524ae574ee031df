using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The citizen is on the phone or at the desk now, and nothing was booked: a conversation that begins at once.
/// </summary>
public sealed record BeginConversation(CitizenId Citizen, MeetingChannel Channel)
    : ICommand<MeetingBooked>,
        IAboutCitizen;

[Requires("casework.conversation.hold")]
internal sealed class BeginConversationHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<BeginConversation, MeetingBooked>
{
    private const int Minutes = 30;

    public async Task<Outcome<MeetingBooked>> RunAsync(BeginConversation command, CancellationToken ct = default)
    {
        if (!await db.Set<CitizenRow>().AnyAsync(c => c.Id == command.Citizen, ct))
            return CitizenRefusals.NotFound;
        var benefit = await db.BenefitOnAsync(command.Citizen, clock.Today(), ct);
        var meeting = new MeetingRow
        {
            Id = NewId.Of<MeetingId>(),
            CitizenId = command.Citizen,
            WorkerId = actor.Value.User,
            At = clock.GetUtcNow(),
            Minutes = Minutes,
            Kind = MeetingKind.For(benefit),
            Channel = command.Channel,
            Status = MeetingStatus.Begun,
        };
        db.Add(meeting);
        await db.SaveChangesAsync(ct);
        return new MeetingBooked(meeting.Id, command.Citizen, meeting.At);
    }
}

/// <summary>
/// Leave a conversation that was begun without having been planned: nothing stays of it, also no draft.
/// </summary>
public sealed record LeaveConversation(CitizenId Citizen, MeetingId Meeting) : ICommand<Done>, IAboutCitizen;

[Requires("casework.conversation.hold")]
internal sealed class LeaveConversationHandler(VirkerContext db) : IUseCase<LeaveConversation, Done>
{
    public async Task<Outcome<Done>> RunAsync(LeaveConversation command, CancellationToken ct = default)
    {
        var meeting = await db.Set<MeetingRow>()
            .FirstOrDefaultAsync(m => m.Id == command.Meeting && m.CitizenId == command.Citizen, ct);
        if (meeting is null)
            return Refusal.NotFound("meeting.not-found", "Samtalen findes ikke.");
        if (meeting.Status != MeetingStatus.Begun)
            return new Refusal(
                "meeting.wrong-state",
                "Kun en samtale, der ikke var aftalt, kan forlades. Aflys en aftalt."
            );
        await db.Set<DraftRow>().Where(d => d.MeetingId == meeting.Id).ExecuteDeleteAsync(ct);
        db.Remove(meeting);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
