using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>Runs the jobs that are due in a municipality, one at a time, each in a scope of its own.</summary>
internal sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>Answers how many jobs were done.</summary>
    public async Task<int> RunDueAsync(Municipality municipality, CancellationToken ct = default)
    {
        var done = 0;
        foreach (var name in await DueAsync(municipality, ct)) done += await RunAsync(municipality, name, ct) ? 1 : 0;
        return done;
    }

    /// <summary>A job that the database has not heard of is due when its plan says so next.</summary>
    private async Task<IReadOnlyList<string>> DueAsync(Municipality municipality, CancellationToken ct)
    {
        await using var scope = scopes.InMunicipality(municipality, "job");
        var rows = await scope
            .ServiceProvider.GetRequiredService<VirkerContext>()
            .Set<JobRow>()
            .ToDictionaryAsync(r => r.Name, ct);
        var (now, due) = (clock.GetUtcNow(), new List<string>());
        foreach (var job in scope.ServiceProvider.GetServices<IJob>())
        {
            if (!rows.TryGetValue(job.Name, out var row))
                await WriteAsync(
                    municipality,
                    "insert into jobs (name, next_at, attempts) values (@name, @next, 0) on conflict (name) do nothing",
                    ("name", job.Name),
                    ("next", job.Plan.After(now))
                );
            else if (row.NextAt <= now && (row.LeasedUntil is null || row.LeasedUntil < now))
                due.Add(job.Name);
        }

        return due;
    }

    private async Task<bool> RunAsync(Municipality municipality, string name, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await WriteAsync(municipality, """
            update jobs set leased_until = @until, started_at = @now, attempts = attempts + 1
            where name = @name and next_at <= @now and (leased_until is null or leased_until < @now)
            """, ("name", name), ("now", now), ("until", now + Lease)) == 0) return false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var beating = HoldAsync(municipality, name, stop.Token);
        await using var scope = scopes.InMunicipality(municipality, $"job-{name}");
        var job = scope.ServiceProvider.GetServices<IJob>().First(j => j.Name == name);
        var problem = await ProblemAsync(job, ct);
        await stop.CancelAsync();
        await beating;
        if (ct.IsCancellationRequested) return false;
        await EndAsync(municipality, job, problem);
        return problem is null;
    }

    /// <summary>A job that was woken while it ran comes again at once.</summary>
    private Task EndAsync(Municipality municipality, IJob job, string? problem)
    {
        var now = clock.GetUtcNow();
        return problem is null
            ? WriteAsync(municipality, """
                update jobs set leased_until = null, next_at = case when next_at > started_at then next_at else @next end, done_at = @now,
                attempts = 0, problem = null where name = @name
                """,
                ("name", job.Name),
                ("now", now),
                ("next", job.Plan.After(now))
            )
            : WriteAsync(
                municipality,
                "update jobs set leased_until = null, next_at = @next, problem = @problem where name = @name",
                ("name", job.Name),
                ("next", now + RetryAfter),
                ("problem", CprText.Mask(problem))
            );
    }

    private static async Task<string?> ProblemAsync(IJob job, CancellationToken ct)
    {
        try
        {
            var outcome = await job.RunAsync(ct);
            return outcome.IsRefused ? $"{outcome.Refusal.Code}: {outcome.Refusal.Text}" : null;
        }
        catch (Exception problem)
        {
            return $"{problem.GetType().Name}: {problem.Message}";
        }
    }

    /// <summary>
    /// Keeps the lease while the job works; when the server dies, the lease runs out and another takes the job.
    /// </summary>
    private async Task HoldAsync(Municipality municipality, string name, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Lease / 4, clock, ct);
                await WriteAsync(
                    municipality,
                    "update jobs set leased_until = @until where name = @name",
                    ("name", name),
                    ("until", clock.GetUtcNow() + Lease)
                );
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task<int> WriteAsync(
        Municipality municipality,
        string sql,
        params (string Name, object? Value)[] values
    )
    {
        using var turn = await WriteTurn.TakeAsync(municipality.Database, CancellationToken.None);
        await using var connection = await Connections.OpenAsync(municipality.Database);
        return await Sql.RunAsync(connection, null, sql, CancellationToken.None, values);
    }
}
