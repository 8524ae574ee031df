using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Keep a time open for colleagues who want to talk a case over.</summary>
public sealed record OpenSparringTime(DateTimeOffset At, int Minutes) : ICommand<Done>;

[Requires("casework.sparring.use", Purpose = "Faglig sparring om din sag")]
internal sealed class OpenSparringTimeHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<OpenSparringTime, Done>
{
    public async Task<Outcome<Done>> RunAsync(OpenSparringTime command, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user)
            return new Refusal("sparring.nobody", "Log ind, før du åbner en tid.");
        if (Decide(command, clock.GetUtcNow()) is { } refusal)
            return refusal;
        db.Add(
            new SparringSlotRow
            {
                Id = Guid.NewGuid(),
                HolderId = user,
                At = command.At,
                Minutes = command.Minutes,
            }
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(OpenSparringTime command, DateTimeOffset now) => Refusal.Each(
        command.At <= now
            ? new Refusal("sparring.in-past", "Tiden skal ligge i fremtiden.", Field: nameof(command.At)) : null,
        command.Minutes is < 15 or > 120
            ? new Refusal("sparring.minutes",
                "Sparring varer mellem et kvarter og to timer.", Field: nameof(command.Minutes)) : null);
}

/// <summary>
/// Ask a colleague or leader of one's own team to talk a case over, at one of their open times where they have one.
/// </summary>
public sealed record AskSparring(CitizenId Citizen, UserId Holder, string Question)
    : ICommand<SparringAsked>,
        IAboutCitizen
{
    public Guid? Slot { get; init; }
}

public sealed record SparringAsked(Guid Id);

[Requires("casework.sparring.use", Purpose = "Faglig sparring om din sag")]
internal sealed class AskSparringHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
)
    : IUseCase<AskSparring, SparringAsked>
{
    public async Task<Outcome<SparringAsked>> RunAsync(AskSparring command, CancellationToken ct = default)
    {
        if (actor.Value.User is not { } user)
            return new Refusal("sparring.nobody", "Log ind, før du beder om sparring.");
        var teams = actor.Value.Units.Select(TeamId.From).ToList();
        var holder = (await directory.ReadAsync(ct)).Member(command.Holder);
        var near = holder is not null && teams.Contains(holder.Team);
        if (Decide(command, user, near) is { } refusal) return refusal;
        if (command.Slot is { } slot)
        {
            var now = clock.GetUtcNow();
            if (
                !await db.Set<SparringSlotRow>()
                    .AnyAsync(s => s.Id == slot && s.HolderId == command.Holder && s.At > now, ct)
            )
                return new Refusal(
                    "sparring.slot",
                    "Tiden findes ikke mere. Vælg en anden.",
                    Field: nameof(command.Slot)
                );
            if (await db.Set<SparringRow>().AnyAsync(s => s.SlotId == slot, ct))
                return new Refusal(
                    "sparring.taken",
                    "Tiden er taget imens. Vælg en anden.",
                    Field: nameof(command.Slot)
                );
        }

        var row = new SparringRow
        {
            Id = Guid.NewGuid(),
            CitizenId = command.Citizen,
            AskerId = user,
            HolderId = command.Holder,
            Question = command.Question.Trim(),
            AskedAt = clock.GetUtcNow(),
            SlotId = command.Slot,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new SparringAsked(row.Id);
    }

    internal static Refusal? Decide(AskSparring command, UserId user, bool isNear) => Refusal.Each(
        command.Holder == user
            ? new Refusal("sparring.self", "Vælg en anden end dig selv.", Field: nameof(command.Holder)) : null,
        !isNear
            ? new Refusal("sparring.not-colleague",
                "Vælg en kollega eller leder i dit eget team. Andre har ikke adgang til sagen.",
                Field: nameof(command.Holder)) : null,
        string.IsNullOrWhiteSpace(command.Question)
            ? new Refusal("sparring.no-question",
                "Skriv, hvad du vil have hjælp til.", Field: nameof(command.Question)) : null,
        command.Question.Length > 1000
            ? new Refusal("sparring.too-long", "Skriv højst 1.000 tegn.", Field: nameof(command.Question)) : null);
}

/// <summary>
/// Note what came out of it. The note is the two's own: it is no part of the case, and nobody else sees it.
/// </summary>
public sealed record WriteSparringNote(CitizenId Citizen, Guid Sparring, string Text) : ICommand<Done>, IAboutCitizen
{
    /// <summary>It is talked through.</summary>
    public bool Close { get; init; }
}

[Requires("casework.sparring.use", Purpose = "Faglig sparring om din sag")]
internal sealed class WriteSparringNoteHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<WriteSparringNote, Done>
{
    public async Task<Outcome<Done>> RunAsync(WriteSparringNote command, CancellationToken ct = default)
    {
        var sparring = await db.Set<SparringRow>()
            .FirstOrDefaultAsync(
                s =>
                    s.Id == command.Sparring
                    && s.CitizenId == command.Citizen
                    && (s.AskerId == actor.Value.User || s.HolderId == actor.Value.User),
                ct
            );
        if (sparring is null || actor.Value.User is not { } user)
            return Refusal.NotFound("sparring.not-found", "Sparringen findes ikke, eller den er mellem andre.");
        if (sparring.ClosedAt is not null)
            return new Refusal("sparring.closed", "Sparringen er afsluttet. Bed om en ny.");
        if (string.IsNullOrWhiteSpace(command.Text) && !command.Close)
            return new Refusal("sparring.no-text", "Skriv, hvad I kom frem til.", Field: nameof(command.Text));
        if (command.Text.Length > 4000)
            return new Refusal("sparring.note-too-long", "Skriv højst 4.000 tegn.", Field: nameof(command.Text));
        if (!string.IsNullOrWhiteSpace(command.Text))
            db.Add(
                new SparringNoteRow
                {
                    Id = Guid.NewGuid(),
                    SparringId = sparring.Id,
                    AuthorId = user,
                    Author = actor.Value.Name,
                    Text = command.Text.Trim(),
                    At = clock.GetUtcNow(),
                }
            );
        if (command.Close)
            sparring.ClosedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
