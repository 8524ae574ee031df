using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A conversation was held: its form, the note, what changes in the plan, what was agreed and when the next one is, all
/// in one save or none of it.
/// </summary>
public sealed record HoldConversation(
    CitizenId Citizen,
    MeetingId Meeting,
    int Version,
    MeetingChannel Channel,
    string Note
)
    : ICommand<ConversationHeld>,
        IAboutCitizen
{
    /// <summary>The citizen may read the note at once.</summary>
    public bool Share { get; init; }

    /// <summary>Shared although the check found words to weigh; the finding is kept with the note.</summary>
    public bool ShareAllTheSame { get; init; }

    public IReadOnlyList<PlanStepMove> Moves { get; init; } = [];

    public IReadOnlyList<NewPlanStep> Agreed { get; init; } = [];

    public NextConversation? Next { get; init; }
}

/// <summary>The next conversation, booked in the same save.</summary>
public sealed record NextConversation(DateTimeOffset At, int Minutes, MeetingChannel Channel)
{
    public bool WithoutInterpreter { get; init; }

    /// <summary>Whose open time was chosen, where one was; the conversation is then with that worker.</summary>
    public UserId? TimeOf { get; init; }

    public CallUpWords CallUp { get; init; } = CallUpWords.Usual;
}

public sealed record ConversationHeld(MeetingId Meeting, NoteId Note, MeetingId? Next)
{
    /// <summary>The next one, with what was told of it.</summary>
    public MeetingBooked? Booked { get; init; }
}

[Requires("casework.conversation.hold")]
internal sealed class HoldConversationHandler(
    HeldConversations held,
    PlanSteps plan,
    Appointments appointments,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<HoldConversation, ConversationHeld>
{
    public async Task<Outcome<ConversationHeld>> RunAsync(HoldConversation command, CancellationToken ct = default)
    {
        var found = await held.FindAsync(command, ct);
        if (found.IsRefused) return found.Refusal;
        var (meeting, now) = (found.Value, clock.GetUtcNow());
        var concerns = TextCheck.Look(command.Note).Where(f => f.Privacy).ToList();
        var refused = Refusal.Each([
            Decide(command, meeting, concerns, now),
            .. command.Agreed.Select((step, i) => PlanSteps.Decide(step)?.In($"{nameof(command.Agreed)}[{i}]")),
            await DecideNextAsync(command, meeting, ct),
        ]);
        if (refused is not null)
            return refused;
        await held.HoldAsync(meeting, command.Channel, ct);
        if (await PlanAsync(command, ct) is { } planRefused) return planRefused;
        var note = Write(command, meeting, concerns, now);
        await held.KeepAsync(note, meeting, ct);
        var next = await BookNextAsync(command, meeting, ct);
        return next.IsRefused
            ? next.Refusal
            : new ConversationHeld(meeting.Id, note.Id, next.Value.Meeting?.Id) { Booked = next.Value.Meeting };
    }

    internal static Refusal? Decide(
        HoldConversation command,
        MeetingRow meeting,
        IReadOnlyList<TextFinding> concerns,
        DateTimeOffset now
    ) =>
        Refusal.Each(
            MeetingCourse.Refuse(meeting.Status, MeetingStatus.Held),
            meeting.At.DanishDate() > now.DanishDate()
                ? new Refusal("meeting.not-yet", "Samtalen ligger på en senere dag. Flyt den, hvis I taler sammen nu.")
                : null,
            string.IsNullOrWhiteSpace(command.Note)
                ? new Refusal("note.no-text", "Skriv, hvad I talte om.", Field: nameof(command.Note))
                : null,
            command.Note.Length > WriteNoteHandler.Longest
                ? new Refusal(
                    "note.too-long",
                    "Notatet må højst være 20.000 tegn. Del det i flere notater.",
                    Field: nameof(command.Note)
                )
                : null,
            command.Share && !command.ShareAllTheSame && concerns.Count > 0
                ? new Refusal(
                    "note.look-again",
                    $"Se på teksten igen, før du deler den: {string.Join("; ", concerns.Select(c => c.Words))}. Ret "
                        + "den, eller sæt kryds ved »Del alligevel«.",
                    Field: nameof(command.Note)
                )
                : null
        );

    private async Task<Refusal?> PlanAsync(HoldConversation command, CancellationToken ct)
    {
        foreach (var move in command.Moves)
        {
            if (await plan.MoveAsync(command.Citizen, move, ct) is { } refusal) return refusal;
        }

        foreach (var step in command.Agreed)
        {
            if (plan.Add(command.Citizen, step, command.Meeting) is { IsRefused: true } refused) return refused.Refusal;
        }

        return null;
    }

    private NoteRow Write(
        HoldConversation command,
        MeetingRow meeting,
        IReadOnlyList<TextFinding> concerns,
        DateTimeOffset now
    )
    {
        return new NoteRow
        {
            Id = NewId.Of<NoteId>(),
            CitizenId = command.Citizen,
            AuthorId = actor.Value.User,
            Author = actor.Value.Name,
            WrittenAt = now,
            Text = command.Note.Trim(),
            Title = ConversationTitle.Of(meeting.Kind, command.Channel, meeting.At.DanishDate()),
            MeetingId = meeting.Id,
            SharedAt = command.Share ? now : null,
            SharedDespite =
                command.Share && concerns.Count > 0
                    ? string.Join(", ", concerns.Select(c => c.Concern).Distinct())
                    : null,
        };
    }

    private async Task<Outcome<NextBooked>> BookNextAsync(
        HoldConversation command,
        MeetingRow meeting,
        CancellationToken ct
    )
    {
        if (command.Next is not { } next) return new NextBooked(null);
        var booked = await appointments.BookAsync(WishOf(command, next, meeting), next.CallUp, ct);
        return booked.IsRefused ? booked.Refusal.In(nameof(command.Next)) : new NextBooked(booked.Value);
    }

    private async Task<Refusal?> DecideNextAsync(HoldConversation command, MeetingRow meeting, CancellationToken ct) =>
        command.Next is not { } next
            ? null
            : (await appointments.DecideAsync(WishOf(command, next, meeting), next.CallUp, ct))?.In(
                nameof(command.Next)
            );

    private BookingWish WishOf(HoldConversation command, NextConversation next, MeetingRow meeting) => new(
        command.Citizen, next.TimeOf ?? meeting.WorkerId ?? actor.Value.User, next.At, next.Minutes,
        meeting.Kind, next.Channel)
    {
        WithoutInterpreter = next.WithoutInterpreter, TimeOf = next.TimeOf,
    };
}

internal sealed record NextBooked(MeetingBooked? Meeting);

/// <summary>A conversation's note names itself.</summary>
internal static class ConversationTitle
{
    public static string Of(MeetingKind kind, MeetingChannel channel, DateOnly day)
    {
        var what =
            kind == MeetingKind.Sick ? "Sygeopfølgning"
            : kind == MeetingKind.FollowUp ? "Opfølgningssamtale"
            : kind.Text;
        var how = channel == MeetingChannel.Attendance ? "ved fremmøde" : $"på {channel.Lower}";
        return Danish.Say($"{what} {how} {day:d. MMMM yyyy}");
    }
}
