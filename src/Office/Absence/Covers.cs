using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

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

/// <summary>Who is away, who takes the day, and on which days.</summary>
public sealed record CoverWish(UserId Worker, UserId By, DateOnly From, DateOnly To, string Reason);

/// <summary>Who takes whose day; whom somebody covers today is the directory's to say.</summary>
public interface ICovers
{
    /// <summary>Those that touch the days and have not been ended; with names.</summary>
    Task<IReadOnlyList<Cover>> BetweenAsync(DateOnly from, DateOnly to, CancellationToken ct);

    /// <summary>Those of a team, on either side, that are not over.</summary>
    Task<IReadOnlyList<Cover>> OfTeamAsync(TeamId team, DateOnly today, CancellationToken ct);

    /// <summary>What stands in the way of it, with fields of <see cref="CoverWish"/>; null is nothing.</summary>
    Task<Refusal?> DecideAsync(CoverWish wish, CancellationToken ct);

    /// <summary>Sets it as it was decided; refused where days of it are covered already.</summary>
    Task<Outcome<Cover>> SetAsync(CoverWish wish, CancellationToken ct);
}

[Part]
internal sealed class Covers(VirkerContext db, IStaffDirectory directory, CurrentActor actor, TimeProvider clock)
    : ICovers
{
    private const int Longest = 180;

    public async Task<IReadOnlyList<Cover>> BetweenAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var rows = await db.Set<CoverRow>()
            .AsNoTracking()
            .Where(c => c.EndedAt == null && c.FromDay <= to && c.ToDay >= from)
            .OrderBy(c => c.FromDay)
            .ToListAsync(ct);
        return rows.Count == 0 ? [] : await NamedAsync(rows, ct);
    }

    public async Task<IReadOnlyList<Cover>> OfTeamAsync(TeamId team, DateOnly today, CancellationToken ct)
    {
        var staff = await directory.ReadAsync(ct);
        return
        [
            .. (await BetweenAsync(today, DateOnly.MaxValue, ct)).Where(c =>
                staff.Member(c.Worker)?.Team == team || staff.Member(c.By)?.Team == team
            ),
        ];
    }

    public async Task<Refusal?> DecideAsync(CoverWish wish, CancellationToken ct)
    {
        var staff = await directory.ReadAsync(ct);
        return Refusal.Each(
            DecideWho(actor.Value, staff.Member(wish.Worker), staff.Member(wish.By)),
            Decide(wish, clock.Today())
        );
    }

    public async Task<Outcome<Cover>> SetAsync(CoverWish wish, CancellationToken ct)
    {
        if (DecideDays(wish, await BetweenAsync(wish.From, wish.To, ct)) is { } taken) return taken;
        var row = new CoverRow
        {
            Id = Guid.NewGuid(),
            WorkerId = wish.Worker,
            CoverId = wish.By,
            FromDay = wish.From,
            ToDay = wish.To,
            Reason = wish.Reason.Trim(),
            MadeAt = clock.GetUtcNow(),
            MadeBy = actor.Value.Name,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return (await NamedAsync([row], ct))[0];
    }

    internal static Refusal? DecideWho(Actor asker, StaffMember? away, StaffMember? by) => Refusal.Each(
        away is null ? new Refusal("cover.away", "Vælg, hvem der er væk.", Field: nameof(CoverWish.Worker)) : null,
        away is not null && !asker.Is(Role.System) && away.Id != asker.User
            && !asker.UnitsAs(Role.TeamLeader).Contains(away.Team.Value)
            ? new Refusal("cover.not-yours",
                "Du kan sætte dækning for dig selv. For en kollega gør teamlederen det.",
                Field: nameof(CoverWish.Worker)) : null,
        by is null ? new Refusal("cover.by", "Vælg, hvem der dækker.", Field: nameof(CoverWish.By)) : null);

    internal static Refusal? Decide(CoverWish wish, DateOnly today) => Refusal.Each(
        wish.Worker == wish.By
            ? new Refusal("cover.same", "Vælg en anden til at dække.", Field: nameof(wish.By)) : null,
        ChosenDays.InOrder(wish.From, wish.To, "cover.ends-before-start"),
        ChosenDays.NotGone(wish.To, today, "cover.in-past"),
        wish.To.DayNumber - wish.From.DayNumber > Longest
            ? new Refusal("cover.too-long",
                "Er det længere end et halvt år, så overdrag sagerne i stedet.", Field: nameof(wish.To)) : null,
        wish.Reason.Length > 100
            ? new Refusal("cover.reason",
                "Skriv højst 100 tegn, og ikke noget om helbred.", Field: nameof(wish.Reason)) : null);

    private static Refusal? DecideDays(CoverWish wish, IReadOnlyList<Cover> running) => Refusal.Each(
        running.Any(c => c.Worker == wish.Worker)
            ? new Refusal("cover.already",
                "Der er allerede en, der dækker nogle af dagene. Vælg andre dage.", Field: nameof(wish.From)) : null,
        running.Any(c => c.Worker == wish.By)
            ? new Refusal("cover.away-too",
                "Den, der skal dække, er selv væk og dækket nogle af dagene. Vælg en anden.",
                Field: nameof(wish.By)) : null);

    private async Task<IReadOnlyList<Cover>> NamedAsync(IReadOnlyList<CoverRow> rows, CancellationToken ct)
    {
        var staff = await directory.ReadAsync(ct);
        return
        [
            .. rows.Select(c => new Cover(
                c.Id,
                c.WorkerId,
                staff.NameOf(c.WorkerId) ?? "",
                c.CoverId,
                staff.NameOf(c.CoverId) ?? "",
                c.FromDay,
                c.ToDay,
                c.Reason
            )),
        ];
    }
}
