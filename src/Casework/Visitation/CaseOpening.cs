using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What follows when an application is granted: the case, its worker, the benefit and the target group.
/// </summary>
[Part]
internal sealed class CaseOpening(
    VirkerContext db,
    CaseTurns turns,
    IEvents events,
    CurrentActor actor,
    TimeProvider clock
)
{
    public void Decide(ApplicationRow application, DecideApplication command, FrozenEvidence evidence)
    {
        (
            application.DecidedAt,
            application.DecidedBy,
            application.TargetGroup,
            application.Segment,
            application.WorkerId
        ) = (clock.GetUtcNow(), actor.Value.Name, command.TargetGroup, command.Segment, command.Worker);
        application.Evidence = FrozenEvidence.Write(evidence);
    }

    /// <summary>A case for somebody who has none, and a worker for a case that nobody has.</summary>
    public async Task OpenAsync(
        ApplicationRow application,
        CaseRow? running,
        StaffMember worker,
        CancellationToken ct
    )
    {
        if (running is { WorkerId: not null }) return;
        if (running is null)
            db.Add(
                running = new CaseRow
                {
                    Id = NewId.Of<CaseId>(),
                    CitizenId = application.CitizenId,
                    Opened = clock.Today(),
                }
            );
        await turns.TakeAsync(running, worker, "Ny henvendelse", null, ct);
    }

    public async Task BeginAsync(DecideApplication command, ApplicationRow application, CancellationToken ct)
    {
        var today = clock.Today();
        var before = await EndOthersAsync(command.Citizen, today, ct);
        db.Add(
            new BenefitSpellRow
            {
                CitizenId = command.Citizen,
                Benefit = application.Benefit,
                FromDay = today,
            }
        );
        db.Add(
            new TargetGroupSpellRow
            {
                CitizenId = command.Citizen,
                TargetGroup = command.TargetGroup,
                FromDay = today,
            }
        );
        await db.SaveChangesAsync(ct);
        events.Publish(new BenefitChanged(command.Citizen, before, application.Benefit, today));
    }

    /// <summary>
    /// One benefit and one target group at a time: what ran until yesterday ends there, and what began today, or was to
    /// come, has not been. Answers the benefit that ran.
    /// </summary>
    private async Task<int?> EndOthersAsync(CitizenId citizen, DateOnly today, CancellationToken ct)
    {
        var benefits = await db.Set<BenefitSpellRow>()
            .Where(s => s.CitizenId == citizen)
            .Since(today)
            .ToListAsync(ct);
        var groups = await db.Set<TargetGroupSpellRow>()
            .Where(s => s.CitizenId == citizen)
            .Since(today)
            .ToListAsync(ct);
        var ran = benefits.Where(s => s.FromDay <= today).MaxBy(s => s.FromDay)?.Benefit;
        foreach (var spell in benefits.Concat<ISpell>(groups)) db.EndBefore(spell, today);
        return ran;
    }
}
