using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// "Since last time" (siden sidst) in three lines at the most: what is new in the case since the last conversation that
/// was held.
/// </summary>
[Part]
internal sealed class SinceLastTime(VirkerContext db)
{
    private const int Lines = 3;

    public async Task<IReadOnlyList<string>> ReadAsync(CitizenId citizen, DateTimeOffset before, CancellationToken ct)
    {
        var last = await db.Set<MeetingRow>()
            .Where(m => m.CitizenId == citizen && m.Status == MeetingStatus.Held && m.At < before)
            .OrderByDescending(m => m.At)
            .Select(m => (DateTimeOffset?)m.At)
            .FirstOrDefaultAsync(ct);
        var since = last?.DanishDate() ?? DateOnly.MinValue;
        List<string> lines =
        [
            last is null ? "Det er den første samtale, der er registreret." : $"Sidst talte I sammen {Day(since)}.",
        ];
        lines.AddRange(await BenefitsAsync(citizen, since, ct));
        lines.AddRange(await AbsencesAsync(citizen, last, before, ct));
        lines.AddRange(await InterventionsAsync(citizen, since, before.DanishDate(), ct));
        lines.AddRange(await StepsAsync(citizen, last, ct));
        return [.. lines.Take(Lines)];
    }

    private async Task<IEnumerable<string>> BenefitsAsync(CitizenId citizen, DateOnly since, CancellationToken ct) =>
        (
            await db.Set<BenefitSpellRow>()
                .AsNoTracking()
                .Where(s => s.CitizenId == citizen && s.FromDay > since && s.ToDay == null)
                .ToListAsync(ct)
        ).Select(s => $"Ny ydelse: {CodeList.Benefits.Label(s.Benefit, s.FromDay)} fra {Day(s.FromDay)}.");

    private async Task<IEnumerable<string>> AbsencesAsync(
        CitizenId citizen,
        DateTimeOffset? last,
        DateTimeOffset before,
        CancellationToken ct
    )
    {
        var since = last ?? DateTimeOffset.MinValue;
        var missed = await db.Set<MeetingRow>()
            .Where(m =>
                m.CitizenId == citizen
                && m.At > since
                && m.At < before
                && (m.Status == MeetingStatus.Missed || m.Status == MeetingStatus.Excused)
            )
            .OrderByDescending(m => m.At)
            .Select(m => new { m.At, m.Status })
            .ToListAsync(ct);
        return missed
            .Take(1)
            .Select(m =>
                m.Status == MeetingStatus.Missed
                    ? $"Udeblev fra samtalen {Day(m.At.DanishDate())}."
                    : $"Meldte afbud til samtalen {Day(m.At.DanishDate())}."
            );
    }

    private async Task<IEnumerable<string>> InterventionsAsync(
        CitizenId citizen,
        DateOnly since,
        DateOnly before,
        CancellationToken ct
    ) =>
        (
            await db.Set<InterventionRow>()
                .AsNoTracking()
                .Where(i => i.CitizenId == citizen && (i.FromDay > since || (i.ToDay > since && i.ToDay < before)))
                .OrderByDescending(i => i.FromDay)
                .Take(2)
                .ToListAsync(ct)
        ).Select(i =>
            i.FromDay > since
                ? $"Begyndte i {Named(i)} {Day(i.FromDay)}."
                : $"Sluttede i {Named(i)} {Day(i.ToDay!.Value)}."
        );

    private async Task<IEnumerable<string>> StepsAsync(CitizenId citizen, DateTimeOffset? last, CancellationToken ct)
    {
        var since = last ?? DateTimeOffset.MinValue;
        var finished = await db.Set<PlanStepRow>()
            .Where(s =>
                s.CitizenId == citizen
                && (s.Shared || s.Area == Department.Employment)
                && s.Status == PlanStepStatus.Finished
                && s.ChangedAt > since
            )
            .OrderByDescending(s => s.ChangedAt)
            .Select(s => s.Title)
            .Take(2)
            .ToListAsync(ct);
        return finished.Select(title => $"Gennemført: {title.TrimEnd('.')}.");
    }

    private static string Named(InterventionRow intervention) =>
        CodeList.Interventions.Label(intervention.Kind, intervention.FromDay).ToLower(Danish.Culture);

    private static string Day(DateOnly day) => day.ToString("d. MMMM yyyy", Danish.Culture);
}
