using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>The reasons for which a case may rest (bero).</summary>
public sealed record HoldReason : CodeWord<HoldReason>
{
    public static readonly HoldReason OthersInformation =
        new("venter-paa-oplysninger", "Venter på oplysninger fra andre");
    public static readonly HoldReason WaitsForCitizen = new("venter-paa-borger", "Venter på borgeren");
    public static readonly HoldReason Exempt = new("fritaget", "Fritaget for samtaler");
    public static readonly HoldReason ParentalLeave = new("barsel", "Barsel");
    public static readonly HoldReason LessIntensive = new("mindre-intensiv", "Mindre intensiv indsats");
    public static readonly HoldReason ShortJob = new("kort-job", "I arbejde for en tid");
    public static readonly HoldReason Other = new("andet", "Andet (skriv hvad)");

    private HoldReason(string code, string text) : base(code, text)
    {
    }
}

/// <summary>
/// Let a citizen's case rest until a day, with a reason. It leaves the list until then, unless the law's last day
/// passes meanwhile: no hold hides a broken deadline.
/// </summary>
public sealed record PutOnHold(CitizenId Citizen, HoldReason Reason, string Note, DateOnly Until)
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.case.hold", Purpose = "Sagen hviler eller gør det ikke længere")]
internal sealed class PutOnHoldHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<PutOnHold, Done>
{
    private const int LongestDays = 190;

    public async Task<Outcome<Done>> RunAsync(PutOnHold command, CancellationToken ct = default)
    {
        if (Decide(command, clock.Today()) is { } refusal)
            return refusal;
        foreach (
            var before in await db.Set<CaseHoldRow>()
                .Where(h => h.CitizenId == command.Citizen && h.LiftedAt == null)
                .ToListAsync(ct)
        )
            before.LiftedAt = clock.GetUtcNow();
        db.Add(
            new CaseHoldRow
            {
                Id = Guid.NewGuid(),
                CitizenId = command.Citizen,
                Reason = command.Reason,
                Note = command.Note.Trim(),
                UntilDay = command.Until,
                MadeAt = clock.GetUtcNow(),
                MadeBy = actor.Value.Name,
            }
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(PutOnHold command, DateOnly today) => Refusal.Each(
        command.Reason == HoldReason.Other && string.IsNullOrWhiteSpace(command.Note)
            ? new Refusal("hold.no-note", "Skriv, hvorfor sagen skal hvile.", Field: nameof(command.Note)) : null,
        command.Note.Length > 300
            ? new Refusal("hold.note-too-long", "Skriv højst 300 tegn.", Field: nameof(command.Note)) : null,
        command.Until <= today
            ? new Refusal("hold.in-past",
                "Dagen, sagen kommer igen, skal ligge i fremtiden.", Field: nameof(command.Until)) : null,
        command.Until.DayNumber - today.DayNumber > LongestDays
            ? new Refusal("hold.too-long",
                "En sag kan hvile i højst et halvt år ad gangen.", Field: nameof(command.Until)) : null);
}

/// <summary>Take a case off hold before its day.</summary>
public sealed record LiftHold(CitizenId Citizen) : ICommand<Done>, IAboutCitizen;

[Requires("casework.case.hold", Purpose = "Sagen hviler eller gør det ikke længere")]
internal sealed class LiftHoldHandler(VirkerContext db, TimeProvider clock) : IUseCase<LiftHold, Done>
{
    public async Task<Outcome<Done>> RunAsync(LiftHold command, CancellationToken ct = default)
    {
        var holds = await db.Set<CaseHoldRow>()
            .Where(h => h.CitizenId == command.Citizen && h.LiftedAt == null)
            .ToListAsync(ct);
        if (holds.Count == 0)
            return new Refusal("hold.none", "Sagen hviler ikke.");
        foreach (var hold in holds)
            hold.LiftedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
