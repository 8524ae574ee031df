using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Somebody who works with a citizen: who, as what, and what they last had to do with it.</summary>
public sealed record CaseColleague(string Name, string As, DateOnly? Since)
{
    /// <summary>Had the case, or has only talked with the citizen once: not somebody to ask first.</summary>
    public bool IsFormer { get; init; }
}

/// <summary>
/// Everybody on a citizen's case: who has it, who covers, who had it, who has talked with the citizen, and which teams
/// take part in the plan.
/// </summary>
[Part]
internal sealed class ColleagueReader(VirkerContext db, TimeProvider clock)
{
    private const int MonthsBack = 12;

    public async Task<IReadOnlyList<CaseColleague>> ReadAsync(
        CitizenId citizen,
        RunningCase? running,
        IReadOnlyList<CitizenMeeting> meetings,
        CancellationToken ct
    )
    {
        var (today, since) = (clock.Today(), clock.GetUtcNow().AddMonths(-MonthsBack));
        var turns = running is null
            ? []
            : await (
                from a in db.Set<CaseAssignmentRow>()
                where a.CaseId == running.Id
                join w in db.Set<WorkerRow>() on a.WorkerId equals w.UserId
                orderby a.FromDay descending
                select new
                {
                    a.WorkerId,
                    w.Name,
                    a.FromDay,
                    a.ToDay,
                }
            ).ToListAsync(ct);
        var covers = running?.WorkerId is not { } has
            ? []
            : await (
                from v in Covering.On(db, today)
                where v.WorkerId == has
                join w in db.Set<WorkerRow>() on v.CoverId equals w.UserId
                select new { w.Name, v.ToDay }
            ).ToListAsync(ct);
        var partners = await (
            from p in db.Set<PlanPartnerRow>()
            where p.CitizenId == citizen && p.EndedAt == null
            join t in db.Set<TeamRow>() on p.TeamId equals t.Id
            select new
            {
                t.Name,
                p.Purpose,
                p.AddedAt,
            }
        ).ToListAsync(ct);
        var now = running?.Worker is { } worker
            ?
            [
                new CaseColleague(
                    worker,
                    "har sagen",
                    turns.FirstOrDefault(t => t.WorkerId == running.WorkerId)?.FromDay ?? running.Opened
                ),
            ]
            : Array.Empty<CaseColleague>();
        return
        [
            .. now.Concat(
                    covers.Select(c => new CaseColleague(
                        c.Name,
                        Danish($"dækker for sagsbehandleren til {c.ToDay:d. MMMM}"),
                        null
                    ))
                )
                .Concat(
                    partners.Select(p => new CaseColleague(
                        p.Name,
                        $"med i planen: {p.Purpose}",
                        p.AddedAt.DanishDate()
                    ))
                )
                .Concat(
                    turns
                        .Where(t => t.WorkerId != running!.WorkerId)
                        .DistinctBy(t => t.WorkerId)
                        .Select(t => new CaseColleague(
                            t.Name,
                            Danish($"havde sagen til {t.ToDay:d. MMMM yyyy}"),
                            t.FromDay
                        )
                        {
                            IsFormer = true,
                        })
                )
                .Concat(
                    meetings
                        .Where(m =>
                            m.Status == MeetingStatus.Held
                            && m.At > since
                            && m.Worker is not null
                            && m.Worker != running?.Worker
                            && turns.All(t => t.Name != m.Worker)
                        )
                        .GroupBy(m => m.Worker!)
                        .Select(g => new CaseColleague(g.Key, "har holdt samtale", g.Max(m => m.At).DanishDate())
                        {
                            IsFormer = true,
                        })
                ),
        ];
    }

    private static string Danish(FormattableString text) =>
        text.ToString(System.Globalization.CultureInfo.GetCultureInfo("da-DK"));
}
