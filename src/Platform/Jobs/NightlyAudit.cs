using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Goes through the chains each night, and keeps their heads beside the keys.</summary>
internal sealed class NightlyAudit(IUseCase<VerifyChains, ChainReport> verify) : IJob
{
    public string Name => "platform.nightly-audit";

    public string Title => "Adgangslog og journal efterses";

    public JobPlan Plan => JobPlan.Daily(new(3, 10));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var report = await verify.RunAsync(new(), ct);
        if (report.IsRefused)
            return report.Refusal;
        return report.Value.Breaks is [var first, ..]
            ? new Refusal("audit.broken", $"{first.Table}, række {first.Sequence}: {first.Problem}.")
            : Done.It;
    }
}
