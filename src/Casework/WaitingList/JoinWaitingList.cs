using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The citizen would rather have this conversation earlier, or (<paramref name="Leave"/>) no longer would.
/// </summary>
public sealed record JoinWaitingList(CitizenId Citizen, MeetingId Meeting, bool Leave = false)
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.meeting.book", Purpose = "Aftale om en samtale")]
internal sealed class JoinWaitingListHandler(WaitingList list) : IUseCase<JoinWaitingList, Done>
{
    public async Task<Outcome<Done>> RunAsync(JoinWaitingList command, CancellationToken ct = default) =>
        await (
            command.Leave
                ? list.LeaveAsync(command.Citizen, command.Meeting, "Borgeren vil ikke vente længere", ct)
                : list.JoinAsync(command.Citizen, command.Meeting, byCitizen: false, ct)
        );
}

/// <summary>The same by the citizen's personal link, for the conversation that it has booked.</summary>
public sealed record JoinByLink(string Link, DateOnly Birthday, bool Leave = false) : ICommand<Done>;

[Requires("casework.link.use", Purpose = "Du brugte dit personlige link")]
internal sealed class JoinByLinkHandler(VirkerContext db, WaitingList list, TimeProvider clock)
    : IUseCase<JoinByLink, Done>
{
    public async Task<Outcome<Done>> RunAsync(JoinByLink command, CancellationToken ct = default)
    {
        var found = await BookingLinks.FindAsync(db, command.Link, command.Birthday, clock.Today(), ct);
        if (found.IsRefused)
            return found.Refusal;
        if (found.Value.MeetingId is not { } meeting)
            return WaitingList.NotPlanned;
        return await (
            command.Leave
                ? list.LeaveAsync(found.Value.CitizenId, meeting, "Borgeren vil ikke vente længere", ct)
                : list.JoinAsync(found.Value.CitizenId, meeting, byCitizen: true, ct)
        );
    }
}

/// <summary>Who waits, in the order that they asked.</summary>
[Part]
internal sealed class WaitingList(VirkerContext db, TimeProvider clock)
{
    public static readonly Refusal NotPlanned = new(
        "waiting.not-planned",
        "Der er ikke aftalt en samtale, som kan rykkes frem."
    );

    public async Task<Outcome<Done>> JoinAsync(
        CitizenId citizen,
        MeetingId meeting,
        bool byCitizen,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (
            !await db.Set<MeetingRow>()
                .AnyAsync(
                    m =>
                        m.Id == meeting
                        && m.CitizenId == citizen
                        && m.Status == MeetingStatus.Planned
                        && m.At > now
                        && m.WorkerId != null,
                    ct
                )
        )
            return NotPlanned;
        if (await db.Set<WaitingRow>().AnyAsync(w => w.MeetingId == meeting && w.LeftAt == null, ct))
            return Done.It;
        db.Add(
            new WaitingRow
            {
                Id = Guid.NewGuid(),
                CitizenId = citizen,
                MeetingId = meeting,
                JoinedAt = now,
                ByCitizen = byCitizen,
            }
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<Outcome<Done>> LeaveAsync(CitizenId citizen, MeetingId meeting, string why, CancellationToken ct)
    {
        if (
            await db.Set<WaitingRow>()
                .FirstOrDefaultAsync(w => w.MeetingId == meeting && w.CitizenId == citizen && w.LeftAt == null, ct)
            is not { } row
        )
            return Done.It;
        (row.LeftAt, row.LeftWhy) = (clock.GetUtcNow(), why);
        foreach (
            var offer in await db.Set<SlotOfferRow>()
                .Where(o => o.WaitingId == row.Id && o.State == OfferState.Offered)
                .ToListAsync(ct)
        )
            (offer.State, offer.LinkIndex, offer.AnsweredAt) = (OfferState.Declined, null, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
