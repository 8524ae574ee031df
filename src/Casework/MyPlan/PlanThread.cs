using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Write to the citizen in a step's thread. What the citizen has written there is answered by it.</summary>
public sealed record WritePlanMessage(CitizenId Citizen, PlanStepId Step, string Text) : ICommand<Done>, IAboutCitizen;

[Requires("casework.plan.write")]
internal sealed class WritePlanMessageHandler(VirkerContext db, PlanSteps plan) : IUseCase<WritePlanMessage, Done>
{
    internal const int Longest = 2000;

    public async Task<Outcome<Done>> RunAsync(WritePlanMessage command, CancellationToken ct = default)
    {
        if (Decide(command.Text) is { } refusal) return refusal;
        var found = await ThreadAsync(db, plan, command.Citizen, command.Step, ct);
        if (found.IsRefused) return found.Refusal;
        plan.Enter(found.Value, PlanEntryKind.Message, command.Text.Trim());
        found.Value.UnansweredAt = null;
        db.Touch(found.Value);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(string text) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("plan-message.no-text",
            "Skriv en besked.", Field: nameof(WritePlanMessage.Text))
        : text.Trim().Length > Longest
            ? new Refusal("plan-message.too-long", $"Skriv højst {Longest} tegn.", Field: nameof(WritePlanMessage.Text))
        : null;

    /// <summary>Whatever its version: a message adds and takes nothing away.</summary>
    internal static async Task<Outcome<PlanStepRow>> ThreadAsync(
        VirkerContext db,
        PlanSteps plan,
        CitizenId citizen,
        PlanStepId id,
        CancellationToken ct
    )
    {
        var version = await db.Set<PlanStepRow>()
            .Where(s => s.Id == id && s.CitizenId == citizen)
            .Select(s => s.Version)
            .FirstOrDefaultAsync(ct);
        return await plan.ToChangeAsync(citizen, id, version, ct);
    }
}

/// <summary>What the citizen has written needs no answer, or has been answered elsewhere.</summary>
public sealed record SettlePlanThread(CitizenId Citizen, PlanStepId Step) : ICommand<Done>, IAboutCitizen;

[Requires("casework.plan.write")]
internal sealed class SettlePlanThreadHandler(VirkerContext db, PlanSteps plan) : IUseCase<SettlePlanThread, Done>
{
    public async Task<Outcome<Done>> RunAsync(SettlePlanThread command, CancellationToken ct = default)
    {
        var found = await WritePlanMessageHandler.ThreadAsync(db, plan, command.Citizen, command.Step, ct);
        if (found.IsRefused) return found.Refusal;
        if (found.Value.UnansweredAt is null) return Done.It;
        found.Value.UnansweredAt = null;
        plan.Tell(found.Value, "Set, uden at der skal svares");
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
