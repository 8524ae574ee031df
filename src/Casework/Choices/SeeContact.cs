using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// How the jobcenter is reached: by anybody, and by a citizen with who has their case. What nobody has written is null,
/// and a page says so instead of asking one to ring.
/// </summary>
public sealed record SeeContact : IQuery<JobcenterContact>;

public sealed record JobcenterContact(string Municipality, string? Address, string? Phone, string? Hours)
{
    /// <summary>The worker of the caller's own case, where the caller is a citizen who has one.</summary>
    public string? Worker { get; init; }

    public string? Team { get; init; }
}

[Requires("casework.contact.see")]
internal sealed class SeeContactHandler(VirkerContext db, CurrentMunicipality municipality, CurrentActor actor)
    : IUseCase<SeeContact, JobcenterContact>
{
    public async Task<Outcome<JobcenterContact>> RunAsync(SeeContact query, CancellationToken ct = default)
    {
        var place = await db.Set<MeetingPlaceRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(p => p.Name == MeetingPlaceRow.Usual, ct);
        var contact = new JobcenterContact(municipality.Value.Name, place?.Address, place?.Phone, place?.Hours);
        if (actor.Value.Citizen is not { } citizen)
            return contact;
        var running = await (
            from c in db.Set<CaseRow>()
            where c.CitizenId == citizen && c.Closed == null
            join t in db.Set<TeamRow>() on c.TeamId equals t.Id
            join w in db.Set<WorkerRow>() on c.WorkerId equals w.UserId into workers
            from w in workers.DefaultIfEmpty()
            select new { Team = t.Name, Worker = w == null ? null : w.Name }
        ).FirstOrDefaultAsync(ct);
        return contact with { Worker = running?.Worker, Team = running?.Team };
    }
}
