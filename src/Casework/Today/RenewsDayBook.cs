using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// What moves a case on the day's list wakes the job that keeps the list ready, so that nobody waits for it.
/// </summary>
internal sealed class RenewsDayBook(IWakeJobs jobs)
    : IHandle<BenefitChanged>,
        IHandle<CaseWorkerChanged>,
        IHandle<ConversationTookPlace>
{
    public Task<Outcome<Done>> HandleAsync(BenefitChanged news, CancellationToken ct = default) => WakeAsync(ct);

    public Task<Outcome<Done>> HandleAsync(CaseWorkerChanged news, CancellationToken ct = default) => WakeAsync(ct);

    public Task<Outcome<Done>> HandleAsync(ConversationTookPlace news, CancellationToken ct = default) =>
        WakeAsync(ct);

    private async Task<Outcome<Done>> WakeAsync(CancellationToken ct)
    {
        await jobs.WakeAsync(OpenDayBook.JobName, ct);
        return Done.It;
    }
}
