using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// A citizen's benefits and interventions as a page tells them, newest first; for the worker and the citizen alike.
/// </summary>
internal static class CitizenPast
{
    /// <summary>Spells in the order given, each with the benefit's name on its last day.</summary>
    public static IReadOnlyList<BenefitTime> Of(IEnumerable<BenefitSpellRow> spells) =>
    [
        .. spells.Select(s => new BenefitTime(
            s.Benefit,
            CodeList.Benefits.Label(s.Benefit, s.ToDay ?? s.FromDay),
            s.FromDay,
            s.ToDay
        )),
    ];

    public static async Task<IReadOnlyList<CitizenIntervention>> InterventionsAsync(
        this VirkerContext db,
        CitizenId citizen,
        CancellationToken ct
    )
    {
        var rows = await db.Set<InterventionRow>()
            .AsNoTracking()
            .Where(i => i.CitizenId == citizen)
            .OrderByDescending(i => i.FromDay)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(i => new CitizenIntervention(
                i.Id,
                i.Kind,
                CodeList.Interventions.Label(i.Kind, i.FromDay),
                i.Workplace,
                i.CompanyId,
                i.FromDay,
                i.ToDay,
                i.HoursPerWeek
            )),
        ];
    }
}
