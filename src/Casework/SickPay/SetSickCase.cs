using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Write what the follow-up stands on. The first day of absence picks the law, and is not changed for a case that there
/// is: a new day is a new case.
/// </summary>
public sealed record SetSickCase(CitizenId Citizen, SickFacts Facts) : ICommand<Done>, IAboutCitizen;

[Requires("casework.sick.write")]
internal sealed class SetSickCaseHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SetSickCase, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetSickCase command, CancellationToken ct = default)
    {
        var f = command.Facts;
        if (Decide(f, clock.Today()) is { } refusal)
            return refusal;
        var row = await db.Set<SickCaseRow>()
            .FirstOrDefaultAsync(s => s.CitizenId == command.Citizen && s.AbsentFrom == f.AbsentFrom, ct);
        if (row is not null && row.Version != f.Version)
            return Refusal.ChangedMeanwhile(
                "sick.changed-meanwhile",
                "En anden har ændret sagen, siden du åbnede siden."
            );
        if (row is null)
            db.Add(
                row = new SickCaseRow
                {
                    Id = Guid.NewGuid(),
                    CitizenId = command.Citizen,
                    AbsentFrom = f.AbsentFrom,
                }
            );
        (row.Category, row.Employed, row.OrdinaryHours) = (f.Category, f.Employed, f.Employed ? f.OrdinaryHours : null);
        (row.Employer, row.CompanyId) = f.Employed ? (PlanSteps.Said(f.Employer), f.Company) : (null, null);
        (row.CitizenExpectsSoon, row.EmployerExpectsSoon) = (f.CitizenExpectsSoon, f.Employed && f.EmployerExpectsSoon);
        (row.EarlyOn, row.EarlyBy) = (f.EarlyOn, f.EarlyOn is null ? null : f.EarlyBy);
        (row.ChangedAt, row.ChangedBy) = (clock.GetUtcNow(), actor.Value.Name);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(SickFacts f, DateOnly today) => Refusal.Each(
        f.AbsentFrom > today
            ? new Refusal("sick.in-future",
                "Den første fraværsdag kan ikke ligge i fremtiden.", Field: nameof(f.AbsentFrom)) : null,
        f.AbsentFrom < today.AddYears(-5)
            ? new Refusal("sick.too-long-ago",
                "Den første fraværsdag ligger mere end fem år tilbage. Ret dagen.", Field: nameof(f.AbsentFrom)) : null,
        f.Category is < 1 or > 3
            ? new Refusal("sick.category", "Kategorien er 1, 2 eller 3.", Field: nameof(f.Category)) : null,
        f.OrdinaryHours is < 1 or > 60
            ? new Refusal("sick.ordinary-hours",
                "Skriv jobbets timer om ugen som et tal mellem 1 og 60.", Field: nameof(f.OrdinaryHours)) : null,
        f.Employer?.Length > 120
            ? new Refusal("sick.employer",
                "Skriv arbejdsgiveren med højst 120 tegn.", Field: nameof(f.Employer)) : null,
        f.EarlyOn > today || f.EarlyOn < f.AbsentFrom
            ? new Refusal("sick.early",
                "Dagen for anmodningen skal ligge mellem den første fraværsdag og i dag.",
                Field: nameof(f.EarlyOn)) : null,
        f.EarlyOn is not null && f.EarlyBy is null
            ? new Refusal("sick.early-by",
                "Vælg, hvem der har bedt om tidlig opfølgning.", Field: nameof(f.EarlyBy)) : null);
}
