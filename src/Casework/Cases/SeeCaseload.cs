using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// The running cases of one of the caller's teams, or only the caller's own, a page at a time (page 1 first).
/// </summary>
public sealed record SeeCaseload(TeamId? Team = null, bool OnlyMine = false, int Page = 1) : IQuery<Caseload>
{
    /// <summary>Only those with no conversation planned.</summary>
    public bool WithoutMeeting { get; init; }

    public CaseloadOrder Order { get; init; }

    public bool Descending { get; init; }

    public int PageSize { get; init; } = 50;
}

public enum CaseloadOrder
{
    Name,
    Born,
    Opened,
    BenefitSince,
    NextMeeting,
    LastMeeting,
    Worker,
}

public sealed record Caseload(IReadOnlyList<CaseloadRow> Cases, int Total, int PageSize) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Cases.Select(c => c.Citizen);
}

public sealed record CaseloadRow(
    CaseId Id,
    CitizenId Citizen,
    string Name,
    DateOnly Born,
    string Team,
    string? Worker,
    DateOnly Opened,
    string? Benefit,
    DateOnly? BenefitSince,
    DateTimeOffset? NextMeeting,
    DateTimeOffset? LastMeeting
);

[Requires("casework.caseload.see", Purpose = "Overblik over teamets sager")]
internal sealed class SeeCaseloadHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SeeCaseload, Caseload>
{
    private const int LargestPage = 10_000;

    public async Task<Outcome<Caseload>> RunAsync(SeeCaseload query, CancellationToken ct = default)
    {
        var own = actor.Value.Units.Select(TeamId.From).ToList();
        if (query.Team is { } asked && !own.Contains(asked))
            return new Refusal("team.not-yours", "Du kan kun se sagerne i dine egne team.");
        var teams = query.Team is { } one ? [one] : own;
        var (user, today) = (actor.Value.User, clock.Today());
        var cases = db.Set<CaseRow>()
            .Where(c => c.Closed == null && (query.OnlyMine ? c.WorkerId == user : teams.Contains(c.TeamId)));
        if (query.WithoutMeeting)
            cases = cases.Where(c => !db.Set<MeetingRow>().Ahead(today).Any(m => m.CitizenId == c.CitizenId));
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var rows = await Rows(cases, query).Skip((Math.Max(1, query.Page) - 1) * size).Take(size).ToListAsync(ct);
        return new Caseload(rows, await cases.CountAsync(ct), size);
    }

    private IQueryable<CaseloadRow> Rows(IQueryable<CaseRow> cases, SeeCaseload query)
    {
        var today = clock.Today();
        var all =
            from c in cases
            join citizen in db.Set<CitizenRow>() on c.CitizenId equals citizen.Id
            join team in db.Set<TeamRow>() on c.TeamId equals team.Id
            join worker in db.Set<WorkerRow>() on c.WorkerId equals worker.UserId into workers
            from worker in workers.DefaultIfEmpty()
            let benefit = db.Set<BenefitSpellRow>()
                .On(today)
                .Where(s => s.CitizenId == c.CitizenId)
                .OrderByDescending(s => s.FromDay)
                .FirstOrDefault()
            let next = db.Set<MeetingRow>()
                .Ahead(today)
                .Where(m => m.CitizenId == c.CitizenId)
                .Min(m => (DateTimeOffset?)m.At)
            let last = db.Set<MeetingRow>()
                .Where(m => m.CitizenId == c.CitizenId && m.Status == MeetingStatus.Held)
                .Max(m => (DateTimeOffset?)m.At)
            select new
            {
                c,
                citizen,
                Team = team.Name,
                Worker = worker == null ? null : worker.Name,
                benefit,
                next,
                last,
            };
        var ordered = (query.Order, query.Descending) switch
        {
            (CaseloadOrder.Born, false) => all.OrderBy(r => r.citizen.Born),
            (CaseloadOrder.Born, true) => all.OrderByDescending(r => r.citizen.Born),
            (CaseloadOrder.Opened, false) => all.OrderBy(r => r.c.Opened),
            (CaseloadOrder.Opened, true) => all.OrderByDescending(r => r.c.Opened),
            (CaseloadOrder.BenefitSince, false) => all.OrderBy(r => r.benefit == null).ThenBy(r => r.benefit!.FromDay),
            (CaseloadOrder.BenefitSince, true) => all.OrderBy(r => r.benefit == null)
                .ThenByDescending(r => r.benefit!.FromDay),
            (CaseloadOrder.NextMeeting, false) => all.OrderBy(r => r.next == null).ThenBy(r => r.next),
            (CaseloadOrder.NextMeeting, true) => all.OrderBy(r => r.next == null).ThenByDescending(r => r.next),
            (CaseloadOrder.LastMeeting, false) => all.OrderBy(r => r.last == null).ThenBy(r => r.last),
            (CaseloadOrder.LastMeeting, true) => all.OrderBy(r => r.last == null).ThenByDescending(r => r.last),
            (CaseloadOrder.Worker, false) => all.OrderBy(r => r.Worker == null).ThenBy(r => r.Worker),
            (CaseloadOrder.Worker, true) => all.OrderBy(r => r.Worker == null).ThenByDescending(r => r.Worker),
            (_, true) => all.OrderByDescending(r => r.citizen.FamilyName),
            _ => all.OrderBy(r => r.citizen.FamilyName),
        };
        return ordered
            .ThenBy(r => r.citizen.FamilyName)
            .ThenBy(r => r.citizen.GivenName)
            .ThenBy(r => r.c.Id)
            .Select(r => new CaseloadRow(
                r.c.Id,
                r.c.CitizenId,
                r.citizen.GivenName + " " + r.citizen.FamilyName,
                r.citizen.Born,
                r.Team,
                r.Worker,
                r.c.Opened,
                r.benefit == null ? null : BenefitName(r.benefit.Benefit, r.benefit.FromDay),
                r.benefit == null ? null : r.benefit.FromDay,
                r.next,
                r.last
            ));
    }

    private static string BenefitName(int benefit, DateOnly from) => CodeList.Benefits.Label(benefit, from);
}
