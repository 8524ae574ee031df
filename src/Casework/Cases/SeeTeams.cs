using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>The jobcenter's teams with how many workers and running cases each has; no citizen is shown.</summary>
public sealed record SeeTeams : IQuery<Teams>;

public sealed record Teams(IReadOnlyList<TeamLoad> All);

public sealed record TeamLoad(TeamId Id, string Name, string Area, int Workers, int RunningCases);

[Requires("casework.team.see")]
internal sealed class SeeTeamsHandler(VirkerContext db, IStaffDirectory directory) : IUseCase<SeeTeams, Teams>
{
    public async Task<Outcome<Teams>> RunAsync(SeeTeams query, CancellationToken ct = default)
    {
        var staff = await directory.ReadAsync(ct);
        var running = (
            await db.Set<CaseRow>()
                .Where(c => c.Closed == null)
                .GroupBy(c => c.TeamId)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(ct)
        ).ToDictionary(c => c.Key, c => c.Count);
        return new Teams([
            .. staff.Teams.Select(t => new TeamLoad(
                t.Id,
                t.Name,
                t.Area,
                staff.Of(t.Id).Count,
                running.GetValueOrDefault(t.Id)
            )),
        ]);
    }
}
