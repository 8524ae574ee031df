using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>The jobcenter's teams with how many workers and running cases each has; no citizen is shown.</summary>
public sealed record SeeTeams : IQuery<Teams>;

public sealed record Teams(IReadOnlyList<TeamLoad> All);

public sealed record TeamLoad(TeamId Id, string Name, string Area, int Workers, int RunningCases);

[Requires("casework.team.see")]
internal sealed class SeeTeamsHandler(VirkerContext db) : IUseCase<SeeTeams, Teams>
{
    public async Task<Outcome<Teams>> RunAsync(SeeTeams query, CancellationToken ct = default) =>
        new Teams(
            await db.Set<TeamRow>()
                .OrderBy(t => t.Name)
                .Select(t => new TeamLoad(
                    t.Id,
                    t.Name,
                    t.Area,
                    db.Set<WorkerRow>().Count(w => w.TeamId == t.Id),
                    db.Set<CaseRow>().Count(c => c.TeamId == t.Id && c.Closed == null)
                ))
                .ToListAsync(ct)
        );
}
