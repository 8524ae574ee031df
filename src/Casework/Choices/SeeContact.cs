using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
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
internal sealed class SeeContactHandler(
    VirkerContext db,
    IStaffDirectory directory,
    CurrentMunicipality municipality,
    CurrentActor actor
) : IUseCase<SeeContact, JobcenterContact>
{
    public async Task<Outcome<JobcenterContact>> RunAsync(SeeContact query, CancellationToken ct = default)
    {
        var place = await db.Set<MeetingPlaceRow>()
            .FirstOrDefaultAsync(p => p.Name == MeetingPlaceRow.Usual, ct);
        var contact = new JobcenterContact(municipality.Value.Name, place?.Address, place?.Phone, place?.Hours);
        if (actor.Value.Citizen is not { } citizen)
            return contact;
        var running = await db.Set<CaseRow>()
            .Where(c => c.CitizenId == citizen && c.Closed == null)
            .Select(c => new { c.TeamId, c.WorkerId })
            .FirstOrDefaultAsync(ct);
        var staff = await directory.ReadAsync(ct);
        return contact with { Worker = staff.NameOf(running?.WorkerId), Team = staff.NameOf(running?.TeamId) };
    }
}
