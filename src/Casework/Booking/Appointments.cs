using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A conversation as it stands after it was booked or moved: when, how, where and with whom, and what became of telling
/// the citizen.
/// </summary>
public sealed record MeetingBooked(MeetingId Id, CitizenId Citizen, DateTimeOffset At)
{
    public string? Worker { get; init; }

    /// <summary>Null where nobody asks: a conversation that was begun at once.</summary>
    public MeetingChannel? Channel { get; init; }

    public string? Room { get; init; }

    public PartyTold Told { get; init; } = PartyTold.Nothing;

    /// <summary>
    /// The municipality's shortest notice in days, where this is shorter and the citizen is called up to it.
    /// </summary>
    public int? ShorterThan { get; init; }

    /// <summary>Others that are planned with the citizen already.</summary>
    public int OthersPlanned { get; init; }
}

/// <summary>
/// The one way to make or change a conversation: it goes into the calendars, the call-up is written, the citizen is
/// told as was chosen, and what became of that is answered.
/// </summary>
[Part]
internal sealed class Appointments(
    VirkerContext db,
    Bookings bookings,
    Messages messages,
    MunicipalChoices choices,
    TimeProvider clock
)
{
    public async Task<Outcome<MeetingBooked>> BookAsync(BookingWish wish, CallUpWords words, CancellationToken ct)
    {
        if (Refusal.Each(await bookings.OwnerAsync(wish, ct), await DecideAsync(wish, words, ct)) is { } refusal)
            return refusal;
        var booked = await bookings.BookAsync(wish, ct);
        return booked.IsRefused ? booked.Refusal : await TellAsync(booked.Value, words, moved: false, ct);
    }

    /// <summary>What can be told of it before anybody's calendar is looked into.</summary>
    public async Task<Refusal?> DecideAsync(BookingWish wish, CallUpWords words, CancellationToken ct) =>
        Refusal.Each(
            await bookings.DecideAsync(Bookings.RowOf(wish), ct),
            CallUps.Decide(words)?.In(nameof(BookMeeting.CallUp))
        );

    public async Task<Outcome<MeetingBooked>> MoveAsync(
        MeetingRow meeting,
        DateTimeOffset at,
        bool withoutInterpreter,
        CallUpWords words,
        CancellationToken ct
    )
    {
        if (meeting.Status != MeetingStatus.Planned)
            return MeetingCourse.Refuse(meeting.Status, MeetingStatus.Planned)!;
        var wish = new BookingWish(
            meeting.CitizenId,
            meeting.WorkerId,
            at,
            meeting.Minutes,
            meeting.Kind,
            meeting.Channel
        );
        if (await DecideAsync(wish, words, ct) is { } refusal)
            return refusal;
        return await bookings.MoveAsync(meeting, at, withoutInterpreter, ct) is { } refused
            ? refused
            : await TellAsync(meeting, words, moved: true, ct);
    }

    /// <summary>The conversation stays where it is and is with another worker from now on.</summary>
    public async Task<PartyTold> TellOfWorkerAsync(
        MeetingRow meeting,
        string worker,
        MessageChannel channel,
        CancellationToken ct
    )
    {
        var call = await LastCallAsync(meeting.Id, ct);
        return await messages.TellAsync(
            new(
                Party.Of(meeting.CitizenId),
                MessageKind.Change,
                channel,
                MessageTexts.OtherWorker(meeting, worker, await messages.SenderAsync(meeting, ct))
            )
            {
                Binding = call?.Mandatory == true,
                About = meeting.Id.Value,
            },
            ct
        );
    }

    public Task<CallUpRow?> LastCallAsync(MeetingId meeting, CancellationToken ct) =>
        db.Set<CallUpRow>()
            .AsNoTracking()
            .Where(c => c.MeetingId == meeting)
            .OrderByDescending(c => c.MadeAt)
            .FirstOrDefaultAsync(ct);

    /// <summary>What was done, in all that a receipt must say.</summary>
    private async Task<MeetingBooked> DescribeAsync(MeetingRow meeting, PartyTold told, CancellationToken ct)
    {
        var (sender, now) = (await messages.SenderAsync(meeting, ct), clock.GetUtcNow());
        var others = await db.Set<MeetingRow>()
            .CountAsync(
                m =>
                    m.CitizenId == meeting.CitizenId
                    && m.Id != meeting.Id
                    && m.Status == MeetingStatus.Planned
                    && m.At > now,
                ct
            );
        return new(meeting.Id, meeting.CitizenId, meeting.At)
        {
            Worker = sender.Worker,
            Channel = meeting.Channel,
            Room = sender.Room,
            Told = told,
            OthersPlanned = others,
        };
    }

    private async Task<MeetingBooked> TellAsync(MeetingRow meeting, CallUpWords words, bool moved, CancellationToken ct)
    {
        var call = CallUps.ToMeeting(meeting, words, clock.GetUtcNow());
        db.Add(call);
        await db.SaveChangesAsync(ct);
        var notice = await choices.ValueAsync(MunicipalChoice.ShortestNotice, ct);
        var told = await messages.CallUpAsync(meeting, call, moved, ct);
        return (await DescribeAsync(meeting, told, ct)) with
        {
            ShorterThan = told.Channel is not null && meeting.At < clock.GetUtcNow().AddDays(notice) ? notice : null,
        };
    }
}
