using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>The applications that wait for a decision in the caller's teams, the oldest first.</summary>
public sealed record SeeApplications : IQuery<Applications>;

public sealed record Applications(IReadOnlyList<OpenApplication> Open) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Open.Select(a => a.Citizen);
}

/// <summary><paramref name="Missing"/>: papers that have not come.</summary>
public sealed record OpenApplication(
    ApplicationId Id,
    CitizenId Citizen,
    string Name,
    string Benefit,
    DateTimeOffset ReceivedAt,
    int Submissions,
    int Missing
);

[Requires("casework.application.register", Purpose = "Modtagelse af din henvendelse")]
internal sealed class SeeApplicationsHandler(VirkerContext db, CurrentActor actor)
    : IUseCase<SeeApplications, Applications>
{
    public async Task<Outcome<Applications>> RunAsync(SeeApplications query, CancellationToken ct = default)
    {
        var teams = actor.Value.Units.Select(TeamId.From).ToList();
        var open = await (
            from a in db.Set<ApplicationRow>()
            where a.DecidedAt == null && a.WithdrawnAt == null && teams.Contains(a.TeamId)
            join c in db.Set<CitizenRow>() on a.CitizenId equals c.Id
            orderby a.ReceivedAt
            select new
            {
                a.Id,
                a.CitizenId,
                c.GivenName,
                c.FamilyName,
                a.Benefit,
                a.ReceivedAt,
                a.Submissions,
                a.Documents,
            }
        ).ToListAsync(ct);
        return new Applications([
            .. open.Select(a => new OpenApplication(
                a.Id,
                a.CitizenId,
                $"{a.GivenName} {a.FamilyName}",
                CodeList.Benefits[a.Benefit].ToString(),
                a.ReceivedAt,
                a.Submissions,
                DocumentList.Missing(a.Benefit, a.Documents.Split(',')).Count
            )),
        ]);
    }
}
