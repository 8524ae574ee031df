using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Write to the citizen which papers are still missing, so that they come once with all of them.</summary>
public sealed record AskForPapers(CitizenId Citizen, ApplicationId Application)
    : ICommand<PapersAskedFor>,
        IAboutCitizen;

public sealed record PapersAskedFor(PartyTold Told);

[Requires("casework.application.register", Purpose = "Modtagelse af din henvendelse")]
internal sealed class AskForPapersHandler(VirkerContext db, Messages messages) : IUseCase<AskForPapers, PapersAskedFor>
{
    public async Task<Outcome<PapersAskedFor>> RunAsync(AskForPapers command, CancellationToken ct = default)
    {
        var application = await db.Set<ApplicationRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                a =>
                    a.Id == command.Application
                    && a.CitizenId == command.Citizen
                    && a.DecidedAt == null
                    && a.WithdrawnAt == null,
                ct
            );
        if (application is null)
            return ApplicationRefusal.NotOpen;
        var missing = DocumentList.Missing(application.Benefit, application.Documents.Split(','));
        if (missing.Count == 0)
            return new Refusal("application.nothing-missing", "Der mangler ikke noget.");
        var told = await messages.TellAsync(
            new(
                Party.Of(command.Citizen),
                MessageKind.MissingPapers,
                MessageChannel.DigitalPost,
                MessageTexts.Missing([.. missing.Select(m => m.Text)], await messages.SenderAsync(null, ct))
            ),
            ct
        );
        return new PapersAskedFor(told);
    }
}

/// <summary>
/// The citizen no longer wants it; the application leaves the list undecided, and coming again is a new one.
/// </summary>
public sealed record WithdrawApplication(CitizenId Citizen, ApplicationId Application, int Version)
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.application.register", Purpose = "Modtagelse af din henvendelse")]
internal sealed class WithdrawApplicationHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<WithdrawApplication, Done>
{
    public async Task<Outcome<Done>> RunAsync(WithdrawApplication command, CancellationToken ct = default)
    {
        var application = await db.Set<ApplicationRow>()
            .FirstOrDefaultAsync(
                a =>
                    a.Id == command.Application
                    && a.CitizenId == command.Citizen
                    && a.DecidedAt == null
                    && a.WithdrawnAt == null,
                ct
            );
        if (application is null)
            return ApplicationRefusal.NotOpen;
        if (application.Version != command.Version)
            return Refusal.ChangedMeanwhile(
                "application.changed-meanwhile",
                "Henvendelsen er ændret, siden du åbnede siden."
            );
        application.WithdrawnAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

internal static class ApplicationRefusal
{
    public static readonly Refusal NotOpen = new(
        "application.not-open",
        "Henvendelsen er afgjort eller trukket tilbage."
    );
}
