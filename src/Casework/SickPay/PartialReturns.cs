using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Returns of an earlier absence were to another job: no share is stated for them.</summary>
internal static class PartialReturns
{
    public static async Task<IReadOnlyList<PartialReturn>> OfAsync(
        VirkerContext db,
        CitizenId citizen,
        SickCaseRow? sick,
        CancellationToken ct
    ) =>
        [
            .. (
                await db.Set<PartialReturnRow>()
                    .AsNoTracking()
                    .Where(r => r.CitizenId == citizen)
                    .OrderByDescending(r => r.FromDay)
                    .ToListAsync(ct)
            ).Select(r => new PartialReturn(
                r.FromDay,
                r.ToDay,
                r.HoursPerWeek,
                r.FromDay >= sick?.AbsentFrom ? Share(r.HoursPerWeek, sick.OrdinaryHours) : null
            )),
        ];

    /// <summary>Null where the job's hours are not known: a share of a guess would be a guess.</summary>
    internal static double? Share(decimal hours, decimal? ordinary) =>
        ordinary is > 0 and var all ? (double)Math.Min(1, hours / all) : null;
}

/// <summary>
/// The citizen works so many hours a week from a day; 0 ends the partial return. What was before ends the day before.
/// </summary>
public sealed record RegisterPartialReturn(CitizenId Citizen, DateOnly From, decimal HoursPerWeek)
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.sick.write")]
internal sealed class RegisterPartialReturnHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<RegisterPartialReturn, Done>
{
    public async Task<Outcome<Done>> RunAsync(RegisterPartialReturn command, CancellationToken ct = default)
    {
        var sick = await db.Set<SickCaseRow>()
            .AsNoTracking()
            .Where(s => s.CitizenId == command.Citizen)
            .OrderByDescending(s => s.AbsentFrom)
            .FirstOrDefaultAsync(ct);
        var before = await db.Set<PartialReturnRow>()
            .Where(r => r.CitizenId == command.Citizen)
            .OrderByDescending(r => r.FromDay)
            .FirstOrDefaultAsync(ct);
        if (Decide(command, sick, before, clock.Today()) is { } refusal)
            return refusal;
        if (before?.Period().EndedBefore(command.From) is { } left)
            before.ToDay = left.To;
        if (command.HoursPerWeek > 0)
            db.Add(
                new PartialReturnRow
                {
                    CitizenId = command.Citizen,
                    FromDay = command.From,
                    HoursPerWeek = command.HoursPerWeek,
                }
            );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(
        RegisterPartialReturn command, SickCaseRow? sick, PartialReturnRow? before, DateOnly today) => Refusal.Each(
        sick is null
            ? new Refusal("sick.no-case", "Skriv først, hvornår borgeren blev syg, og fra hvilket job.") : null,
        command.From < sick?.AbsentFrom
            ? new Refusal("sick.before-absence",
                "Dagen ligger før den første fraværsdag. Vælg en senere dag.", Field: nameof(command.From)) : null,
        command.From > today.AddDays(60)
            ? new Refusal("sick.too-far", "Dagen kan højst ligge to måneder frem.", Field: nameof(command.From)) : null,
        before is not null && command.From <= before.FromDay
            ? new Refusal("sick.not-after",
                "Dagen skal ligge efter den seneste ændring.", Field: nameof(command.From)) : null,
        command.HoursPerWeek is < 0 or > 60
            ? new Refusal("sick.hours",
                "Skriv timerne om ugen som et tal mellem 0 og 60.", Field: nameof(command.HoursPerWeek)) : null,
        sick?.OrdinaryHours is { } all && command.HoursPerWeek > all
            ? new Refusal("sick.more-than-job",
                $"Jobbet er på {Danish.Hours(all)} timer om ugen. Er borgeren helt tilbage, så meld borgeren rask.",
                Field: nameof(command.HoursPerWeek)) : null);
}
