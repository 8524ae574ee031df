using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// A reassessment that was made. <paramref name="DueOn"/>: the last day it was for; <paramref name="Next"/>: when an
/// extended case is looked at again.
/// </summary>
public sealed record SickReassessment(
    Guid Id,
    DateOnly? DueOn,
    DateOnly On,
    ReassessmentOutcome Outcome,
    string Reason,
    DateOnly? Next,
    string By
)
{
    public bool IsLate => On > DueOn;
}

/// <summary>
/// When the right to sick pay is to be reassessed next: the law's day until it has been done, then the day that an
/// extension set.
/// </summary>
internal static class SickReassessments
{
    public static async Task<IReadOnlyList<(DateOnly From, DateOnly? To)>> SpellsAsync(
        VirkerContext db,
        CitizenId citizen,
        CancellationToken ct
    ) =>
        (
            await db.Set<BenefitSpellRow>()
                .Where(s => s.CitizenId == citizen && s.Benefit == Benefit.SickPay.Number)
                .OrderBy(s => s.FromDay)
                .Select(s => new { s.FromDay, s.ToDay })
                .ToListAsync(ct)
        ).ConvertAll(s => (s.FromDay, s.ToDay));

    /// <summary>The newest first.</summary>
    public static Task<List<SickReassessmentRow>> MadeAsync(
        VirkerContext db,
        CitizenId citizen,
        CancellationToken ct
    ) =>
        db.Set<SickReassessmentRow>()
            .AsNoTracking()
            .Where(r => r.CitizenId == citizen)
            .OrderByDescending(r => r.DecidedOn)
            .ToListAsync(ct);

    public static ReassessedSick? Latest(IEnumerable<SickReassessmentRow> made) =>
        made.MaxBy(r => r.DecidedOn) is { } row ? new(row.DecidedOn, row.NextOn) : null;

    /// <summary>First day of the sick pay that runs on a day, without a break; null where none does.</summary>
    public static DateOnly? BegunOn(IReadOnlyList<(DateOnly From, DateOnly? To)> spells, DateOnly day) =>
        spells.Any(s => s.From <= day && (s.To is null || s.To >= day))
            ? SicknessReassessment.Begun([
                .. spells.Where(s => s.From <= day).Select(s => new SicknessReassessment.Paid(s.From, s.To)),
            ])
            : null;

    /// <summary>
    /// The day that waits to be met; null where nothing does. One that was done before the sick pay that runs is of
    /// another time.
    /// </summary>
    public static DateOnly? DueOn(
        IReadOnlyList<(DateOnly From, DateOnly? To)> spells,
        ReassessedSick? latest,
        Lawbook law,
        DateOnly today
    ) =>
        BegunOn(spells, today) is not { } begun ? null
        : latest is { } done && done.On >= begun ? done.Next
        : CourseLaw.ReassessedOn(spells, law, today);
}

/// <summary>The latest reassessment of a citizen, and the day that it set for the next.</summary>
internal sealed record ReassessedSick(DateOnly On, DateOnly? Next);
