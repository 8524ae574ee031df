using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What a personal link shows: why, until when, the time that is booked where one is, the times to choose among, and
/// the citizen's own plan. No name, no number.
/// </summary>
public sealed record OpenLink(string Link, DateOnly Birthday) : IQuery<LinkView>;

public sealed record LinkView(
    string Reason,
    bool Mandatory,
    DateOnly By,
    DateTimeOffset? Booked,
    MeetingChannel? Channel,
    IReadOnlyList<DateTimeOffset> Times,
    LinkPlan Plan,
    CitizenId Citizen
) : IRevealsCitizens
{
    public int Minutes { get; init; }

    /// <summary>The booked conversation's number and version, for a calendar entry that can be changed later.</summary>
    public (MeetingId Id, int Version)? Meeting { get; init; }

    /// <summary>Other conversations that are planned with the citizen: a time chosen here is one more.</summary>
    public IReadOnlyList<DateTimeOffset> AlsoPlanned { get; init; } = [];

    /// <summary>Waits for an earlier time than the one booked.</summary>
    public bool WaitsForEarlier { get; init; }

    public IEnumerable<CitizenId> Revealed => [Citizen];
}

[Requires("casework.link.use", Purpose = "Du brugte dit personlige link")]
internal sealed class OpenLinkHandler(
    VirkerContext db,
    SlotReader slots,
    OwnPlans plans,
    MunicipalChoices choices,
    TimeProvider clock
) : IUseCase<OpenLink, LinkView>
{
    public async Task<Outcome<LinkView>> RunAsync(OpenLink query, CancellationToken ct = default)
    {
        var found = await BookingLinks.FindAsync(db, query.Link, query.Birthday, clock.Today(), ct);
        if (found.IsRefused) return found.Refusal;
        var call = found.Value;
        var meeting = call.MeetingId is { } id
            ? await db.Set<MeetingRow>()
                .FirstOrDefaultAsync(m => m.Id == id && m.Status == MeetingStatus.Planned, ct)
            : null;
        return new LinkView(
            call.Reason,
            call.Mandatory,
            call.BookBy!.Value,
            meeting?.At,
            meeting?.Channel,
            await FreeAsync(call, meeting, ct),
            LinkPlan.Of(await plans.ReadAsync(call.CitizenId, ct)),
            call.CitizenId
        )
        {
            AlsoPlanned = await db.Set<MeetingRow>()
                .Ahead(clock.Today())
                .Where(m => m.CitizenId == call.CitizenId && m.Id != call.MeetingId)
                .OrderBy(m => m.At)
                .Select(m => m.At)
                .ToListAsync(ct),
            Minutes = meeting?.Minutes ?? 0,
            Meeting = meeting is null ? null : (meeting.Id, meeting.Version),
            WaitsForEarlier = meeting is not null
                && await db.Set<WaitingRow>().AnyAsync(w => w.MeetingId == meeting.Id && w.LeftAt == null, ct),
        };
    }

    /// <summary>
    /// The free times of the citizen's worker inside the link's window; none where the case has no worker.
    /// </summary>
    private async Task<IReadOnlyList<DateTimeOffset>> FreeAsync(
        CallUpRow call,
        MeetingRow? meeting,
        CancellationToken ct
    )
    {
        var worker = await db.Set<CaseRow>()
            .Where(c => c.CitizenId == call.CitizenId && c.Closed == null)
            .Select(c => c.WorkerId)
            .FirstOrDefaultAsync(ct);
        if (worker is not { } user) return [];
        var notice = await choices.ValueAsync(MunicipalChoice.ShortestNotice, ct);
        var earliest = BookingLinks.Opening(call.BookFrom, clock.GetUtcNow().AddDays(notice));
        var last = call.BookBy!.Value.AddDays(1).DanishStart();
        var kind = meeting?.Kind ?? MeetingKind.For(await db.BenefitOnAsync(call.CitizenId, clock.Today(), ct));
        return [.. (await slots.OfWorkerAsync(user, kind, earliest, last, int.MaxValue, ct)).Select(f => f.At)];
    }
}

/// <summary>
/// The citizen books, or moves the conversation that the link has booked, to one of the free times inside the window.
/// </summary>
public sealed record BookByLink(string Link, DateOnly Birthday, DateTimeOffset At, MeetingChannel Channel)
    : ICommand<BookedByLink>;

public sealed record BookedByLink(DateTimeOffset At);

[Requires("casework.link.use", Purpose = "Du brugte dit personlige link")]
internal sealed class BookByLinkHandler(
    VirkerContext db,
    Bookings bookings,
    SlotReader slots,
    Messages messages,
    TimeProvider clock
) : IUseCase<BookByLink, BookedByLink>
{
    public async Task<Outcome<BookedByLink>> RunAsync(BookByLink command, CancellationToken ct = default)
    {
        var found = await BookingLinks.FindAsync(db, command.Link, command.Birthday, clock.Today(), ct);
        if (found.IsRefused) return found.Refusal;
        var call = found.Value;
        var worker = await db.Set<CaseRow>()
            .Where(c => c.CitizenId == call.CitizenId && c.Closed == null)
            .Select(c => c.WorkerId)
            .FirstOrDefaultAsync(ct);
        if (worker is not { } user)
            return new Refusal("link.no-worker", "Der er ingen at booke hos lige nu.");
        var meeting = call.MeetingId is { } id
            ? await db.Set<MeetingRow>().FirstOrDefaultAsync(m => m.Id == id && m.Status == MeetingStatus.Planned, ct)
            : null;
        var kind = meeting?.Kind ?? MeetingKind.For(await db.BenefitOnAsync(call.CitizenId, clock.Today(), ct));
        var slot = (
            await slots.OfWorkerAsync(user, kind, command.At, command.At.AddMinutes(1), 1, ct)
        ).FirstOrDefault();
        if (slot is null || command.At.DanishDate() > call.BookBy || command.At.DanishDate() < call.BookFrom)
            return new Refusal("booking.taken", "Tiden er taget imens. Vælg en anden.", Field: nameof(command.At));
        var refused = meeting is null
            ? await BookAsync(command, call, slot, kind, ct)
            : await MoveAsync(command, meeting, slot, ct);
        if (refused is not null)
            return refused;
        await ConfirmAsync(call, ct);
        return new BookedByLink(slot.At);
    }

    private async Task ConfirmAsync(CallUpRow call, CancellationToken ct)
    {
        var meeting = await db.Set<MeetingRow>().FirstAsync(m => m.Id == call.MeetingId, ct);
        await messages.WithdrawAsync(meeting.Id, ct);
        await messages.TellAsync(
            new(
                Party.Of(call.CitizenId),
                MessageKind.Confirmation,
                null,
                MessageTexts.Booked(meeting, await messages.SenderAsync(meeting, ct))
            )
            {
                About = meeting.Id.Value,
            },
            ct
        );
    }

    /// <summary>
    /// To the time that was chosen with all that belongs to it: whose it is, how long it is, and how the citizen wants
    /// to talk.
    /// </summary>
    private Task<Refusal?> MoveAsync(BookByLink command, MeetingRow meeting, FreeSlot slot, CancellationToken ct)
    {
        (meeting.WorkerId, meeting.Minutes, meeting.Channel) = (slot.WorkerId, slot.Minutes, command.Channel);
        return bookings.MoveAsync(meeting, slot.At, withoutInterpreter: false, ct);
    }

    private async Task<Refusal?> BookAsync(
        BookByLink command,
        CallUpRow call,
        FreeSlot slot,
        MeetingKind kind,
        CancellationToken ct
    )
    {
        var booked = await bookings.BookAsync(
            new(call.CitizenId, slot.WorkerId, slot.At, slot.Minutes, kind, command.Channel) { ByCitizen = true },
            ct
        );
        if (booked.IsRefused)
            return booked.Refusal;
        call.MeetingId = booked.Value.Id;
        await db.SaveChangesAsync(ct);
        return null;
    }
}
