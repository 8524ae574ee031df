using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Somebody who works with a citizen: who, as what, and what they last had to do with it.</summary>
public sealed record CaseColleague(string Name, string As, DateOnly? Since);

/// <summary>Everybody on a citizen's case: who has it, who covers, who had it, who has talked with the citizen, and which teams take part in the plan.</summary>
internal sealed class ColleagueReader(VirkerContext db, TimeProvider clock)
{
    private const int Most = 12;
    private const int MonthsBack = 12;

    public async Task<IReadOnlyList<CaseColleague>> ReadAsync(CitizenId citizen, CancellationToken ct)
    {
        var (today, since) = (clock.Today(), clock.GetUtcNow().AddMonths(-MonthsBack));
        var turns = await (from c in db.Set<CaseRow>() where c.CitizenId == citizen && c.Closed == null
                           join a in db.Set<CaseAssignmentRow>() on c.Id equals a.CaseId
                           join w in db.Set<WorkerRow>() on a.WorkerId equals w.UserId
                           orderby a.FromDay descending
                           select new { a.WorkerId, w.Name, a.FromDay, a.ToDay, Has = c.WorkerId == a.WorkerId }).ToListAsync(ct);
        var has = turns.Where(t => t.Has).Select(t => (UserId?)t.WorkerId).FirstOrDefault();
        var covers = await (from v in db.Set<CoverRow>() where v.EndedAt == null && v.WorkerId == has && v.FromDay <= today && v.ToDay >= today
                            join w in db.Set<WorkerRow>() on v.CoverId equals w.UserId select new { w.Name, v.ToDay }).ToListAsync(ct);
        var talked = await (from m in db.Set<MeetingRow>() where m.CitizenId == citizen && m.Status == MeetingStatus.Held && m.At > since
                            join w in db.Set<WorkerRow>() on m.WorkerId equals w.UserId
                            group m by new { w.UserId, w.Name } into g select new { g.Key.UserId, g.Key.Name, Last = g.Max(m => m.At) }).ToListAsync(ct);
        var partners = await (from p in db.Set<PlanPartnerRow>() where p.CitizenId == citizen && p.EndedAt == null
                              join t in db.Set<TeamRow>() on p.TeamId equals t.Id select new { t.Name, p.Purpose, p.AddedAt }).ToListAsync(ct);
        return [.. turns.Take(1).Where(t => t.Has).Select(t => new CaseColleague(t.Name, "har sagen", t.FromDay))
            .Concat(covers.Select(c => new CaseColleague(c.Name, Danish($"dækker for sagsbehandleren til {c.ToDay:d. MMMM}"), null)))
            .Concat(partners.Select(p => new CaseColleague(p.Name, $"med i planen: {p.Purpose}", p.AddedAt.DanishDate())))
            .Concat(turns.Where(t => !t.Has).DistinctBy(t => t.WorkerId).Select(t => new CaseColleague(t.Name, Danish($"havde sagen til {t.ToDay:d. MMMM yyyy}"), t.FromDay)))
            .Concat(talked.Where(t => turns.All(x => x.WorkerId != t.UserId)).Select(t => new CaseColleague(t.Name, "har holdt samtale", t.Last.DanishDate()))).Take(Most)];
    }

    private static string Danish(FormattableString text) => text.ToString(System.Globalization.CultureInfo.GetCultureInfo("da-DK"));
}
