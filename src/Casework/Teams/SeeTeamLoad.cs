using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// How a team's cases lie between its workers: weighted, by part of full time, and by what each works with. No citizen
/// is shown.
/// </summary>
public sealed record SeeTeamLoad(TeamId Team) : IQuery<TeamBalance>;

/// <summary><paramref name="Mean"/>: load for each full-time worker in the team.</summary>
public sealed record TeamBalance(
    string Name,
    double Mean,
    IReadOnlyList<WorkerLoad> Workers,
    IReadOnlyList<BalanceAdvice> Advice,
    IReadOnlyList<Cover> Covers
);

/// <summary>
/// <paramref name="Load"/> is weighted cases, as <see cref="WorkerToday.Load"/>; <paramref name="PerFullTime"/> is what
/// it would be for a full-time worker; <paramref name="Share"/> of the cases that are on the most usual benefit.
/// </summary>
public sealed record WorkerLoad(
    UserId Worker,
    string Name,
    int Cases,
    double Load,
    int Percent,
    double PerFullTime,
    string Speciality,
    string? Mostly,
    double Share
);

/// <summary>So many cases of a kind could go from one to another; a proposal that nobody need follow.</summary>
public sealed record BalanceAdvice(string From, string To, int Cases, string Benefit);

[Requires("team.load.see")]
internal sealed class SeeTeamLoadHandler(VirkerContext db, DayBook book, CurrentActor actor, TimeProvider clock)
    : IUseCase<SeeTeamLoad, TeamBalance>
{
    public async Task<Outcome<TeamBalance>> RunAsync(SeeTeamLoad query, CancellationToken ct = default)
    {
        if (!actor.Value.Units.Contains(query.Team.Value))
            return new Refusal("team.not-yours", "Du kan kun se dine egne team.");
        var name = await db.Set<TeamRow>().Where(t => t.Id == query.Team).Select(t => t.Name).FirstOrDefaultAsync(ct);
        if (name is null) return Refusal.NotFound("team.not-found", "Teamet findes ikke.");
        var (weights, today) = (await CaseWeights.ReadAsync(db, ct), clock.Today());
        var cases = (await book.ReadAsync(ct)).Cases.OfTeam(query.Team).ToLookup(c => c.WorkerId);
        var terms = await db.Set<WorkerTermsRow>().AsNoTracking().ToDictionaryAsync(t => t.UserId, ct);
        var workers = (await db.OfTeam(query.Team).AsNoTracking().OrderBy(w => w.Name).ToListAsync(ct))
            .ConvertAll(w => Row(w, [.. cases[w.UserId]], terms.GetValueOrDefault(w.UserId), weights, today));
        var full = workers.Sum(w => w.Percent) / 100.0;
        var mean = full == 0 ? 0 : Math.Round(workers.Sum(w => w.Load) / full, 1);
        return new TeamBalance(
            name,
            mean,
            workers,
            Advice(workers, mean),
            await Covering.OfTeamAsync(db, query.Team, clock.Today(), ct)
        );
    }

    private static WorkerLoad Row(
        WorkerRow w,
        IReadOnlyList<TodayCase> cases,
        WorkerTermsRow? terms,
        CaseWeights weights,
        DateOnly today
    )
    {
        var (load, percent) = (
            weights.Of(cases.Select(c => c.Benefit)),
            terms?.Percent ?? SetWorkerTermsHandler.UsualPercent(w)
        );
        var most = cases
            .Where(c => c.Benefit is not null)
            .GroupBy(c => c.Benefit!.Value)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .FirstOrDefault();
        return new(
            w.UserId,
            w.Name,
            cases.Count,
            load,
            percent,
            percent == 0 ? load : Math.Round(load * 100 / percent, 1),
            terms?.Speciality ?? "",
            most is null ? null : CodeList.Benefits.Label(most.Key, today),
            most is null ? 0 : most.Count() / (double)cases.Count
        );
    }

    /// <summary>
    /// From the most to the least loaded, half of what lies between them, of the kind that the one has most of; nothing
    /// while all are within a tenth of the mean.
    /// </summary>
    internal static IReadOnlyList<BalanceAdvice> Advice(IReadOnlyList<WorkerLoad> workers, double mean)
    {
        var (most, least) = (
            workers.Where(w => w.Percent > 0).MaxBy(w => w.PerFullTime),
            workers.Where(w => w.Percent > 0).MinBy(w => w.PerFullTime)
        );
        if (
            most is null
            || least is null
            || most.Mostly is null
            || most.PerFullTime <= mean * 1.1
            || least.PerFullTime >= mean * 0.9
            || most.Cases == 0
        )
            return [];
        var each = most.Load / most.Cases;
        var cases = (int)(
            (most.PerFullTime - least.PerFullTime) / 2 * Math.Min(most.Percent, least.Percent) / 100 / each
        );
        return cases < 1 ? [] : [new(most.Name, least.Name, cases, most.Mostly)];
    }
}

/// <summary>Set a worker's part of full time and speciality. For the leader of the worker's team.</summary>
public sealed record SetWorkerTerms(UserId Worker, int Percent, string Speciality) : ICommand<Done>;

[Requires("team.worker.set")]
internal sealed class SetWorkerTermsHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SetWorkerTerms, Done>
{
    /// <summary>Until somebody says otherwise: all day, and a leader has no cases.</summary>
    internal static int UsualPercent(WorkerRow worker) => worker.Title == "Teamleder" ? 0 : 100;

    public async Task<Outcome<Done>> RunAsync(SetWorkerTerms command, CancellationToken ct = default)
    {
        var worker = await db.Set<WorkerRow>().AsNoTracking().FirstOrDefaultAsync(w => w.UserId == command.Worker, ct);
        if (worker is null || !actor.Value.Units.Contains(worker.TeamId.Value))
            return Refusal.NotFound(
                "worker.not-found",
                "Sagsbehandleren er ikke i dit team.",
                field: nameof(command.Worker)
            );
        if (Decide(command) is { } refusal)
            return refusal;
        var row = await db.Set<WorkerTermsRow>().FirstOrDefaultAsync(t => t.UserId == command.Worker, ct);
        if (row is null && command.Percent == UsualPercent(worker) && string.IsNullOrWhiteSpace(command.Speciality))
            return Done.It;
        if (row is null)
            db.Add(row = new WorkerTermsRow { UserId = command.Worker });
        (row.Percent, row.Speciality, row.ChangedAt, row.ChangedBy, row.Version) = (
            command.Percent,
            command.Speciality.Trim(),
            clock.GetUtcNow(),
            actor.Value.Name,
            row.Version + 1
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(SetWorkerTerms command) => Refusal.Each(
        command.Percent is < 0 or > 100
            ? new Refusal("worker.percent", "Skriv en procent mellem 0 og 100.", Field: nameof(command.Percent)) : null,
        command.Speciality.Length > 100
            ? new Refusal("worker.speciality", "Skriv højst 100 tegn.", Field: nameof(command.Speciality)) : null);
}
