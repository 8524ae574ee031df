using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
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
internal sealed class ColleagueReader(VirkerContext db, IStaffDirectory directory, ICovers covers, TimeProvider clock)
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
        var staff = await directory.ReadAsync(ct);
        var turns = running is null ? [] : await TurnsAsync(running.Id, staff, ct);
        var covering = running?.WorkerId is { } has
            ? (await covers.BetweenAsync(today, today, ct)).Where(c => c.Worker == has)
            : [];
        var partners = await db.Set<PlanPartnerRow>()
            .AsNoTracking()
            .Where(p => p.CitizenId == citizen && p.EndedAt == null)
            .ToListAsync(ct);
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
                    covering.Select(c => new CaseColleague(
                        c.Covers,
                        Danish.Say($"dækker for sagsbehandleren til {c.To:d. MMMM}"),
                        null
                    ))
                )
                .Concat(
                    partners.Select(p => new CaseColleague(
                        staff.NameOf(p.TeamId) ?? "",
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
                            Danish.Say($"havde sagen til {t.ToDay:d. MMMM yyyy}"),
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

    private async Task<List<Turn>> TurnsAsync(CaseId running, Staff staff, CancellationToken ct)
    {
        var rows = await db.Set<CaseAssignmentRow>()
            .AsNoTracking()
            .Where(a => a.CaseId == running)
            .OrderByDescending(a => a.FromDay)
            .ToListAsync(ct);
        return
        [
            .. from a in rows
            let name = staff.NameOf(a.WorkerId)
            where name is not null
            select new Turn(a.WorkerId, name, a.FromDay, a.ToDay),
        ];
    }

    private sealed record Turn(UserId WorkerId, string Name, DateOnly FromDay, DateOnly? ToDay);
}
