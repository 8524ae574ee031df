namespace Virker.Platform;

/// <summary>Brings a job forward, in the transaction of the use case that has made work for it: the job finds the
/// work, however it was woken.</summary>
public interface IWakeJobs
{
    Task WakeAsync(string job, CancellationToken ct = default);
}

internal sealed class JobBell(VirkerContext db, TimeProvider clock) : IWakeJobs
{
    public Task WakeAsync(string job, CancellationToken ct = default) => Sql.RunAsync(db, """
        insert into jobs (name, next_at, attempts) values (@name, @now,
            0) on conflict (name) do update set next_at = @now
        """, ct, ("name", job), ("now", clock.GetUtcNow()));
}
