using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A colleague takes somebody's day while they are away: cases, conversations and what is due stand on the colleague's
/// list on those days, and go back by themselves after. A worker sets it for themselves, a leader for the team.
/// </summary>
public sealed record SetCover(UserId Worker, UserId By, DateOnly From, DateOnly To, string Reason) : ICommand<CoverSet>
{
    /// <summary>How citizens with a conversation on those days are told who holds it.</summary>
    public MessageChannel Tell { get; init; } = MessageChannel.DigitalPost;
}

/// <summary>
/// <paramref name="Meetings"/>: those of the absent one on the days. <paramref name="Clashes"/>: when the colleague has
/// a conversation of their own at the same time.
/// </summary>
public sealed record CoverSet(Guid Id, int Cases, int Meetings, IReadOnlyList<DateTimeOffset> Clashes)
{
    /// <summary>Of the conversations that the colleague can hold.</summary>
    public PartyTold Told { get; init; } = PartyTold.Nothing;
}

[Requires("team.cover.set")]
internal sealed class SetCoverHandler(
    VirkerContext db,
    Appointments appointments,
    ICovers covers,
    IOfficeCalendar calendar,
    TimeProvider clock
) : IUseCase<SetCover, CoverSet>
{
    public async Task<Outcome<CoverSet>> RunAsync(SetCover command, CancellationToken ct = default)
    {
        var wish = new CoverWish(command.Worker, command.By, command.From, command.To, command.Reason);
        if (await covers.DecideAsync(wish, ct) is { } refused) return refused;
        var set = await covers.SetAsync(wish, ct);
        if (set.IsRefused) return set.Refusal;
        var cases = await db.Set<CaseRow>().CountAsync(c => c.WorkerId == command.Worker && c.Closed == null, ct);
        var (meetings, clashes) = await MeetingsAsync(command, ct);
        var told = PartyTold.Nothing;
        foreach (var meeting in meetings.Where(m => !clashes.Contains(m.At)))
            told = await appointments.TellOfWorkerAsync(meeting, set.Value.Covers, command.Tell, ct);
        return new CoverSet(set.Value.Id, cases, meetings.Count, clashes) { Told = told };
    }

    /// <summary>
    /// The absent one's conversations ahead on those days, and when the colleague is taken: nobody holds two at once.
    /// </summary>
    private async Task<(IReadOnlyList<MeetingRow> Meetings, IReadOnlyList<DateTimeOffset> Clashes)> MeetingsAsync(
        SetCover command,
        CancellationToken ct
    )
    {
        var (from, to) = (
            command.From.DanishStart(),
            command.To.AddDays(1).DanishStart()
        );
        if (clock.GetUtcNow() is var now && now > from)
            from = now;
        var meetings = await db.Set<MeetingRow>()
            .AsNoTracking()
            .Where(m => m.WorkerId == command.Worker && m.Status == MeetingStatus.Planned && m.At >= from && m.At < to)
            .OrderBy(m => m.At)
            .ToListAsync(ct);
        var (by, taken) = (command.By.Value, await calendar.TakenAsync([command.By.Value], from, to, ct));
        return (
            meetings,
            [
                .. meetings
                    .Where(m => CalendarGrain.Quarters(m.At, m.Minutes).Any(q => taken.Contains((by, q.UtcTicks))))
                    .Select(m => m.At),
            ]
        );
    }
}
