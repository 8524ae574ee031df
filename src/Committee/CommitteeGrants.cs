using Microsoft.Extensions.DependencyInjection;
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

internal sealed class CommitteeServices : IModuleServices
{
    public void Add(IServiceCollection services) =>
        services
            .AddScoped<Disclosures>()
            .AddScoped<AgendaPapers>()
            .AddScoped<MeetingDesk>()
            .AddScoped<ForwardAgendas>()
            .AddScoped<CaseRegister>()
            .AddScoped<CarryOver>()
            .AddScoped<DraftedAgenda>()
            .AddScoped<Carried>()
            .AddScoped<PublicPapers>()
            .AddScoped<PublicStates>()
            .AddScoped<MinutesPen>()
            .AddScoped<WrittenDecisions>()
            .AddScoped<OpenProjection>()
            .AddScoped<PublishGate>()
            .AddScoped<Press>()
            .AddScoped<PrintedItems>()
            .AddScoped<ReadingDesk>()
            .AddScoped<KeptMark>();
}
