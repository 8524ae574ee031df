using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What an offer's link shows: the time that is held, the one the citizen has, and until when to answer. No name, no
/// number.
/// </summary>
public sealed record OpenOffer(string Link, DateOnly Birthday) : IQuery<OfferView>;

public sealed record OfferView(DateTimeOffset At, DateTimeOffset Now, DateTimeOffset EndsAt, CitizenId Citizen)
    : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => [Citizen];
}

[Requires("casework.link.use", Purpose = "Du brugte dit personlige link")]
internal sealed class OpenOfferHandler(VirkerContext db, TimeProvider clock) : IUseCase<OpenOffer, OfferView>
{
    public async Task<Outcome<OfferView>> RunAsync(OpenOffer query, CancellationToken ct = default)
    {
        var found = await OfferLinks.FindAsync(db, query.Link, query.Birthday, clock.GetUtcNow(), ct);
        return found.IsRefused
            ? found.Refusal
            : new OfferView(
                found.Value.Offer.At,
                found.Value.Meeting.At,
                found.Value.Offer.EndsAt,
                found.Value.Offer.CitizenId
            );
    }
}

/// <summary>The citizen takes the earlier time or says no; either way the offer is over.</summary>
public sealed record AnswerOffer(string Link, DateOnly Birthday, bool Accept) : ICommand<OfferAnswered>;

/// <summary><paramref name="At"/>: when the conversation is now.</summary>
public sealed record OfferAnswered(bool Accepted, DateTimeOffset At);

[Requires("casework.link.use", Purpose = "Du brugte dit personlige link")]
internal sealed class AnswerOfferHandler(VirkerContext db, Bookings bookings, Messages messages, TimeProvider clock)
    : IUseCase<AnswerOffer, OfferAnswered>
{
    public async Task<Outcome<OfferAnswered>> RunAsync(AnswerOffer command, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var found = await OfferLinks.FindAsync(db, command.Link, command.Birthday, now, ct);
        if (found.IsRefused) return found.Refusal;
        var (offer, meeting) = (found.Value.Offer, found.Value.Meeting);
        (offer.State, offer.AnsweredAt, offer.LinkIndex) = (
            command.Accept ? OfferState.Accepted : OfferState.Declined,
            now,
            null
        );
        await db.SaveChangesAsync(ct);
        if (!command.Accept)
            return new OfferAnswered(false, meeting.At);
        if (await bookings.MoveAsync(meeting, offer.At, meeting.InterpreterId is null, ct) is { } refusal)
            return refusal;
        var waiting = await db.Set<WaitingRow>().FirstAsync(w => w.Id == offer.WaitingId, ct);
        (waiting.LeftAt, waiting.LeftWhy) = (now, "Fik en tidligere tid");
        await messages.WithdrawAsync(meeting.Id, ct);
        await messages.TellAsync(
            new(
                Party.Of(meeting.CitizenId),
                MessageKind.Confirmation,
                null,
                MessageTexts.Booked(meeting, await messages.SenderAsync(meeting, ct))
            )
            {
                About = meeting.Id.Value,
            },
            ct
        );
        return new OfferAnswered(true, meeting.At);
    }
}

internal sealed record FoundOffer(SlotOfferRow Offer, MeetingRow Meeting);

internal static class OfferLinks
{
    private static readonly Refusal Over = new(
        "offer.over",
        "Tilbuddet gælder ikke længere. Du beholder den tid, du har."
    );

    public static async Task<Outcome<FoundOffer>> FindAsync(
        VirkerContext db,
        string link,
        DateOnly birthday,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var index = PersonalLinks.IndexOf(link);
        var offer = await db.Set<SlotOfferRow>()
            .FirstOrDefaultAsync(o => o.LinkIndex == index && o.State == OfferState.Offered && o.EndsAt > now, ct);
        if (offer is null)
            return Over;
        if (!await db.Set<CitizenRow>().AnyAsync(c => c.Id == offer.CitizenId && c.Born == birthday, ct))
            return BookingLinks.Wrong;
        var meeting = await (
            from w in db.Set<WaitingRow>()
            where w.Id == offer.WaitingId
            join m in db.Set<MeetingRow>() on w.MeetingId equals m.Id
            where m.Status == MeetingStatus.Planned
            select m
        ).FirstOrDefaultAsync(ct);
        return meeting is null ? Over : new FoundOffer(offer, meeting);
    }
}
