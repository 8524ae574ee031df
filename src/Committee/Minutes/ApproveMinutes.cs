using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Approve a meeting's minutes: every item is decided, and no two were handled at the same place.</summary>
public sealed record ApproveMinutes(CommitteeMeetingId Meeting) : ICommand<Done>;

/// <summary>
/// Open approved minutes again to correct them. What is public stays until the corrected minutes are approved and
/// published.
/// </summary>
public sealed record CorrectMinutes(CommitteeMeetingId Meeting) : ICommand<Done>;

[Requires("committee.minutes.approve")]
internal sealed class ApproveMinutesHandler(VirkerContext db, MeetingDesk desk) : IUseCase<ApproveMinutes, Done>
{
    public async Task<Outcome<Done>> RunAsync(ApproveMinutes command, CancellationToken ct = default)
    {
        var meeting = await desk.StepAsync(command.Meeting, MeetingStep.ApproveMinutes, ct);
        if (meeting.IsRefused)
            return meeting.Refusal;
        var items = await db.Set<AgendaItemRow>()
            .AsNoTracking()
            .Where(i => i.MeetingId == command.Meeting)
            .OrderBy(i => i.Position)
            .ToListAsync(ct);
        var ids = items.Select(i => i.Id).ToList();
        var decided = await db.Set<DecisionRow>()
            .Where(d => ids.Contains(d.ItemId) && d.DecidedOn == meeting.Value.HeldOn)
            .Select(d => d.ItemId)
            .ToListAsync(ct);
        if (Decide(items, decided.ToHashSet()) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(IReadOnlyList<AgendaItemRow> items, IReadOnlySet<AgendaItemId> decided)
    {
        var open = items.Where(i => !decided.Contains(i.Id)).Select(i => i.Number).ToList();
        if (open.Count > 0)
            return new Refusal("minutes.undecided", $"Der mangler en beslutning på punkt {string.Join(", ", open)}.");
        var twice = items.Where(i => i.HandledAs != null).GroupBy(i => i.HandledAs).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? null
            : new Refusal(
                "minutes.same-order",
                $"Punkt {string.Join(" og ", twice.Select(i => i.Number))} står begge som behandlet som nr. {twice.Key}. Ret rækkefølgen."
            );
    }
}

[Requires("committee.minutes.approve")]
internal sealed class CorrectMinutesHandler(VirkerContext db, MeetingDesk desk) : IUseCase<CorrectMinutes, Done>
{
    public async Task<Outcome<Done>> RunAsync(CorrectMinutes command, CancellationToken ct = default)
    {
        var meeting = await desk.StepAsync(command.Meeting, MeetingStep.CorrectMinutes, ct);
        if (meeting.IsRefused) return meeting.Refusal;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
