using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Somebody takes an absent colleague's day (dækning), from when to when.</summary>
public sealed record Cover(
    Guid Id,
    UserId Worker,
    string Away,
    UserId By,
    string Covers,
    DateOnly From,
    DateOnly To,
    string Reason
);

/// <summary>Whose day somebody has on a day: their own, and that of those whom they cover.</summary>
internal static class Covering
{
    public static IQueryable<CoverRow> On(VirkerContext db, DateOnly today) =>
        db.Set<CoverRow>().Where(c => c.EndedAt == null && c.FromDay <= today && c.ToDay >= today);

    public static IQueryable<UserId> AwayFor(VirkerContext db, UserId? cover, DateOnly today) =>
        On(db, today).Where(c => c.CoverId == cover).Select(c => c.WorkerId);

    public static async Task<IReadOnlyList<Cover>> OfTeamAsync(
        VirkerContext db,
        TeamId team,
        DateOnly today,
        CancellationToken ct
    ) =>
        await (
            from c in db.Set<CoverRow>()
            where c.EndedAt == null && c.ToDay >= today
            join away in db.Set<WorkerRow>() on c.WorkerId equals away.UserId
            join cover in db.Set<WorkerRow>() on c.CoverId equals cover.UserId
            where away.TeamId == team || cover.TeamId == team
            orderby c.FromDay
            select new Cover(c.Id, c.WorkerId, away.Name, c.CoverId, cover.Name, c.FromDay, c.ToDay, c.Reason)
        ).ToListAsync(ct);
}

/// <summary>
/// A colleague takes somebody's day while they are away: cases, conversations and what is due stand on the colleague's
/// list on those days, and go back by themselves after. A worker sets it for themselves, a leader for the team.
/// </summary>
public sealed record SetCover(UserId Worker, UserId By, DateOnly From, DateOnly To, string Reason) : ICommand<CoverSet>
{
    /// <summary>
    /// How citizens with a conversation on those days are told who holds it (<see cref="CallUpChannel"/>).
    /// </summary>
    public string Tell { get; init; } = CallUpChannel.DigitalPost;
}

/// <summary>
/// <paramref name="Meetings"/>: those of the absent one on the days. <paramref name="Clashes"/>: when the colleague has
/// a conversation of their own at the same time.
/// </summary>
public sealed record CoverSet(Guid Id, int Cases, int Meetings, IReadOnlyList<DateTimeOffset> Clashes)
{
    /// <summary>Of the conversations that the colleague can hold.</summary>
    public CitizenTold Told { get; init; } = CitizenTold.Nothing;
}

[Requires("team.cover.set")]
internal sealed class SetCoverHandler(
    VirkerContext db,
    Appointments appointments,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SetCover, CoverSet>
{
    private const int Longest = 180;

    public async Task<Outcome<CoverSet>> RunAsync(SetCover command, CancellationToken ct = default)
    {
        var people = await db.Set<WorkerRow>()
            .AsNoTracking()
            .Where(w => w.UserId == command.Worker || w.UserId == command.By)
            .ToListAsync(ct);
        var (away, by) = (
            people.FirstOrDefault(w => w.UserId == command.Worker),
            people.FirstOrDefault(w => w.UserId == command.By)
        );
        var refused = Refusal.Each(DecideWho(actor.Value, away, by), Decide(command, clock.Today()));
        if (refused is not null)
            return refused;
        var running = await db.Set<CoverRow>()
            .Where(c =>
                c.EndedAt == null
                && c.FromDay <= command.To
                && c.ToDay >= command.From
                && (c.WorkerId == command.Worker || c.WorkerId == command.By)
            )
            .ToListAsync(ct);
        if (DecideDays(command, running) is { } taken)
            return taken;
        var row = new CoverRow
        {
            Id = Guid.NewGuid(),
            WorkerId = command.Worker,
            CoverId = command.By,
            FromDay = command.From,
            ToDay = command.To,
            Reason = command.Reason.Trim(),
            MadeAt = clock.GetUtcNow(),
            MadeBy = actor.Value.Name,
            Version = 1,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        var cases = await db.Set<CaseRow>().CountAsync(c => c.WorkerId == command.Worker && c.Closed == null, ct);
        var (meetings, clashes) = await MeetingsAsync(command, ct);
        var told = CitizenTold.Nothing;
        foreach (var meeting in meetings.Where(m => !clashes.Contains(m.At)))
            told = await appointments.TellOfWorkerAsync(meeting, by!.Name, command.Tell, ct);
        return new CoverSet(row.Id, cases, meetings.Count, clashes) { Told = told };
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
            command.From.ToDateTime(TimeOnly.MinValue).DanishInstant(),
            command.To.AddDays(1).ToDateTime(TimeOnly.MinValue).DanishInstant()
        );
        if (clock.GetUtcNow() is var now && now > from)
            from = now;
        var meetings = await db.Set<MeetingRow>()
            .AsNoTracking()
            .Where(m => m.WorkerId == command.Worker && m.Status == MeetingStatus.Planned && m.At >= from && m.At < to)
            .OrderBy(m => m.At)
            .ToListAsync(ct);
        var taken = (
            await db.Set<BookedTimeRow>()
                .Where(b => b.ResourceId == command.By.Value && b.At >= from && b.At < to)
                .Select(b => b.At)
                .ToListAsync(ct)
        )
            .Select(at => at.UtcTicks)
            .ToHashSet();
        return (
            meetings,
            [
                .. meetings
                    .Where(m => Calendar.Quarters(m.At, m.Minutes).Any(q => taken.Contains(q.UtcTicks)))
                    .Select(m => m.At),
            ]
        );
    }

    private static Refusal? DecideDays(SetCover command, IReadOnlyList<CoverRow> running) => Refusal.Each(
        running.Any(c => c.WorkerId == command.Worker)
            ? new Refusal("cover.already",
                "Der er allerede en, der dækker nogle af dagene. Vælg andre dage.", Field: nameof(command.From)) : null,
        running.Any(c => c.WorkerId == command.By)
            ? new Refusal("cover.away-too",
                "Den, der skal dække, er selv væk og dækket nogle af dagene. Vælg en anden.",
                Field: nameof(command.By)) : null);

    internal static Refusal? DecideWho(Actor asker, WorkerRow? away, WorkerRow? by) => Refusal.Each(
        away is null ? new Refusal("cover.away", "Vælg, hvem der er væk.", Field: nameof(SetCover.Worker)) : null,
        away is not null && !asker.Is(Role.System) && away.UserId != asker.User
            && !asker.UnitsAs(Role.TeamLeader).Contains(away.TeamId.Value)
            ? new Refusal("cover.not-yours",
                "Du kan sætte dækning for dig selv. For en kollega gør teamlederen det.",
                Field: nameof(SetCover.Worker)) : null,
        by is null ? new Refusal("cover.by", "Vælg, hvem der dækker.", Field: nameof(SetCover.By)) : null);

    internal static Refusal? Decide(SetCover command, DateOnly today) => Refusal.Each(
        command.Worker == command.By
            ? new Refusal("cover.same", "Vælg en anden til at dække.", Field: nameof(command.By)) : null,
        ChosenDays.InOrder(command.From, command.To, "cover.ends-before-start"),
        ChosenDays.NotGone(command.To, today, "cover.in-past"),
        command.To.DayNumber - command.From.DayNumber > Longest
            ? new Refusal("cover.too-long",
                "Er det længere end et halvt år, så overdrag sagerne i stedet.", Field: nameof(command.To)) : null,
        !CallUpChannel.All.Contains(command.Tell)
            ? new Refusal("call-up.channel", "Vælg, hvordan borgerne får besked.", Field: nameof(command.Tell)) : null,
        command.Reason.Length > 100
            ? new Refusal("cover.reason",
                "Skriv højst 100 tegn, og ikke noget om helbred.", Field: nameof(command.Reason)) : null);
}

/// <summary>The absent one is back before time, or somebody else takes over.</summary>
public sealed record EndCover(Guid Cover) : ICommand<Done>;

[Requires("team.cover.set")]
internal sealed class EndCoverHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<EndCover, Done>
{
    public async Task<Outcome<Done>> RunAsync(EndCover command, CancellationToken ct = default)
    {
        var cover = await db.Set<CoverRow>().FirstOrDefaultAsync(c => c.Id == command.Cover && c.EndedAt == null, ct);
        var team = cover is null
            ? default
            : await db.Set<WorkerRow>()
                .Where(w => w.UserId == cover.WorkerId)
                .Select(w => w.TeamId)
                .FirstOrDefaultAsync(ct);
        if (
            cover is null
            || (
                cover.WorkerId != actor.Value.User
                && cover.CoverId != actor.Value.User
                && !actor.Value.UnitsAs(Role.TeamLeader).Contains(team.Value)
            )
        )
            return Refusal.NotFound("cover.not-found", "Dækningen findes ikke.");
        (cover.EndedAt, cover.Version) = (clock.GetUtcNow(), cover.Version + 1);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
