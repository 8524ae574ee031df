using Virker.Platform;

namespace Virker.Committee;

internal sealed class CommitteeGrants : IModuleGrants
{
    public IEnumerable<(Role Role, string Permission)> Grants =>
    [
        (Role.Clerk, "committee.*"),
        (Role.Politician, "committee.papers.read"),
        (Role.Politician, "committee.follow-up.read"),
        (Role.TeamLeader, "committee.papers.read"),
        (Role.TeamLeader, "committee.follow-up.read"),
        (Role.Controller, "committee.papers.read"),
        (Role.Controller, "committee.follow-up.read"),
        (Role.Public, "committee.published.read"),
    ];
}
