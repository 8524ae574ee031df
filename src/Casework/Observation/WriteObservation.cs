using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// The leader's marks (one for each line of the rubric), feedback, and what the two agree to practise.
/// </summary>
public sealed record WriteObservation(ObservationId Observation, IReadOnlyList<int> Marks, string Feedback, string Goal)
    : ICommand<Done>;

[Requires("casework-lead.observation.write")]
internal sealed class WriteObservationHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<WriteObservation, Done>
{
    public async Task<Outcome<Done>> RunAsync(WriteObservation command, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        if (
            await db.Set<ObservationRow>()
                .FirstOrDefaultAsync(o => o.Id == command.Observation && o.ObserverId == user, ct)
            is not { } row
        )
            return ObservationRefusal.NotFound;
        var status = await db.Set<MeetingRow>().Where(m => m.Id == row.MeetingId).Select(m => m.Status).FirstAsync(ct);
        if (Decide(command, row, status) is { } refusal)
            return refusal;
        (row.Rubric, row.Feedback, row.Goal, row.WrittenAt) = (
            string.Join(',', command.Marks),
            command.Feedback.Trim(),
            command.Goal.Trim(),
            clock.GetUtcNow()
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(WriteObservation command, ObservationRow row, MeetingStatus meetingStatus) =>
        DecideState(row, meetingStatus) ?? Refusal.Each(
        [
            .. Rubric.All.Select((line, i) => command.Marks.ElementAtOrDefault(i) is < 1 or > Rubric.Highest
                ? new Refusal("observation.marks",
                    $"Vælg, hvordan det gik: {line.ToLowerInvariant()}.", Field: $"{nameof(command.Marks)}[{i}]") : null),
            command.Feedback.Trim().Length is < 3 or > 2000
                ? new Refusal("observation.feedback",
                    "Skriv, hvad du så (højst 2.000 tegn).", Field: nameof(command.Feedback)) : null,
            command.Goal.Length > 300
                ? new Refusal("observation.goal", "Skriv højst 300 tegn.", Field: nameof(command.Goal)) : null,
        ]);

    private static Refusal? DecideState(ObservationRow row, MeetingStatus meetingStatus) => Refusal.Each(
        !row.IsAgreed
            ? new Refusal("observation.no-consent",
                "Både sagsbehandleren og borgeren skal have sagt ja, før der kan skrives.") : null,
        meetingStatus != MeetingStatus.Held
            ? new Refusal("observation.not-held", "Samtalen er ikke holdt endnu.") : null,
        row.CommentedAt is not null
            ? new Refusal("observation.answered",
                "Sagsbehandleren har svaret; teksten kan ikke ændres længere.") : null);
}

/// <summary>The worker's own view of the conversation and the feedback.</summary>
public sealed record CommentObservation(ObservationId Observation, string Comment) : ICommand<Done>;

[Requires("casework.observation.answer")]
internal sealed class CommentObservationHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<CommentObservation, Done>
{
    public async Task<Outcome<Done>> RunAsync(CommentObservation command, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        if (
            await db.Set<ObservationRow>()
                .FirstOrDefaultAsync(o => o.Id == command.Observation && o.WorkerId == user && o.WrittenAt != null, ct)
            is not { } row
        )
            return ObservationRefusal.NotFound;
        if (command.Comment.Trim().Length is < 3 or > 2000)
            return new Refusal("observation.comment", "Skriv mellem 3 og 2.000 tegn.", Field: nameof(command.Comment));
        (row.Comment, row.CommentedAt) = (command.Comment.Trim(), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

/// <summary>The observations that the caller has asked for or is asked about. Nobody else reads them.</summary>
public sealed record SeeObservations : IQuery<Observations>;

public sealed record Observations(IReadOnlyList<Observation> Mine);

/// <summary>
/// One observation as the two see it, without the citizen's name. <paramref name="IsObserver"/>: the caller is the
/// leader.
/// </summary>
public sealed record Observation(
    ObservationId Id,
    bool IsObserver,
    string Other,
    DateTimeOffset At,
    string Focus,
    bool WorkerAgreed,
    bool CitizenAgreed,
    string? RefusedBy,
    bool Held,
    IReadOnlyList<int> Marks,
    string? Feedback,
    string? Goal,
    string? Comment,
    bool Written
);

[Requires("casework.observation.answer")]
internal sealed class SeeObservationsHandler(VirkerContext db, IStaffDirectory directory, CurrentActor actor)
    : IUseCase<SeeObservations, Observations>
{
    public async Task<Outcome<Observations>> RunAsync(SeeObservations query, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        var rows = await (
            from o in db.Set<ObservationRow>()
            where o.WorkerId == user || o.ObserverId == user
            join m in db.Set<MeetingRow>() on o.MeetingId equals m.Id
            orderby o.AskedAt descending
            select new
            {
                Row = o,
                m.At,
                m.Status,
            }
        ).ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        return new Observations([
            .. rows.Select(r => new Observation(
                r.Row.Id,
                r.Row.ObserverId == user,
                r.Row.ObserverId == user ? staff.NameOf(r.Row.WorkerId) ?? "" : r.Row.Observer,
                r.At,
                r.Row.Focus,
                r.Row.WorkerAgreedAt is not null,
                r.Row.CitizenAgreedAt is not null,
                r.Row.RefusedBy,
                r.Status == MeetingStatus.Held,
                [
                    .. (r.Row.Rubric ?? "")
                        .Split(',', StringSplitOptions.RemoveEmptyEntries)
                        .Select(m => WrittenNumber.Code(m))
                        .OfType<int>(),
                ],
                r.Row.Feedback,
                r.Row.Goal,
                r.Row.Comment,
                r.Row.WrittenAt is not null
            )),
        ]);
    }
}
