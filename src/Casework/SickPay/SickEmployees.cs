using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// What an employer may see of employees who are sick-listed from it: who, since when, what has been agreed about
/// coming back partly, and whether the employer has asked for an early follow-up. Nothing about health, category,
/// conversations, plan or benefit.
/// </summary>
public sealed record SeeSickEmployees : IQuery<SickEmployees>;

public sealed record SickEmployees(IReadOnlyList<SickEmployee> All) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => All.Select(e => e.Citizen);
}

/// <summary><paramref name="Id"/>: the sick case's, for asking about it.</summary>
public sealed record SickEmployee(Guid Id, CitizenId Citizen, EmployerSees Sees);

/// <summary>How many of the company's employees there are to see, without seeing any of them.</summary>
public sealed record CountSickEmployees : IQuery<SickEmployeeCount>;

public sealed record SickEmployeeCount(int All);

[Requires("self-service.own-employees.see")]
internal sealed class CountSickEmployeesHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<CountSickEmployees, SickEmployeeCount>
{
    public async Task<Outcome<SickEmployeeCount>> RunAsync(CountSickEmployees query, CancellationToken ct = default) =>
        actor.Value.Company is { } company
            ? new SickEmployeeCount(await SeeSickEmployeesHandler.SickOf(db, company, clock.Today()).CountAsync(ct))
            : Refusal.NotFound("company.not-found", "Virksomheden findes ikke.");
}

[Requires("self-service.own-employees.see", Purpose = "Din arbejdsgiver så jeres aftale om fravær")]
internal sealed class SeeSickEmployeesHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SeeSickEmployees, SickEmployees>
{
    public async Task<Outcome<SickEmployees>> RunAsync(SeeSickEmployees query, CancellationToken ct = default)
    {
        if (actor.Value.Company is not { } company)
            return Refusal.NotFound("company.not-found", "Virksomheden findes ikke.");
        var today = clock.Today();
        var rows = await SickOf(db, company, today).OrderBy(s => s.AbsentFrom).ToListAsync(ct);
        var citizens = rows.Select(r => r.CitizenId).ToList();
        var names = await db.Set<CitizenRow>()
            .Where(c => citizens.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        var all = new List<SickEmployee>();
        foreach (var row in rows)
        {
            var now = (await PartialReturns.OfAsync(db, row.CitizenId, row, ct)).FirstOrDefault(r =>
                r.From >= row.AbsentFrom && (r.To is null || r.To >= today)
            );
            all.Add(
                new(
                    row.Id,
                    row.CitizenId,
                    new(
                        names[row.CitizenId],
                        row.AbsentFrom,
                        now,
                        row.EarlyBy == EarlyAskedBy.Employer ? row.EarlyOn : null
                    )
                )
            );
        }

        return new SickEmployees(all);
    }

    /// <summary>Those on sick pay now, sick-listed from the company; the newest case of each.</summary>
    internal static IQueryable<SickCaseRow> SickOf(VirkerContext db, CompanyId company, DateOnly today) =>
        db.Set<SickCaseRow>()
            .Where(s =>
                s.CompanyId == company
                && s.Employed
                && !db.Set<SickCaseRow>().Any(n => n.CitizenId == s.CitizenId && n.AbsentFrom > s.AbsentFrom)
                && db.Set<BenefitSpellRow>()
                    .On(today)
                    .Any(b => b.CitizenId == s.CitizenId && b.Benefit == Benefit.SickPay.Number)
            );
}

/// <summary>The employer asks for an early follow-up of an employee who is sick-listed from it.</summary>
public sealed record AskEarlyFollowUp(Guid SickCase) : ICommand<Done>;

[Requires("self-service.own-employees.see", Purpose = "Din arbejdsgiver bad om en tidlig opfølgning")]
internal sealed class AskEarlyFollowUpHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<AskEarlyFollowUp, Done>
{
    public async Task<Outcome<Done>> RunAsync(AskEarlyFollowUp command, CancellationToken ct = default)
    {
        var row = actor.Value.Company is not { } company
            ? null
            : await SeeSickEmployeesHandler
                .SickOf(db, company, clock.Today())
                .FirstOrDefaultAsync(s => s.Id == command.SickCase, ct);
        if (row is null)
            return Refusal.NotFound("sick.not-found", "Medarbejderen findes ikke på jeres liste.");
        if (row.EarlyOn is not null)
            return new Refusal("sick.early-already", "Der er allerede bedt om en tidlig opfølgning.");
        (row.EarlyOn, row.EarlyBy, row.ChangedAt, row.ChangedBy) = (
            clock.Today(),
            EarlyAskedBy.Employer,
            clock.GetUtcNow(),
            actor.Value.Name
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
