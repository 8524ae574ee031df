using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Another worker takes a case over, with a reason and what the next one must know. The booked conversations go along
/// where the new worker is free; the others stay where they are and are told, so that no deadline is left behind.
/// </summary>
public sealed record ChangeWorker(CitizenId Citizen, UserId Worker, string Reason, string Handover)
    : ICommand<WorkerChanged>,
        IAboutCitizen
{
    /// <summary>How the citizen is told that a booked conversation is with somebody else.</summary>
    public MessageChannel Tell { get; init; } = MessageChannel.DigitalPost;
}

public sealed record WorkerChanged(string Worker, int Changes, int Moved, int LeftBehind)
{
    /// <summary>Of the conversations that went along.</summary>
    public PartyTold Told { get; init; } = PartyTold.Nothing;
}

[Requires("casework.case.hand-over")]
internal sealed class ChangeWorkerHandler(
    VirkerContext db,
    CaseTurns turns,
    IOfficeCalendar calendar,
    Appointments appointments,
    TimeProvider clock
) : IUseCase<ChangeWorker, WorkerChanged>
{
    public async Task<Outcome<WorkerChanged>> RunAsync(ChangeWorker command, CancellationToken ct = default)
    {
        var running = await db.Set<CaseRow>()
            .FirstOrDefaultAsync(c => c.CitizenId == command.Citizen && c.Closed == null, ct);
        if (running is null)
            return new Refusal("case.not-running", "Borgeren har ingen løbende sag.");
        var worker = await turns.WorkerAsync(command.Worker, ct);
        if (Decide(command, running, worker) is { } refusal) return refusal;
        var before = running.WorkerId;
        await turns.TakeAsync(running, worker!, command.Reason.Trim(), command.Handover.Trim(), ct);
        var meetings = await MoveMeetingsAsync(command, worker!.Name, before, ct);
        if (meetings.IsRefused) return meetings.Refusal;
        await db.SaveChangesAsync(ct);
        return new WorkerChanged(
            worker.Name,
            Math.Max(0, await db.Set<CaseAssignmentRow>().CountAsync(a => a.CaseId == running.Id, ct) - 1),
            meetings.Value.Moved,
            meetings.Value.Left
        )
        {
            Told = meetings.Value.Told,
        };
    }

    internal static Refusal? Decide(ChangeWorker command, CaseRow running, StaffMember? worker) =>
        Refusal.Each(
            worker is null
                ? Refusal.NotFound("worker.not-found", "Vælg, hvem der overtager sagen.", field: nameof(command.Worker))
                : null,
            running.WorkerId == command.Worker
                ? new Refusal(
                    "worker.same",
                    "Sagsbehandleren har allerede sagen. Vælg en anden.",
                    Field: nameof(command.Worker)
                )
                : null,
            string.IsNullOrWhiteSpace(command.Reason)
                ? new Refusal(
                    "worker.no-reason",
                    "Skriv, hvorfor borgeren skifter sagsbehandler. Skift tælles og følges.",
                    Field: nameof(command.Reason)
                )
                : null,
            string.IsNullOrWhiteSpace(command.Handover)
                ? new Refusal(
                    "worker.no-handover",
                    "Skriv, hvad den nye skal vide: hvad er aftalt, og hvad er næste skridt?",
                    Field: nameof(command.Handover)
                )
                : null,
            command.Reason.Length > 300
                ? new Refusal("worker.reason-too-long", "Skriv højst 300 tegn.", Field: nameof(command.Reason))
                : null,
            command.Handover.Length > 4000
                ? new Refusal("worker.too-long", "Skriv højst 4.000 tegn.", Field: nameof(command.Handover))
                : null
        );

    private sealed record MovedMeetings(int Moved, int Left, PartyTold Told);

    private async Task<Outcome<MovedMeetings>> MoveMeetingsAsync(
        ChangeWorker command,
        string name,
        UserId? before,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var meetings = await db.Set<MeetingRow>()
            .Where(m =>
                m.CitizenId == command.Citizen
                && m.Status == MeetingStatus.Planned
                && m.At > now
                && m.WorkerId == before
            )
            .ToListAsync(ct);
        var (moved, told) = (0, PartyTold.Nothing);
        foreach (var meeting in meetings)
        {
            var quarters = CalendarGrain.Quarters(meeting.At, meeting.Minutes).ToList();
            var (first, last) = (quarters[0], quarters[^1]);
            if ((await calendar.TakenAsync([command.Worker.Value], first, last.AddTicks(1), ct)).Count > 0)
            {
                db.Add(Left(command, meeting));
                continue;
            }

            await calendar.ReleaseAsync(meeting.Id.Value, ct);
            meeting.WorkerId = command.Worker;
            if (await calendar.TakeAsync(meeting.Time, ct) is { } taken) return taken;
            told = await appointments.TellOfWorkerAsync(meeting, name, command.Tell, ct);
            moved++;
        }

        return new MovedMeetings(moved, meetings.Count - moved, told);
    }

    /// <summary>What stays with the one before stands on the new worker's list today.</summary>
    private ReminderRow Left(ChangeWorker command, MeetingRow meeting) =>
        new()
        {
            Id = Guid.NewGuid(),
            UserId = command.Worker,
            CitizenId = command.Citizen,
            OnDay = clock.Today(),
            Text = Danish.Say($"Samtalen {meeting.At.DanishDate():d. MMMM} ligger stadig hos den tidligere sagsbehandler. Flyt den."),
        };
}
