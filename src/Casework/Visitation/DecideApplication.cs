using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Decide an application: target group, segment and worker; the case is opened, the benefit and the contact course
/// begin, and the first conversation is booked, in one save. What it was decided on is frozen. A citizen with a running
/// case keeps it and the worker.
/// </summary>
public sealed record DecideApplication(
    CitizenId Citizen,
    ApplicationId Application,
    int Version,
    int TargetGroup,
    Segment Segment,
    UserId Worker
) : ICommand<ApplicationDecided>, IAboutCitizen
{
    public NextConversation? First { get; init; }

    /// <summary>Decided although papers are missing.</summary>
    public bool AlthoughMissing { get; init; }
}

public sealed record ApplicationDecided(ApplicationId Id, MeetingId? First, string Worker)
{
    /// <summary>The first conversation, with what was told of it.</summary>
    public MeetingBooked? Booked { get; init; }
}

[Requires("casework.application.decide", Purpose = "Modtagelse af din henvendelse")]
internal sealed class DecideApplicationHandler(
    VirkerContext db,
    Appointments appointments,
    VisitationAdvice advice,
    CaseOpening opening,
    TimeProvider clock
) : IUseCase<DecideApplication, ApplicationDecided>
{
    public async Task<Outcome<ApplicationDecided>> RunAsync(DecideApplication command, CancellationToken ct = default)
    {
        var application = await db.Set<ApplicationRow>()
            .FirstOrDefaultAsync(a => a.Id == command.Application && a.CitizenId == command.Citizen, ct);
        if (application is null)
            return Refusal.NotFound("application.not-found", "Henvendelsen findes ikke.");
        var running = await db.Set<CaseRow>()
            .FirstOrDefaultAsync(c => c.CitizenId == command.Citizen && c.Closed == null, ct);
        var chosen = command.Worker;
        var staff = await advice.StaffAsync(ct);
        var worker = staff.OfJobcenter(chosen);
        var citizen = await db.Set<CitizenRow>().AsNoTracking().FirstAsync(c => c.Id == command.Citizen, ct);
        var other = RefuseOther(command, running, staff);
        var refused = Refusal.Each(
            Decide(command, application, worker, clock.Today()),
            other,
            await DecideFirstAsync(command, application, ct)
        );
        if (refused is not null)
            return refused;
        var ground = await advice.SegmentGroundAsync(citizen, ct);
        var evidence = new FrozenEvidence(
            citizen.Education,
            Ages.On(citizen.Born, clock.Today()),
            application.Benefit,
            application.Reason,
            application.Documents,
            ground,
            SegmentAdvice.Of(ground).Segment
        );
        opening.Decide(application, command, evidence);
        await opening.OpenAsync(application, running, worker!, ct);
        await opening.BeginAsync(command, application, ct);
        if (command.First is not { } first) return new ApplicationDecided(application.Id, null, worker!.Name);
        var booked = await appointments.BookAsync(WishOf(command, first, application), first.CallUp, ct);
        return booked.IsRefused
            ? booked.Refusal.In(nameof(command.First))
            : new ApplicationDecided(application.Id, booked.Value.Id, worker!.Name) { Booked = booked.Value };
    }

    private async Task<Refusal?> DecideFirstAsync(
        DecideApplication command,
        ApplicationRow application,
        CancellationToken ct
    ) =>
        command.First is not { } first
            ? null
            : (await appointments.DecideAsync(WishOf(command, first, application), first.CallUp, ct))?.In(
                nameof(command.First)
            );

    private static BookingWish WishOf(
        DecideApplication command, NextConversation first, ApplicationRow application) => new(
        command.Citizen, command.Worker, first.At, first.Minutes, MeetingKind.For(application.Benefit), first.Channel)
    {
        WithoutInterpreter = first.WithoutInterpreter, TimeOf = first.TimeOf,
    };

    /// <summary>
    /// Who has a running case keeps the worker; another one that was chosen is not passed over in silence.
    /// </summary>
    private static Refusal? RefuseOther(DecideApplication command, CaseRow? running, Staff staff)
    {
        if (running?.WorkerId is not { } own || own == command.Worker)
            return null;
        var name = staff.NameOf(own) ?? "en sagsbehandler";
        return new Refusal(
            "application.has-worker",
            $"Borgeren har en sag hos {name} og beholder den. Vælg {name}, og overdrag sagen bagefter, hvis en anden skal have den.",
            Field: nameof(command.Worker)
        );
    }

    internal static Refusal? Decide(
        DecideApplication command,
        ApplicationRow application,
        StaffMember? worker,
        DateOnly today
    ) =>
        Refusal.Each(
            application.DecidedAt is not null
                ? new Refusal("application.decided", "Henvendelsen er allerede afgjort.")
                : null,
            application.WithdrawnAt is not null ? ApplicationRefusal.NotOpen : null,
            application.Version != command.Version
                ? Refusal.ChangedMeanwhile(
                    "application.changed-meanwhile",
                    "Henvendelsen er ændret, siden du åbnede siden."
                )
                : null,
            !CodeList.TargetGroups.MayBeChosen(command.TargetGroup, today)
                ? new Refusal("application.target-group", "Vælg målgruppen.", Field: nameof(command.TargetGroup))
                : null,
            worker is null
                ? new Refusal("application.worker", "Vælg en sagsbehandler.", Field: nameof(command.Worker))
                : null,
            !command.AlthoughMissing
            && DocumentList.Missing(application.Benefit, application.Documents.Split(',')) is { Count: > 0 } missing
                ? new Refusal(
                    "application.missing",
                    $"Der mangler {string.Join(", ", missing.Select(m => m.Text.ToLowerInvariant()))}. Bed om det, "
                        + "eller sæt kryds ved »Afgør alligevel«.",
                    Field: nameof(command.AlthoughMissing)
                )
                : null
        );
}
