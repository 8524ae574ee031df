using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Change what a step says. A step that was agreed is no longer agreed when its content changes: it is agreed anew, and
/// the citizen is told anew.
/// </summary>
public sealed record EditPlanStep(CitizenId Citizen, PlanStepId Step, int Version, NewPlanStep To)
    : ICommand<PlanStepEdited>,
        IAboutCitizen;

/// <summary><paramref name="AgreementFell"/>: it was agreed before the change.</summary>
public sealed record PlanStepEdited(bool AgreementFell);

[Requires("casework.plan.write")]
internal sealed class EditPlanStepHandler(VirkerContext db, PlanSteps plan, TimeProvider clock)
    : IUseCase<EditPlanStep, PlanStepEdited>
{
    public async Task<Outcome<PlanStepEdited>> RunAsync(EditPlanStep command, CancellationToken ct = default)
    {
        var found = await plan.ToChangeAsync(command.Citizen, command.Step, command.Version, ct);
        if (found.IsRefused) return found.Refusal;
        var (step, to) = (found.Value, command.To with { Kind = found.Value.Kind });
        if (PlanSteps.Decide(to) is { } refusal)
            return refusal.In(nameof(command.To));
        if (!step.Status.IsOpen)
            return new Refusal("plan-step.closed", "Et trin, der er slut, rettes ikke. Sæt et nyt på planen.");
        var changes = Changes(step, to);
        if (changes.Count == 0) return new PlanStepEdited(false);
        var fell = step.AgreedAt is not null && changes.Any(c => c != Sharing);
        (step.Title, step.HoursPerWeek, step.FromDay, step.ToDay) = (to.Title.Trim(), to.HoursPerWeek, to.From, to.To);
        (step.Company, step.CompanyId, step.Education, step.Shared) = (
            PlanSteps.Said(to.Company),
            to.CompanyId,
            PlanSteps.Said(to.Education),
            to.Shared ?? step.Shared
        );
        step.ChangedAt = clock.GetUtcNow();
        if (fell)
            (step.AgreedAt, step.AgreedBy, step.Notice, step.ReadAt) = (null, null, null, null);
        plan.Tell(
            step,
            $"Ændret: {string.Join(", ", changes)}{(fell ? ". Aftalen er faldet bort og skal indgås igen" : "")}"
        );
        await db.SaveChangesAsync(ct);
        return new PlanStepEdited(fell);
    }

    private const string Sharing = "hvem der ser trinnet";

    internal static IReadOnlyList<string> Changes(PlanStepRow step, NewPlanStep to) =>
        [
            .. new (string Word, bool Changed)[]
            {
                ("teksten", step.Title != to.Title.Trim()),
                ("timerne om ugen", step.HoursPerWeek != to.HoursPerWeek),
                ("første dag", step.FromDay != to.From),
                ("sidste dag", step.ToDay != to.To),
                ("virksomheden", step.Company != PlanSteps.Said(to.Company)),
                ("uddannelsen", step.Education != PlanSteps.Said(to.Education)),
                (Sharing, to.Shared is { } shared && shared != step.Shared),
            }
                .Where(c => c.Changed)
                .Select(c => c.Word),
        ];
}
