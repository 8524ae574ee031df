using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
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
internal sealed class SeeCaseloadHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SeeCaseload, Caseload>
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
        var (staff, skipped) = (await directory.ReadAsync(ct), (Math.Max(1, query.Page) - 1) * size);
        var lines =
            query.Order == CaseloadOrder.Worker
                ? await ByWorkerAsync(cases, query, staff, skipped, size, ct)
                : await Lines(cases, query).Skip(skipped).Take(size).ToListAsync(ct);
        return new Caseload([.. lines.Select(l => Row(l, staff))], await cases.CountAsync(ct), size);
    }

    /// <summary>Names of workers stand in the directory, so the page is found among the cases' ids first.</summary>
    private async Task<IReadOnlyList<Line>> ByWorkerAsync(
        IQueryable<CaseRow> cases,
        SeeCaseload query,
        Staff staff,
        int skipped,
        int size,
        CancellationToken ct
    )
    {
        var all = await Lines(cases, query).Select(l => new { l.Case.Id, l.Case.WorkerId }).ToListAsync(ct);
        var known = all.OrderBy(c => staff.NameOf(c.WorkerId) is null);
        var ids = (
            query.Descending
                ? known.ThenByDescending(c => staff.NameOf(c.WorkerId), StringComparer.Ordinal)
                : known.ThenBy(c => staff.NameOf(c.WorkerId), StringComparer.Ordinal)
        )
            .Skip(skipped)
            .Take(size)
            .Select(c => c.Id)
            .ToList();
        var lines = await Lines(cases.Where(c => ids.Contains(c.Id)), query).ToDictionaryAsync(l => l.Case.Id, ct);
        return ids.ConvertAll(id => lines[id]);
    }

    private IQueryable<Line> Lines(IQueryable<CaseRow> cases, SeeCaseload query)
    {
        var today = clock.Today();
        var all =
            from c in cases
            join citizen in db.Set<CitizenRow>() on c.CitizenId equals citizen.Id
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
            select new Line
            {
                Case = c,
                Citizen = citizen,
                Benefit = benefit,
                Next = next,
                Last = last,
            };
        return Ordered(all, query)
            .ThenBy(r => r.Citizen.FamilyName)
            .ThenBy(r => r.Citizen.GivenName)
            .ThenBy(r => r.Case.Id);
    }

    private static IOrderedQueryable<Line> Ordered(IQueryable<Line> all, SeeCaseload query) =>
        (query.Order, query.Descending) switch
        {
            (CaseloadOrder.Born, false) => all.OrderBy(r => r.Citizen.Born),
            (CaseloadOrder.Born, true) => all.OrderByDescending(r => r.Citizen.Born),
            (CaseloadOrder.Opened, false) => all.OrderBy(r => r.Case.Opened),
            (CaseloadOrder.Opened, true) => all.OrderByDescending(r => r.Case.Opened),
            (CaseloadOrder.BenefitSince, false) => all.OrderBy(r => r.Benefit == null).ThenBy(r => r.Benefit!.FromDay),
            (CaseloadOrder.BenefitSince, true) => all.OrderBy(r => r.Benefit == null)
                .ThenByDescending(r => r.Benefit!.FromDay),
            (CaseloadOrder.NextMeeting, false) => all.OrderBy(r => r.Next == null).ThenBy(r => r.Next),
            (CaseloadOrder.NextMeeting, true) => all.OrderBy(r => r.Next == null).ThenByDescending(r => r.Next),
            (CaseloadOrder.LastMeeting, false) => all.OrderBy(r => r.Last == null).ThenBy(r => r.Last),
            (CaseloadOrder.LastMeeting, true) => all.OrderBy(r => r.Last == null).ThenByDescending(r => r.Last),
            (_, true) => all.OrderByDescending(r => r.Citizen.FamilyName),
            _ => all.OrderBy(r => r.Citizen.FamilyName),
        };

    private sealed record Line
    {
        public required CaseRow Case { get; init; }

        public required CitizenRow Citizen { get; init; }

        public BenefitSpellRow? Benefit { get; init; }

        public DateTimeOffset? Next { get; init; }

        public DateTimeOffset? Last { get; init; }
    }

    private static CaseloadRow Row(Line line, Staff staff) =>
        new(
            line.Case.Id,
            line.Citizen.Id,
            line.Citizen.Name,
            line.Citizen.Born,
            staff.NameOf(line.Case.TeamId) ?? "",
            staff.NameOf(line.Case.WorkerId),
            line.Case.Opened,
            line.Benefit is { } benefit ? CodeList.Benefits.Label(benefit.Benefit, benefit.FromDay) : null,
            line.Benefit?.FromDay,
            line.Next,
            line.Last
        );
}
