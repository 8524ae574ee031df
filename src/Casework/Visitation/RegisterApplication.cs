using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A citizen comes to the one entry: who (CPR number), for which benefit, why, and which papers have come. The same
/// citizen coming again for the same is the same application, counted once more.
/// </summary>
public sealed record RegisterApplication(string CprNumber, int Benefit, string Reason, IReadOnlyList<string> Documents)
    : ICommand<ApplicationRegistered>;

/// <summary>
/// <paramref name="Again"/>: there was one already. <paramref name="RunningCase"/>: the citizen has a case with a
/// worker.
/// </summary>
public sealed record ApplicationRegistered(
    ApplicationId Id,
    CitizenId Citizen,
    bool Again,
    int Submissions,
    bool RunningCase
) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => [Citizen];
}

[Requires("casework.application.register", Purpose = "Modtagelse af din henvendelse")]
internal sealed class RegisterApplicationHandler(
    VirkerContext db,
    CprIndex cprs,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<RegisterApplication, ApplicationRegistered>
{
    public async Task<Outcome<ApplicationRegistered>> RunAsync(
        RegisterApplication command,
        CancellationToken ct = default
    )
    {
        if (Decide(command) is { } refusal)
            return refusal;
        if ((await directory.ReadAsync(ct)).Member(actor.Value.User)?.Team is not { } mine)
            return new Refusal(
                "application.no-team",
                "Du står ikke i et team og kan derfor ikke modtage henvendelser."
            );
        Cpr.TryParse(command.CprNumber, out var cpr);
        var index = cprs.Of(cpr!.Value);
        var citizen = await db.Set<CitizenRow>()
            .Where(c => c.CprIndex == index)
            .Select(c => new { c.Id, c.ResidenceTo })
            .FirstOrDefaultAsync(ct);
        if (citizen is null || citizen.ResidenceTo < clock.Today())
            return new Refusal(
                "application.unknown-citizen",
                "Ingen, der bor i kommunen, har det CPR-nummer. Kontrollér nummeret og bopælen.",
                Field: nameof(command.CprNumber)
            );
        var who = citizen.Id;
        var running = await db.Set<CaseRow>().AnyAsync(c => c.CitizenId == who && c.Closed == null, ct);
        var open = await db.Set<ApplicationRow>()
            .FirstOrDefaultAsync(
                a => a.CitizenId == who && a.Benefit == command.Benefit && a.DecidedAt == null && a.WithdrawnAt == null,
                ct
            );
        if (open is null)
        {
            db.Add(
                open = new ApplicationRow
                {
                    Id = NewId.Of<ApplicationId>(),
                    CitizenId = who,
                    TeamId = mine,
                    Benefit = command.Benefit,
                    ReceivedAt = clock.GetUtcNow(),
                    ReceivedBy = actor.Value.Name,
                }
            );
        }

        (open.Reason, open.Submissions) = (command.Reason.Trim(), open.Submissions + 1);
        open.Documents = string.Join(
            ',',
            open.Documents.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(command.Documents)
        );
        await db.SaveChangesAsync(ct);
        return new ApplicationRegistered(open.Id, who, open.Submissions > 1, open.Submissions, running);
    }

    internal static Refusal? Decide(RegisterApplication command) => Refusal.Each(
        Cpr.Parse(command.CprNumber) is { IsRefused: true } cpr
            ? cpr.Refusal! with { Field = nameof(command.CprNumber) } : null,
        DocumentList.For(command.Benefit).Count < 2
            ? new Refusal("application.benefit",
                "Vælg, hvad henvendelsen gælder.", Field: nameof(command.Benefit)) : null,
        string.IsNullOrWhiteSpace(command.Reason)
            ? new Refusal("application.no-reason",
                "Skriv kort, hvorfor borgeren henvender sig.", Field: nameof(command.Reason)) : null,
        command.Reason.Length > 500
            ? new Refusal("application.reason-too-long", "Skriv højst 500 tegn.", Field: nameof(command.Reason)) : null,
        command.Documents.Any(d => DocumentList.For(command.Benefit).All(x => x.Code != d))
            ? new Refusal("application.document",
                "Et af papirerne hører ikke til ydelsen.", Field: nameof(command.Documents)) : null);
}
