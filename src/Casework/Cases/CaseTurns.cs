using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The one way that a case gets its worker: the turn before ends, the new one begins, and it is told. Saved by whoever
/// asks.
/// </summary>
[Part]
internal sealed class CaseTurns(VirkerContext db, IStaffDirectory directory, IEvents events, TimeProvider clock)
{
    /// <summary>Null where nobody of the jobcenter is meant.</summary>
    public async Task<StaffMember?> WorkerAsync(UserId worker, CancellationToken ct) =>
        (await directory.ReadAsync(ct)).OfJobcenter(worker);

    public async Task TakeAsync(
        CaseRow running,
        StaffMember worker,
        string reason,
        string? handover,
        CancellationToken ct
    )
    {
        var (today, before) = (clock.Today(), running.WorkerId);
        var turns = await db.Set<CaseAssignmentRow>()
            .Where(a => a.CaseId == running.Id && a.ToDay == null)
            .ToListAsync(ct);
        // A turn that began today was one all the same: it is counted as a change, and its handover is read.
        foreach (var turn in turns) turn.ToDay = turn.Period().EndedBefore(today)?.To ?? turn.FromDay;
        db.Add(
            new CaseAssignmentRow
            {
                CaseId = running.Id,
                WorkerId = worker.Id,
                TeamId = worker.Team,
                FromDay = today,
                Reason = reason,
                Handover = handover,
            }
        );
        (running.WorkerId, running.TeamId) = (worker.Id, worker.Team);
        events.Publish(new CaseWorkerChanged(running.CitizenId, before, worker.Id, worker.Team, today));
    }
}
