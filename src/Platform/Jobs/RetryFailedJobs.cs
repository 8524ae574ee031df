using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Run every job that failed at once, once what stopped them has been put right.</summary>
public sealed record RetryFailedJobs : ICommand<JobsRetried>;

public sealed record JobsRetried(int Count);

[Requires("platform.job.retry")]
internal sealed class RetryFailedJobsHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<RetryFailedJobs, JobsRetried>
{
    public async Task<Outcome<JobsRetried>> RunAsync(RetryFailedJobs command, CancellationToken ct = default)
    {
        var failed = await db.Set<JobRow>().Where(r => r.Problem != null).ToListAsync(ct);
        if (failed.Count == 0) return new Refusal("job.none-failed", "Intet job venter på et nyt forsøg.");
        foreach (var job in failed) job.NextAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return new JobsRetried(failed.Count);
    }
}
