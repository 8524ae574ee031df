using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Mark a citizen as a participant of a scheme from a day.</summary>
public sealed record MarkParticipant(CitizenId Citizen, Guid Scheme, DateOnly From, string Reason)
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.scheme.mark")]
internal sealed class MarkParticipantHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<MarkParticipant, Done>
{
    private const int MostBack = 92;

    public async Task<Outcome<Done>> RunAsync(MarkParticipant command, CancellationToken ct = default)
    {
        var scheme = await db.Set<SchemeRow>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == command.Scheme, ct);
        if (Decide(command, scheme, clock.Today()) is { } refusal)
            return refusal;
        if (
            await db.Set<SchemeParticipantRow>()
                .Since(command.From)
                .AnyAsync(p => p.SchemeId == command.Scheme && p.CitizenId == command.Citizen, ct)
        )
            return new Refusal(
                "scheme.participates",
                "Borgeren er allerede med i indsatsen den dag. Vælg en anden dag.",
                Field: nameof(command.From)
            );
        db.Add(
            new SchemeParticipantRow
            {
                Id = Guid.NewGuid(),
                SchemeId = command.Scheme,
                CitizenId = command.Citizen,
                FromDay = command.From,
                Reason = command.Reason.Trim(),
                MarkedAt = clock.GetUtcNow(),
                MarkedBy = actor.Value.Name,
            }
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(MarkParticipant command, SchemeRow? scheme, DateOnly today) => Refusal.Each(
        scheme is null || scheme.ToDay < command.From
            ? new Refusal("scheme.choose", "Vælg en indsats, der løber den dag.", Field: nameof(command.Scheme)) : null,
        command.From < scheme?.FromDay
            ? new Refusal("scheme.before-start",
                "Indsatsen var ikke begyndt den dag. Vælg en senere dag.", Field: nameof(command.From)) : null,
        command.From < today.AddDays(-MostBack)
            ? new Refusal("scheme.too-long-ago",
                "Deltagelse mærkes højst tre måneder tilbage. Ellers kan effekten ikke måles rigtigt.",
                Field: nameof(command.From)) : null,
        command.From > today.AddDays(31)
            ? new Refusal("scheme.too-far", "Dagen kan højst ligge en måned frem.", Field: nameof(command.From)) : null,
        string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > 300
            ? new Refusal("scheme.no-reason",
                "Skriv, hvorfor borgeren er med (højst 300 tegn).", Field: nameof(command.Reason)) : null);
}

/// <summary>The citizen leaves the scheme; the days in it stay.</summary>
public sealed record EndParticipation(CitizenId Citizen, Guid Participant, DateOnly To, string Reason)
    : ICommand<Done>,
        IAboutCitizen;

[Requires("casework.scheme.mark")]
internal sealed class EndParticipationHandler(VirkerContext db, TimeProvider clock) : IUseCase<EndParticipation, Done>
{
    public async Task<Outcome<Done>> RunAsync(EndParticipation command, CancellationToken ct = default)
    {
        var row = await db.Set<SchemeParticipantRow>()
            .FirstOrDefaultAsync(
                p => p.Id == command.Participant && p.CitizenId == command.Citizen && p.ToDay == null,
                ct
            );
        if (row is null)
            return Refusal.NotFound("scheme.not-found", "Borgeren er ikke med i indsatsen.");
        if (Decide(command, row.FromDay, clock.Today()) is { } refusal)
            return refusal;
        (row.ToDay, row.EndReason) = (command.To, command.Reason.Trim());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(EndParticipation command, DateOnly from, DateOnly today) => Refusal.Each(
        command.To < from || command.To > today
            ? new Refusal("scheme.to",
                "Den sidste dag skal ligge mellem den første dag og i dag.", Field: nameof(command.To)) : null,
        string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > 300
            ? new Refusal("scheme.no-reason",
                "Skriv, hvorfor borgeren ikke er med mere (højst 300 tegn).", Field: nameof(command.Reason)) : null);
}

/// <summary>The schemes that a citizen is or has been in, and those there are to choose among.</summary>
public sealed record SeeCitizenSchemes(CitizenId Citizen) : IQuery<CitizenSchemes>, IAboutCitizen;

public sealed record CitizenSchemes(
    string Name,
    IReadOnlyList<CitizenInScheme> In,
    IReadOnlyList<(Guid Id, string Name)> Open
);

public sealed record CitizenInScheme(
    Guid Id,
    string Scheme,
    bool OneWorker,
    DateOnly From,
    DateOnly? To,
    string Reason,
    string MarkedBy,
    string? EndReason
);

[Requires("casework.scheme.see")]
internal sealed class SeeCitizenSchemesHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<SeeCitizenSchemes, CitizenSchemes>
{
    public async Task<Outcome<CitizenSchemes>> RunAsync(SeeCitizenSchemes query, CancellationToken ct = default)
    {
        var today = clock.Today();
        var name = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        if (name is null)
            return CitizenRefusals.NotFound;
        var within = await (
            from p in db.Set<SchemeParticipantRow>()
            where p.CitizenId == query.Citizen
            join s in db.Set<SchemeRow>() on p.SchemeId equals s.Id
            orderby p.FromDay descending
            select new CitizenInScheme(p.Id, s.Name, s.OneWorker, p.FromDay, p.ToDay, p.Reason, p.MarkedBy, p.EndReason)
        ).ToListAsync(ct);
        var open = await db.Set<SchemeRow>()
            .Where(s => s.ToDay == null || s.ToDay >= today)
            .OrderBy(s => s.Name)
            .Select(s => new { s.Id, s.Name })
            .ToListAsync(ct);
        return new CitizenSchemes(name, within, [.. open.Select(s => (s.Id, s.Name))]);
    }
}
