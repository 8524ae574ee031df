using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

/// <summary>Set a worker's part of full time and speciality. For the leader of the worker's team.</summary>
public sealed record SetWorkerTerms(UserId Worker, int Percent, string Speciality) : ICommand<Done>;

[Requires("team.worker.set")]
internal sealed class SetWorkerTermsHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<SetWorkerTerms, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetWorkerTerms command, CancellationToken ct = default)
    {
        var worker = (await directory.ReadAsync(ct)).Member(command.Worker);
        if (worker is null || !actor.Value.Units.Contains(worker.Team.Value))
            return Refusal.NotFound(
                "worker.not-found",
                "Sagsbehandleren er ikke i dit team.",
                field: nameof(command.Worker)
            );
        if (Decide(command) is { } refusal)
            return refusal;
        var row = await db.Set<WorkerTermsRow>().FirstOrDefaultAsync(t => t.UserId == command.Worker, ct);
        if (
            row is null
            && command.Percent == UsualTerms.Percent(worker.Title)
            && string.IsNullOrWhiteSpace(command.Speciality)
        )
            return Done.It;
        if (row is null)
            db.Add(row = new WorkerTermsRow { UserId = command.Worker });
        (row.Percent, row.Speciality, row.ChangedAt, row.ChangedBy) = (
            command.Percent,
            command.Speciality.Trim(),
            clock.GetUtcNow(),
            actor.Value.Name
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(SetWorkerTerms command) => Refusal.Each(
        command.Percent is < 0 or > 100
            ? new Refusal("worker.percent", "Skriv en procent mellem 0 og 100.", Field: nameof(command.Percent)) : null,
        command.Speciality.Length > 100
            ? new Refusal("worker.speciality", "Skriv højst 100 tegn.", Field: nameof(command.Speciality)) : null);
}

/// <summary>Until somebody says otherwise: all day, and a leader has no cases.</summary>
internal static class UsualTerms
{
    public static int Percent(string title) => title == "Teamleder" ? 0 : 100;
}
