using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Ask a colleague (or, without one, the whole team) to open times between two days. It stands on their list of the day
/// until somebody answers.
/// </summary>
public sealed record AskForSlots(UserId? Worker, TeamId Team, DateOnly From, DateOnly To, int Wanted, string Note)
    : ICommand<SlotsAskedFor>;

public sealed record SlotsAskedFor(SlotRequestId Id);

[Requires("casework.slot.open")]
internal sealed class AskForSlotsHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<AskForSlots, SlotsAskedFor>
{
    public async Task<Outcome<SlotsAskedFor>> RunAsync(AskForSlots command, CancellationToken ct = default)
    {
        if (Decide(command, actor.Value, clock.Today()) is { } refusal)
            return refusal;
        if (
            command.Worker is { } worker
            && (await directory.ReadAsync(ct)).Member(worker)?.Team != command.Team
        )
            return new Refusal(
                "slot-request.not-in-team",
                "Kollegaen er ikke i det team. Vælg en anden.",
                Field: nameof(command.Worker)
            );
        var row = new SlotRequestRow
        {
            Id = NewId.Of<SlotRequestId>(),
            AskedBy = actor.Value.User!.Value,
            Asker = actor.Value.Name,
            WorkerId = command.Worker,
            TeamId = command.Team,
            FromDay = command.From,
            ToDay = command.To,
            Wanted = command.Wanted,
            Note = command.Note.Trim(),
            MadeAt = clock.GetUtcNow(),
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new SlotsAskedFor(row.Id);
    }

    internal static Refusal? Decide(AskForSlots command, Actor asker, DateOnly today) => Refusal.Each(
        asker.User is null ? new Refusal("slot-request.nobody", "Log ind, før du spørger.") : null,
        !asker.Units.Contains(command.Team.Value)
            ? new Refusal("team.not-yours",
                "Du kan kun spørge i dine egne team.", Field: nameof(command.Worker)) : null,
        command.Worker == asker.User
            ? new Refusal("slot-request.yourself",
                "Du kan selv åbne tider. Vælg en kollega.", Field: nameof(command.Worker)) : null,
        ChosenDays.InOrder(command.From, command.To, "slot-request.ends-before-start"),
        ChosenDays.NotGone(command.To, today, "slot-request.in-past"),
        command.Wanted is < 1 or > 50
            ? new Refusal("slot-request.wanted", "Skriv et tal mellem 1 og 50.", Field: nameof(command.Wanted)) : null,
        command.Note.Length > 200
            ? new Refusal("slot-request.note", "Skriv højst 200 tegn.", Field: nameof(command.Note)) : null);
}

/// <summary>
/// Answer a colleague: open times of one's own on these days, or (<paramref name="Open"/> null) say why not.
/// </summary>
public sealed record AnswerSlotRequest(SlotRequestId Request, OpenSlots? Open, string Reason = "")
    : ICommand<SlotRequestAnswered>;

public sealed record SlotRequestAnswered(int Opened);

[Requires("casework.slot.open")]
internal sealed class AnswerSlotRequestHandler(
    VirkerContext db,
    IUseCase<OpenSlots, SlotsOpened> open,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<AnswerSlotRequest, SlotRequestAnswered>
{
    public async Task<Outcome<SlotRequestAnswered>> RunAsync(AnswerSlotRequest command, CancellationToken ct = default)
    {
        var row = await db.Set<SlotRequestRow>().FirstOrDefaultAsync(r => r.Id == command.Request, ct);
        if (row is null || !IsFor(row, actor.Value))
            return Refusal.NotFound("slot-request.not-found", "Anmodningen findes ikke, eller den er ikke til dig.");
        if (row.AnsweredAt is not null)
            return new Refusal("slot-request.answered", $"{row.AnsweredBy} har allerede svaret.");
        if (command.Open is null && command.Reason.Trim().Length is < 3 or > 200)
            return new Refusal(
                "slot-request.reason",
                "Skriv kort, hvorfor det ikke kan lade sig gøre (højst 200 tegn).",
                Field: nameof(command.Reason)
            );
        var opened = 0;
        if (command.Open is { } times)
        {
            var done = await open.RunAsync(times, ct);
            if (done.IsRefused)
                return done.Refusal.In(nameof(command.Open));
            if (done.Value.Count == 0)
                return new Refusal(
                    "slot-request.none-opened",
                    "Der var ingen nye tider at åbne: de findes allerede, eller du er væk. Vælg andre, eller sig nej.",
                    Field: $"{nameof(command.Open)}.{nameof(times.From)}"
                );
            opened = done.Value.Count;
        }

        (row.AnsweredAt, row.AnsweredBy, row.Opened, row.Reason) = (
            clock.GetUtcNow(),
            actor.Value.Name,
            command.Open is null ? null : opened,
            command.Open is null ? command.Reason.Trim() : null
        );
        await db.SaveChangesAsync(ct);
        return new SlotRequestAnswered(opened);
    }

    internal static bool IsFor(SlotRequestRow row, Actor who) =>
        row.AskedBy != who.User
        && (row.WorkerId == who.User || (row.WorkerId is null && who.Units.Contains(row.TeamId.Value)));
}

/// <summary>The asker has seen the answer; it leaves their list.</summary>
public sealed record SeenSlotAnswer(SlotRequestId Request) : ICommand<Done>;

[Requires("casework.slot.open")]
internal sealed class SeenSlotAnswerHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SeenSlotAnswer, Done>
{
    public async Task<Outcome<Done>> RunAsync(SeenSlotAnswer command, CancellationToken ct = default)
    {
        var user = actor.Value.User;
        if (
            await db.Set<SlotRequestRow>()
                .FirstOrDefaultAsync(r => r.Id == command.Request && r.AskedBy == user && r.AnsweredAt != null, ct)
            is not { } row
        )
            return Refusal.NotFound("slot-request.not-found", "Anmodningen findes ikke, eller den er ikke besvaret.");
        row.SeenAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
