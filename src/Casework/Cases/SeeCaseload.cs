using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>The running cases of one of the caller's teams, or only the caller's own, a page at a time (page 1 first).</summary>
public sealed record SeeCaseload(TeamId? Team = null, bool OnlyMine = false, int Page = 1) : IQuery;

public sealed record Caseload(IReadOnlyList<CaseloadRow> Cases, int Total, int PageSize) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Cases.Select(c => c.Citizen);
}

public sealed record CaseloadRow(
    CaseId Id, CitizenId Citizen, string Name, DateOnly Born, string Team, string? Worker, DateOnly Opened, string? Benefit, DateOnly? BenefitSince,
    DateTimeOffset? NextMeeting, DateTimeOffset? LastMeeting);

[Requires("casework.caseload.see", Purpose = "Overblik over teamets sager")]
internal sealed class SeeCaseloadHandler(VirkerContext db, CurrentActor actor) : IUseCase<SeeCaseload, Caseload>
{
    internal const int PageSize = 50;

    public async Task<Outcome<Caseload>> RunAsync(SeeCaseload query, CancellationToken ct = default)
    {
        var own = actor.Value.Units.Select(TeamId.From).ToList();
        if (query.Team is { } asked && !own.Contains(asked)) return new Refusal("team.not-yours", "Du kan kun se sagerne i dine egne team.");
        var teams = query.Team is { } one ? [one] : own;
        var user = actor.Value.User;
        var cases = db.Set<CaseRow>().Where(c => c.Closed == null && (query.OnlyMine ? c.WorkerId == user : teams.Contains(c.TeamId)));
        var rows = await Rows(cases).Skip((Math.Max(1, query.Page) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new Caseload(rows, await cases.CountAsync(ct), PageSize);
    }

    private IQueryable<CaseloadRow> Rows(IQueryable<CaseRow> cases) =>
        from c in cases
        join citizen in db.Set<CitizenRow>() on c.CitizenId equals citizen.Id
        join team in db.Set<TeamRow>() on c.TeamId equals team.Id
        join worker in db.Set<WorkerRow>() on c.WorkerId equals worker.UserId into workers
        from worker in workers.DefaultIfEmpty()
        let benefit = db.Set<BenefitSpellRow>().Where(s => s.CitizenId == c.CitizenId && s.ToDay == null).OrderByDescending(s => s.FromDay).FirstOrDefault()
        let next = db.Set<MeetingRow>().Where(m => m.CitizenId == c.CitizenId && m.Status == MeetingStatus.Planned).Min(m => (DateTimeOffset?)m.At)
        let last = db.Set<MeetingRow>().Where(m => m.CitizenId == c.CitizenId && m.Status == MeetingStatus.Held).Max(m => (DateTimeOffset?)m.At)
        orderby citizen.FamilyName, citizen.GivenName, c.Id
        select new CaseloadRow(c.Id, c.CitizenId, citizen.GivenName + " " + citizen.FamilyName, citizen.Born, team.Name, worker == null ? null : worker.Name,
            c.Opened, benefit == null ? null : BenefitName(benefit.Benefit, benefit.FromDay), benefit == null ? null : benefit.FromDay, next, last);

    private static string BenefitName(int benefit, DateOnly from) => CodeList.Benefits[benefit].Label(from);
}

/// <summary>What became of a conversation (samtale), as the register writes it.</summary>
public static class MeetingStatus
{
    public const string Planned = "planlagt";
    public const string Held = "afholdt";
    public const string Missed = "udeblevet";
    public const string Cancelled = "aflyst";
}
