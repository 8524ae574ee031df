using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// End the offers that nobody answered, and offer each free time to the first who waits and whom it fits. Made from
/// what stands in the calendars, so it does not matter how a time became free.
/// </summary>
public sealed record OfferSlots : ICommand<SlotsOffered>;

public sealed record SlotsOffered(int Offered, int Ended);

[Requires("casework.message.send")]
internal sealed class OfferSlotsHandler(VirkerContext db, SlotReader slots, SlotOffers offers, TimeProvider clock)
    : IUseCase<OfferSlots, SlotsOffered>
{
    private const int Opens = 8;
    private const int Closes = 18;
    private const int Looked = 40;

    /// <summary>Nobody is asked to come with less notice than this.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromHours(3);

    public async Task<Outcome<SlotsOffered>> RunAsync(OfferSlots command, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var ended = await EndAsync(now, ct);
        var offered = 0;
        if (!PublicHolidays.IsWorkingDay(clock.Today()) || now.Danish().Hour is < Opens or >= Closes)
            return new SlotsOffered(0, ended);
        foreach (var (waiting, meeting) in await WaitingAsync(now, ct))
        {
            if (await FirstFitAsync(waiting, meeting, now, ct) is not { } slot) continue;
            await offers.OfferAsync(waiting, slot, now, ct);
            offered++;
        }

        return new SlotsOffered(offered, ended);
    }

    private async Task<int> EndAsync(DateTimeOffset now, CancellationToken ct)
    {
        var late = await db.Set<SlotOfferRow>()
            .Where(o => o.State == OfferState.Offered && o.EndsAt <= now)
            .ToListAsync(ct);
        foreach (var offer in late)
            (offer.State, offer.LinkIndex) = (OfferState.Ended, null);
        var gone = await db.Set<WaitingRow>()
            .Where(w =>
                w.LeftAt == null
                && !db.Set<MeetingRow>()
                    .Any(m => m.Id == w.MeetingId && m.Status == MeetingStatus.Planned && m.At > now)
            )
            .ToListAsync(ct);
        foreach (var row in gone)
            (row.LeftAt, row.LeftWhy) = (now, "Samtalen er ikke længere aftalt");
        await db.SaveChangesAsync(ct);
        return late.Count;
    }

    /// <summary>Those without an offer, the one who asked first in front.</summary>
    private async Task<IReadOnlyList<(WaitingRow, MeetingRow)>> WaitingAsync(
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        [
            .. (
                await (
                    from w in db.Set<WaitingRow>().AsNoTracking()
                    where
                        w.LeftAt == null
                        && !db.Set<SlotOfferRow>().Any(o => o.WaitingId == w.Id && o.State == OfferState.Offered)
                    join m in db.Set<MeetingRow>().AsNoTracking() on w.MeetingId equals m.Id
                    where m.Status == MeetingStatus.Planned && m.At > now
                    orderby w.JoinedAt
                    select new { w, m }
                ).ToListAsync(ct)
            ).Select(x => (x.w, x.m)),
        ];

    private async Task<FreeSlot?> FirstFitAsync(
        WaitingRow waiting,
        MeetingRow meeting,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var before = (
            await db.Set<SlotOfferRow>().Where(o => o.WaitingId == waiting.Id).Select(o => o.At).ToListAsync(ct)
        ).ToHashSet();
        foreach (
            var slot in await slots.OfWorkerAsync(
                meeting.WorkerId!.Value,
                meeting.Kind,
                now + Notice,
                meeting.At,
                Looked,
                ct
            )
        )
        {
            if (
                slot.Minutes >= meeting.Minutes
                && !before.Contains(slot.At)
                && await offers.FitsAsync(meeting, slot.At, ct)
            )
                return slot;
        }

        return null;
    }
}

/// <summary>Makes an offer: the time is held, and the citizen is told with a link.</summary>
[Part]
internal sealed class SlotOffers(VirkerContext db, Bookings bookings, Messages messages, MunicipalChoices choices)
{
    /// <summary>An answer must come so long before the time itself.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);

    public Task<bool> FitsAsync(MeetingRow meeting, DateTimeOffset at, CancellationToken ct) =>
        bookings.FitsAsync(meeting, at, ct);

    public async Task OfferAsync(WaitingRow waiting, FreeSlot slot, DateTimeOffset now, CancellationToken ct)
    {
        var ends = now.AddHours(await choices.ValueAsync(MunicipalChoice.OfferHours, ct));
        if (ends > slot.At - Before) ends = slot.At - Before;
        var link = PersonalLinks.Draw();
        db.Add(
            new SlotOfferRow
            {
                Id = Guid.NewGuid(),
                WaitingId = waiting.Id,
                CitizenId = waiting.CitizenId,
                WorkerId = slot.WorkerId,
                At = slot.At,
                Minutes = slot.Minutes,
                MadeAt = now,
                EndsAt = ends,
                LinkIndex = PersonalLinks.IndexOf(link),
            }
        );
        await db.SaveChangesAsync(ct);
        await messages.TellAsync(
            new(
                Party.Of(waiting.CitizenId),
                MessageKind.Offer,
                null,
                MessageTexts.Offer(slot.At, ends, await messages.SenderAsync(null, ct))
            )
            {
                About = waiting.MeetingId.Value,
                Link = $"/ledig-tid/{link}",
            },
            ct
        );
    }
}

internal sealed class OfferRound(IUseCase<OfferSlots, SlotsOffered> offer) : IJob
{
    public string Name => "casework.waiting-list";

    public string Title => "Ledige tider tilbydes ventelisten";

    public JobPlan Plan => JobPlan.Every(TimeSpan.FromMinutes(1));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var offered = await offer.RunAsync(new(), ct);
        return offered.IsRefused ? offered.Refusal : Done.It;
    }
}
