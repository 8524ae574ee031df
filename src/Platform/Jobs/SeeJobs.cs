using Microsoft.EntityFrameworkCore;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// The work that Virker does by itself: when each job was done, when it comes again, and what went wrong.
/// </summary>
public sealed record SeeJobs : IQuery<JobsShown>;

public sealed record JobsShown(IReadOnlyList<JobState> Jobs);

/// <summary>
/// <paramref name="Problem"/> is why the last try failed, without a word of anybody; null where it did not. <paramref name="Next"/> is null before
/// a server has run.
/// </summary>
public sealed record JobState(
    string Name,
    string Title,
    DateTimeOffset? Done,
    DateTimeOffset? Next,
    bool IsRunning,
    int Attempts,
    string? Problem
)
{
    /// <summary>When the run that goes on, or the last one, began.</summary>
    public DateTimeOffset? Started { get; init; }
}

[Requires("platform.job.see")]
internal sealed class SeeJobsHandler(VirkerContext db, IEnumerable<IJob> jobs, TimeProvider clock)
    : IUseCase<SeeJobs, JobsShown>
{
    public async Task<Outcome<JobsShown>> RunAsync(SeeJobs query, CancellationToken ct = default)
    {
        var (now, rows) = (clock.GetUtcNow(), await db.Set<JobRow>().ToDictionaryAsync(r => r.Name, ct));
        return new JobsShown([
            .. jobs.Select(j => (Job: j, Row: rows.GetValueOrDefault(j.Name)))
                .OrderBy(j => j.Row?.Problem is null)
                .ThenBy(j => j.Job.Title, StringComparer.Ordinal)
                .Select(j => new JobState(
                    j.Job.Name,
                    j.Job.Title,
                    j.Row?.DoneAt,
                    j.Row?.NextAt,
                    j.Row?.LeasedUntil > now,
                    j.Row?.Problem is null ? 0 : j.Row.Attempts,
                    FailureWords.OfJob(j.Row?.Problem)
                )
                {
                    Started = j.Row?.StartedAt,
                }),
        ]);
    }
}

/// <summary>Run a job that failed at once, once what stopped it has been put right.</summary>
public sealed record RetryJob(string Job) : ICommand<Done>;

[Requires("platform.job.retry")]
internal sealed class RetryJobHandler(VirkerContext db, TimeProvider clock) : IUseCase<RetryJob, Done>
{
    public async Task<Outcome<Done>> RunAsync(RetryJob command, CancellationToken ct = default)
    {
        if (
            await db.Set<JobRow>().FirstOrDefaultAsync(r => r.Name == command.Job && r.Problem != null, ct)
            is not { } job
        )
            return new Refusal("job.not-failed", "Jobbet er ikke mislykkedes og venter ikke på et nyt forsøg.");
        job.NextAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
