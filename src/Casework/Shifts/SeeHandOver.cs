using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Who can take a case over: the same team first, those with fewest running cases before others.</summary>
public sealed record SeeHandOver(CitizenId Citizen) : IQuery<HandOverView>, IAboutCitizen;

public sealed record HandOverView(string Name, int Changes, IReadOnlyList<HandOverWorker> Workers)
{
    /// <summary>The scheme that promises the citizen one worker, where they are in one.</summary>
    public string? OneWorker { get; init; }
}

public sealed record HandOverWorker(UserId Id, string Name, string Team, int Cases);

[Requires("casework.case.hand-over")]
internal sealed class SeeHandOverHandler(VirkerContext db, IStaffDirectory directory)
    : IUseCase<SeeHandOver, HandOverView>
{
    public async Task<Outcome<HandOverView>> RunAsync(SeeHandOver query, CancellationToken ct = default)
    {
        var name = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        if (name is null)
            return CitizenRefusals.NotFound;
        var running = await db.Set<CaseRow>()
            .FirstOrDefaultAsync(c => c.CitizenId == query.Citizen && c.Closed == null, ct);
        if (running is null)
            return new Refusal("case.not-running", "Borgeren har ingen løbende sag.");
        var staff = await directory.ReadAsync(ct);
        var area = staff.Team(running.TeamId)?.Area;
        var cases = (
            await db.Set<CaseRow>()
                .Where(c => c.Closed == null && c.WorkerId != null)
                .GroupBy(c => c.WorkerId!.Value)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(ct)
        ).ToDictionary(c => c.Key, c => c.Count);
        var workers = staff
            .Members.Where(w => w.Id != running.WorkerId && staff.Team(w.Team)?.Area == area)
            .Select(w => new HandOverWorker(w.Id, w.Name, staff.NameOf(w.Team)!, cases.GetValueOrDefault(w.Id)));
        var turns = await db.Set<CaseAssignmentRow>().CountAsync(a => a.CaseId == running.Id, ct);
        var one = await (
            from p in db.Set<SchemeParticipantRow>()
            where p.CitizenId == query.Citizen && p.ToDay == null
            join s in db.Set<SchemeRow>() on p.SchemeId equals s.Id
            where s.OneWorker
            select s.Name
        ).FirstOrDefaultAsync(ct);
        return new HandOverView(
            name,
            Math.Max(0, turns - 1),
            [.. workers.OrderBy(w => w.Cases).ThenBy(w => w.Name, StringComparer.Ordinal)]
        )
        {
            OneWorker = one,
        };
    }
}
