using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
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
internal sealed class SeeTeamLoadHandler(VirkerContext db, DayBook book, ICovers covers, CurrentActor actor)
    : IUseCase<SeeTeamLoad, TeamBalance>
{
    public async Task<Outcome<TeamBalance>> RunAsync(SeeTeamLoad query, CancellationToken ct = default)
    {
        if (!actor.Value.Units.Contains(query.Team.Value))
            return new Refusal("team.not-yours", "Du kan kun se dine egne team.");
        var day = await book.CurrentAsync(ct);
        if (day.Staff.NameOf(query.Team) is not { } name)
            return Refusal.NotFound("team.not-found", "Teamet findes ikke.");
        var (weights, cases) = (
            await CaseWeights.ReadAsync(db, ct),
            day.Cases.OfTeam(query.Team).ToLookup(c => c.WorkerId)
        );
        var workers = day.Staff.Of(query.Team).Select(w => Row(w, [.. cases[w.Id]], weights, day.Day)).ToList();
        var full = workers.Sum(w => w.Percent) / 100.0;
        var mean = full == 0 ? 0 : Math.Round(workers.Sum(w => w.Load) / full, 1);
        return new TeamBalance(
            name,
            mean,
            workers,
            Advice(workers, mean),
            await covers.OfTeamAsync(query.Team, day.Day, ct)
        );
    }

    private static WorkerLoad Row(
        StaffMember w,
        IReadOnlyList<TodayCase> cases,
        CaseWeights weights,
        DateOnly today
    )
    {
        var (load, percent) = (weights.Of(cases.Select(c => c.Benefit)), w.Percent);
        var most = cases
            .Where(c => c.Benefit is not null)
            .GroupBy(c => c.Benefit!.Value)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .FirstOrDefault();
        return new(
            w.Id,
            w.Name,
            cases.Count,
            load,
            percent,
            percent == 0 ? load : Math.Round(load * 100 / percent, 1),
            w.Speciality,
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
