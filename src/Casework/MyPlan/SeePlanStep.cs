using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>One step of a citizen's plan with its thread and history.</summary>
public sealed record SeePlanStep(CitizenId Citizen, PlanStepId Step) : IQuery<PlanStepView>, IAboutCitizen;

/// <summary>
/// <paramref name="Entries"/>: empty for other departments, which see the step and not what is said about it.
/// </summary>
public sealed record PlanStepView(
    string Name,
    PlanStep Step,
    string MadeBy,
    DateTimeOffset MadeAt,
    string? Notice,
    string UsualNotice,
    IReadOnlyList<PlanEntry> Entries
);

/// <summary>A line in a step's thread. <paramref name="IsMessage"/>: somebody's words; otherwise a change.</summary>
public sealed record PlanEntry(bool IsMessage, string Text, DateTimeOffset At, string Author, bool ByCitizen);

[Requires("casework.plan.see")]
internal sealed class SeePlanStepHandler(VirkerContext db, PlanSteps plan) : IUseCase<SeePlanStep, PlanStepView>
{
    public async Task<Outcome<PlanStepView>> RunAsync(SeePlanStep query, CancellationToken ct = default)
    {
        var name = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        var step = (await plan.ReadAsync(query.Citizen, openOnly: false, ct)).FirstOrDefault(s => s.Id == query.Step);
        if (name is null || step is null) return Refusal.NotFound("plan-step.not-found", "Trinnet findes ikke.");
        var row = await db.Set<PlanStepRow>().FirstAsync(s => s.Id == query.Step, ct);
        return new PlanStepView(
            name,
            step,
            row.MadeBy,
            row.MadeAt,
            row.Notice,
            PlanNotice.Of(row.Title, row.ToDay),
            step.MayEdit ? await EntriesAsync(db, query.Step, ct) : []
        );
    }

    internal static async Task<IReadOnlyList<PlanEntry>> EntriesAsync(
        VirkerContext db,
        PlanStepId step,
        CancellationToken ct
    ) =>
        await db.Set<PlanEntryRow>()
            .Where(e => e.StepId == step)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Select(e => new PlanEntry(e.Kind == PlanEntryKind.Message, e.Text, e.At, e.Author, e.ByCitizen))
            .ToListAsync(ct);
}
