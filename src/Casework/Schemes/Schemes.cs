using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// A scheme (særlig indsats) for some citizens, such as one worker across a shift of benefit. Its participants are
/// marked from day to day with a reason and by whom, so that its effect can be measured afterwards against those who
/// were not in it.
/// </summary>
public sealed record Scheme(
    Guid Id,
    string Name,
    string Purpose,
    DateOnly From,
    DateOnly? To,
    bool OneWorker,
    int Running,
    int InAll
);

/// <summary>Begin a scheme.</summary>
public sealed record BeginScheme(string Name, string Purpose, DateOnly From, bool OneWorker) : ICommand<Scheme>;

[Requires("team.scheme.set")]
internal sealed class BeginSchemeHandler(VirkerContext db) : IUseCase<BeginScheme, Scheme>
{
    public async Task<Outcome<Scheme>> RunAsync(BeginScheme command, CancellationToken ct = default)
    {
        var taken = await db.Set<SchemeRow>().AnyAsync(s => s.Name == command.Name.Trim() && s.ToDay == null, ct);
        if (Decide(command, taken) is { } refusal)
            return refusal;
        var row = new SchemeRow
        {
            Id = Guid.NewGuid(),
            Name = command.Name.Trim(),
            Purpose = command.Purpose.Trim(),
            FromDay = command.From,
            OneWorker = command.OneWorker,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new Scheme(row.Id, row.Name, row.Purpose, row.FromDay, null, row.OneWorker, 0, 0);
    }

    internal static Refusal? Decide(BeginScheme command, bool taken) => Refusal.Each(
        string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > 100
            ? new Refusal("scheme.name",
                "Giv indsatsen et navn på højst 100 tegn.", Field: nameof(command.Name)) : null,
        string.IsNullOrWhiteSpace(command.Purpose) || command.Purpose.Length > 500
            ? new Refusal("scheme.purpose",
                "Skriv, hvad indsatsen skal føre til (højst 500 tegn). Det er det, effekten måles på.",
                Field: nameof(command.Purpose)) : null,
        taken
            ? new Refusal("scheme.already",
                "Der er allerede en indsats med det navn. Vælg et andet.", Field: nameof(command.Name)) : null);
}

/// <summary>The schemes with how many take part; no citizen is shown.</summary>
public sealed record SeeSchemes : IQuery<SchemeList>;

public sealed record SchemeList(IReadOnlyList<Scheme> All);

[Requires("casework.scheme.see")]
internal sealed class SeeSchemesHandler(VirkerContext db, TimeProvider clock) : IUseCase<SeeSchemes, SchemeList>
{
    public async Task<Outcome<SchemeList>> RunAsync(SeeSchemes query, CancellationToken ct = default)
    {
        var today = clock.Today();
        return new SchemeList(
            await db.Set<SchemeRow>()
                .OrderBy(s => s.Name)
                .Select(s => new Scheme(
                    s.Id,
                    s.Name,
                    s.Purpose,
                    s.FromDay,
                    s.ToDay,
                    s.OneWorker,
                    db.Set<SchemeParticipantRow>()
                        .Count(p => p.SchemeId == s.Id && p.FromDay <= today && (p.ToDay == null || p.ToDay >= today)),
                    db.Set<SchemeParticipantRow>().Count(p => p.SchemeId == s.Id)
                ))
                .ToListAsync(ct)
        );
    }
}

/// <summary>A scheme with those of its participants who are the caller's teams'; the others are counted.</summary>
public sealed record SeeScheme(Guid Scheme) : IQuery<SchemeView>;

public sealed record SchemeView(Scheme Scheme, IReadOnlyList<SchemeParticipant> Participants, int Others)
    : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Participants.Select(p => p.Citizen);
}

/// <summary>
/// <paramref name="BenefitShifts"/> and <paramref name="WorkerChanges"/>: since the day the citizen was marked.
/// </summary>
public sealed record SchemeParticipant(
    Guid Id,
    CitizenId Citizen,
    string Name,
    DateOnly From,
    DateOnly? To,
    string Reason,
    string MarkedBy,
    string? EndReason,
    int BenefitShifts,
    int WorkerChanges
);

[Requires("casework.scheme.see", Purpose = "Overblik over en indsats, du er med i")]
internal sealed class SeeSchemeHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SeeScheme, SchemeView>
{
    public async Task<Outcome<SchemeView>> RunAsync(SeeScheme query, CancellationToken ct = default)
    {
        var scheme = await db.Set<SchemeRow>().FirstOrDefaultAsync(s => s.Id == query.Scheme, ct);
        if (scheme is null) return Refusal.NotFound("scheme.not-found", "Indsatsen findes ikke.");
        var (today, user, teams) = (clock.Today(), actor.Value.User, actor.Value.Units.Select(TeamId.From).ToList());
        var all = db.Set<SchemeParticipantRow>().Where(p => p.SchemeId == scheme.Id);
        var rows = await (
            from p in all
            where
                db.Set<CaseRow>()
                    .Any(c =>
                        c.CitizenId == p.CitizenId
                        && c.Closed == null
                        && (c.WorkerId == user || teams.Contains(c.TeamId))
                    )
            join c in db.Set<CitizenRow>() on p.CitizenId equals c.Id
            orderby p.FromDay descending
            select new SchemeParticipant(
                p.Id,
                p.CitizenId,
                c.GivenName + " " + c.FamilyName,
                p.FromDay,
                p.ToDay,
                p.Reason,
                p.MarkedBy,
                p.EndReason,
                db.Set<BenefitSpellRow>()
                    .Count(s =>
                        s.CitizenId == p.CitizenId && s.FromDay > p.FromDay && (p.ToDay == null || s.FromDay <= p.ToDay)
                    ),
                db.Set<CaseAssignmentRow>()
                    .Count(a =>
                        db.Set<CaseRow>()
                            .Any(k => k.Id == a.CaseId && k.CitizenId == p.CitizenId && k.Opened < a.FromDay)
                        && a.FromDay > p.FromDay
                        && (p.ToDay == null || a.FromDay <= p.ToDay)
                    )
            )
        ).ToListAsync(ct);
        var (count, running) = (
            await all.CountAsync(ct),
            await all.On(today).CountAsync(ct)
        );
        return new SchemeView(
            new(scheme.Id, scheme.Name, scheme.Purpose, scheme.FromDay, scheme.ToDay, scheme.OneWorker, running, count),
            rows,
            count - rows.Count
        );
    }
}
