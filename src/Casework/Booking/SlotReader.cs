using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>An open time (ledig tid) with the one who has opened it.</summary>
public sealed record FreeSlot(SlotId Id, UserId WorkerId, string Worker, DateTimeOffset At, int Minutes);

/// <summary>
/// Finds open times within the office hours that nobody has taken and nobody is being offered: those of a citizen's own
/// worker first, then of the team. A time that was opened for one kind of
/// conversation is for no other; null asks for all.
/// </summary>
[Part]
internal sealed class SlotReader(
    VirkerContext db,
    IStaffDirectory directory,
    IAbsences absences,
    IOfficeCalendar calendar
)
{
    /// <summary>So many open times are looked through at a time.</summary>
    private const int AtOnce = 400;

    public async Task<StaffMember?> WhoseAsync(UserId? worker, CancellationToken ct) =>
        (await directory.ReadAsync(ct)).Member(worker);

    public async Task<IReadOnlyList<FreeSlot>> OfWorkerAsync(
        UserId worker,
        MeetingKind? kind,
        DateTimeOffset from,
        DateTimeOffset to,
        int most,
        CancellationToken ct
    ) => await FreeAsync(db.Set<SlotRow>().Where(s => s.WorkerId == worker), kind, from, to, most, ct);

    public async Task<IReadOnlyList<FreeSlot>> OfTeamAsync(
        TeamId team,
        MeetingKind? kind,
        DateTimeOffset from,
        DateTimeOffset to,
        int most,
        CancellationToken ct
    )
    {
        var workers = (await directory.ReadAsync(ct)).Of(team).Select(w => w.Id).ToList();
        return await FreeAsync(db.Set<SlotRow>().Where(s => workers.Contains(s.WorkerId)), kind, from, to, most, ct);
    }

    public async Task<IReadOnlyList<FreeSlot>> OfWorkersAsync(
        IReadOnlyList<UserId> workers,
        MeetingKind kind,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken ct
    ) => await FreeAsync(db.Set<SlotRow>().Where(s => workers.Contains(s.WorkerId)), kind, from, to, int.MaxValue, ct);

    private async Task<IReadOnlyList<FreeSlot>> FreeAsync(
        IQueryable<SlotRow> slots,
        MeetingKind? kind,
        DateTimeOffset from,
        DateTimeOffset to,
        int most,
        CancellationToken ct
    )
    {
        var (staff, away) = (await directory.ReadAsync(ct), await absences.BetweenAsync(from, to, null, ct));
        var ordered =
            from s in slots
            where s.At >= @from && s.At < to && (kind == null || s.Kind == null || s.Kind == kind)
            where
                !db.Set<SlotOfferRow>()
                    .Any(o => o.WorkerId == s.WorkerId && o.At == s.At && o.State == OfferState.Offered)
            orderby s.At, s.Id
            select new FreeSlot(s.Id, s.WorkerId, "", s.At, s.Minutes);
        var (free, hours) = (new List<FreeSlot>(), await OfficeHoursBook.ReadAsync(db, ct));
        for (var looked = 0; ; looked += AtOnce)
        {
            var open = await ordered.Skip(looked).Take(AtOnce).ToListAsync(ct);
            var there = open.FindAll(s => staff.Member(s.WorkerId) is not null && !away.Holds(s.WorkerId, s.At));
            free.AddRange(
                (await UntakenAsync(there, ct)).Where(s => hours.On(s.At.DanishDate()).Hold(s.At, s.Minutes))
            );
            if (open.Count < AtOnce || (free.Count >= most && open[^1].At > free[most - 1].At)) break;
        }

        return
        [
            .. free.Select(s => s with { Worker = staff.NameOf(s.WorkerId)! })
                .OrderBy(s => s.At)
                .ThenBy(s => s.Worker, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    private async Task<IEnumerable<FreeSlot>> UntakenAsync(List<FreeSlot> open, CancellationToken ct)
    {
        if (open.Count == 0) return [];
        var workers = open.Select(s => s.WorkerId.Value).Distinct().ToList();
        var (first, last) = (open[0].At.AddMinutes(-CalendarGrain.Minutes), open[^1].At.AddHours(3));
        var taken = await calendar.TakenAsync(workers, first, last, ct);
        var days = open.Select(s => s.At.DanishDate()).Distinct().ToList();
        var closed = (
            await db.Set<ClosingDayRow>().Where(c => days.Contains(c.Day)).Select(c => c.Day).ToListAsync(ct)
        ).ToHashSet();
        return open.Where(s =>
            !closed.Contains(s.At.DanishDate())
            && CalendarGrain.Quarters(s.At, s.Minutes).All(at => !taken.Contains((s.WorkerId.Value, at.UtcTicks)))
        );
    }
}
