using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// How a team stands today, worker by worker, in counts; no citizen is shown. The same rules as each worker's own list.
/// </summary>
public sealed record SeeTeamToday(TeamId Team) : IQuery<TeamToday>;

public sealed record TeamToday(
    string Name,
    DateOnly Day,
    IReadOnlyList<WorkerToday> Workers,
    IReadOnlyList<TodayCounter> Counters,
    PortfolioShare Share,
    int WithoutWorker
);

/// <summary>
/// <paramref name="Load"/>: cases weighted by how much the benefit asks for, so that portfolios can be compared. Each
/// count is of one reason, as the counters of the list are.
/// </summary>
public sealed record WorkerToday(
    UserId Worker,
    string Name,
    int Cases,
    double Load,
    int Overdue,
    int Due,
    int Behind,
    int Unrecorded,
    int NoNextStep,
    int OnHold,
    bool Away
);

[Requires("casework.day.see", Purpose = "Overblik over teamets arbejde")]
internal sealed class SeeTeamTodayHandler(VirkerContext db, DayBook book, IAbsences absences, CurrentActor actor)
    : IUseCase<SeeTeamToday, TeamToday>
{
    public async Task<Outcome<TeamToday>> RunAsync(SeeTeamToday query, CancellationToken ct = default)
    {
        if (!actor.Value.Units.Contains(query.Team.Value))
            return new Refusal("team.not-yours", "Du kan kun se dine egne team.");
        var day = await book.CurrentAsync(ct);
        if (day.Staff.NameOf(query.Team) is not { } name)
            return Refusal.NotFound("team.not-found", "Teamet findes ikke.");
        var cases = day.Cases.OfTeam(query.Team);
        var (away, weights) = (await absences.NowAsync(ct), await CaseWeights.ReadAsync(db, ct));
        var byWorker = cases.ToLookup(c => c.WorkerId);
        return new TeamToday(
            name,
            day.Day,
            [
                .. day
                    .Staff.Of(query.Team)
                    .Select(w => Row(w.Id, w.Name, away.Contains(w.Id), [.. byWorker[w.Id]], weights)),
            ],
            [
                .. WorkReason
                    .All.Where(r => r != WorkReason.Reminder)
                    .Select(r => new TodayCounter(r, Having(cases, r))),
            ],
            PortfolioShare.Of(cases, day.Day, day.Law),
            byWorker[null].Count()
        );
    }

    private static WorkerToday Row(
        UserId worker,
        string name,
        bool away,
        IReadOnlyList<TodayCase> cases,
        CaseWeights weights
    ) =>
        new(
            worker,
            name,
            cases.Count,
            weights.Of(cases.Select(c => c.Benefit)),
            Having(cases, WorkReason.Overdue),
            Having(cases, WorkReason.Due),
            Having(cases, WorkReason.Behind),
            Having(cases, WorkReason.Unrecorded),
            Having(cases, WorkReason.NoNextStep),
            cases.Count(c => c.IsResting),
            away
        );

    private static int Having(IEnumerable<TodayCase> cases, WorkReason reason) =>
        cases.Count(c => !c.IsResting && c.Reasons.Any(r => r.Reason == reason));
}
