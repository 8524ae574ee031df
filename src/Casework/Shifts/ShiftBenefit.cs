using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// A citizen goes from one benefit to another (sick ↔ unemployed and so on) and keeps worker, plan and appointments.
/// The target group follows where the benefit has one, or is asked for; the contact course begins anew on the day. It
/// can be undone for a while.
/// </summary>
public sealed record ShiftBenefit(CitizenId Citizen, int Benefit, DateOnly From)
    : ICommand<BenefitShifted>,
        IAboutCitizen
{
    /// <summary>LAB § 6; null follows the benefit.</summary>
    public int? TargetGroup { get; init; }

    /// <summary>It is meant to lie more than a month back.</summary>
    public bool LongBack { get; init; }
}

/// <summary>What was kept: the worker, so many booked conversations, so many open steps of the plan.</summary>
public sealed record BenefitShifted(string Before, string Now, string? Worker, int Meetings, int Steps)
{
    public string Group { get; init; } = "";
}

[Requires("casework.citizen.shift")]
internal sealed class ShiftBenefitHandler(
    VirkerContext db,
    ShiftGround ground,
    IEvents events,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<ShiftBenefit, BenefitShifted>
{
    private const int MostBack = 92;

    /// <summary>Further back than this, one is asked.</summary>
    internal const int WithoutAsking = 31;

    public async Task<Outcome<BenefitShifted>> RunAsync(ShiftBenefit command, CancellationToken ct = default)
    {
        var running = await db.Set<BenefitSpellRow>()
            .Where(s => s.CitizenId == command.Citizen && s.ToDay == null)
            .OrderByDescending(s => s.FromDay)
            .FirstOrDefaultAsync(ct);
        if (Decide(command, running, clock.Today()) is { } refusal)
            return refusal;
        var (before, after) = await ground.GroupAsync(command, ct);
        if (after is not { } group)
            return ShiftedGroup.Missing;
        db.EndBefore(running!, command.From);
        db.Add(new BenefitSpellRow { CitizenId = command.Citizen, Benefit = command.Benefit, FromDay = command.From });
        var groupFrom = await ShiftGroupAsync(command, group, ct);
        db.Add(
            new BenefitShiftRow
            {
                Id = Guid.NewGuid(),
                CitizenId = command.Citizen,
                BenefitBefore = running!.Benefit,
                Benefit = command.Benefit,
                GroupBefore = before,
                GroupFrom = groupFrom,
                TargetGroup = group,
                FromDay = command.From,
                MadeAt = clock.GetUtcNow(),
                MadeBy = actor.Value.Name,
            }
        );
        await db.SaveChangesAsync(ct);
        events.Publish(new BenefitChanged(command.Citizen, running.Benefit, command.Benefit, command.From));
        return new BenefitShifted(
            CodeList.Benefits.Label(running.Benefit, running.FromDay),
            CodeList.Benefits.Label(command.Benefit, command.From),
            await ground.WorkerAsync(command, ct),
            await db.Set<MeetingRow>()
                .CountAsync(m => m.CitizenId == command.Citizen && m.Status == MeetingStatus.Planned, ct),
            await db.Set<PlanStepRow>()
                .CountAsync(
                    s =>
                        s.CitizenId == command.Citizen
                        && s.Status != PlanStepStatus.Finished
                        && s.Status != PlanStepStatus.Dropped,
                    ct
                )
        )
        {
            Group = CodeList.TargetGroups.Label(group, command.From),
        };
    }

    internal static Refusal? Decide(ShiftBenefit command, BenefitSpellRow? running, DateOnly today) => Refusal.Each(
        running is null
            ? new Refusal("shift.no-benefit",
                "Borgeren får ingen ydelse lige nu. Begynd med en ny henvendelse.") : null,
        !CodeList.Benefits.MayBeChosen(command.Benefit, command.From)
            ? new Refusal("shift.benefit", "Vælg den nye ydelse.", Field: nameof(command.Benefit)) : null,
        command.Benefit == running?.Benefit
            ? new Refusal("shift.same",
                "Borgeren får allerede den ydelse. Vælg en anden.", Field: nameof(command.Benefit)) : null,
        command.From <= running?.FromDay
            ? new Refusal("shift.before-start",
                "Skiftet skal ligge efter den dag, den nuværende ydelse begyndte.", Field: nameof(command.From)) : null,
        command.From > today.AddDays(31)
            ? new Refusal("shift.too-far",
                "Skiftet kan højst ligge en måned frem.", Field: nameof(command.From)) : null,
        command.From < today.AddDays(-MostBack)
            ? new Refusal("shift.too-long-ago",
                "Skiftet kan højst ligge tre måneder tilbage. Ældre skift rettes af ydelseskontoret.",
                Field: nameof(command.From)) : null,
        command.From < today.AddDays(-WithoutAsking) && !command.LongBack
            ? new Refusal("shift.back",
                $"Skiftet ligger {today.DayNumber - command.From.DayNumber} dage tilbage, og kontaktforløbet "
                + "regnes om fra den dag. Er det meningen, så sæt kryds ved »Skiftet ligger så langt tilbage«.",
                Field: nameof(command.From)) : null,
        command.TargetGroup is { } group && !CodeList.TargetGroups.MayBeChosen(group, command.From)
            ? new Refusal("shift.target-group", "Vælg målgruppen.", Field: nameof(command.TargetGroup)) : null);

    /// <summary>
    /// The group holds from the shift's day; whatever held then ends the day before, and what began on it or later goes.
    /// Answers when the running one began, where it went.
    /// </summary>
    private async Task<DateOnly?> ShiftGroupAsync(ShiftBenefit command, int group, CancellationToken ct)
    {
        var held = await db.Set<TargetGroupSpellRow>()
            .Where(s => s.CitizenId == command.Citizen)
            .Since(command.From)
            .ToListAsync(ct);
        if (held.Exists(s => s.TargetGroup == group && s.ToDay is null && s.FromDay <= command.From))
            return null;
        foreach (var spell in held) db.EndBefore(spell, command.From);
        db.Add(
            new TargetGroupSpellRow
            {
                CitizenId = command.Citizen,
                TargetGroup = group,
                FromDay = command.From,
            }
        );
        return held.Find(s => s.ToDay is null && s.FromDay >= command.From)?.FromDay;
    }
}
