using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class JobTests
{
    [Theory, EachDatabase]
    public async Task A_job_runs_when_it_is_due_and_again_after_it_failed(Dialect dialect)
    {
        var job = new CountingJob();
        await using var house = await TestHouse.OnAsync(dialect, services => services.AddScoped<IJob>(_ => job));
        var runner = house.Services.GetRequiredService<JobRunner>();
        await runner.RunDueAsync(house.Municipality);
        job.Runs.ShouldBe(0, "a new job waits for its first turn");

        house.Clock.Advance(TimeSpan.FromMinutes(11));
        job.Fail = true;
        await runner.RunDueAsync(house.Municipality);
        await runner.RunDueAsync(house.Municipality);
        job.Runs.ShouldBe(1, "it is tried again after a while");

        job.Fail = false;
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await runner.RunDueAsync(house.Municipality);
        await runner.RunDueAsync(house.Municipality);
        job.Runs.ShouldBe(2);
        (await house.ReadAsync("select problem from jobs where name = 'proved.counting'")).ShouldBe([null]);
    }

    [Theory, EachDatabase]
    public async Task Who_has_a_failed_job_tried_at_once_stands_in_the_journal(Dialect dialect)
    {
        var job = new CountingJob { Fail = true };
        await using var house = await TestHouse.OnAsync(dialect, services => services.AddScoped<IJob>(_ => job));
        var (runner, administrator) = (house.Services.GetRequiredService<JobRunner>(), house.As(Role.Administrator));
        await runner.RunDueAsync(house.Municipality);
        (await administrator.RefusedAsync(new RetryJob(job.Name))).ShouldBe("job.not-failed");
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        await runner.RunDueAsync(house.Municipality);
        job.Fail = false;

        await administrator.DoneAsync(new RetryJob(job.Name));
        await runner.RunDueAsync(house.Municipality);

        job.Runs.ShouldBe(2, "it does not wait for its turn");
        (
            await house.ReadAsync(
                "select use_case || ' ' || actor || ' ' || entity_id from journal where entity = 'jobs'"
            )
        ).ShouldBe([$"RetryJob Administrator Prøvesen {job.Name}"]);
    }

    [Theory, EachDatabase]
    public async Task A_job_whose_server_died_is_taken_by_another_when_the_lease_runs_out(Dialect dialect)
    {
        var job = new CountingJob();
        await using var house = await TestHouse.OnAsync(dialect, services => services.AddScoped<IJob>(_ => job));
        var runner = house.Services.GetRequiredService<JobRunner>();
        await runner.RunDueAsync(house.Municipality);
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        await using (var connection = await house.OpenAsync())
            await Sql.RunAsync(
                connection,
                null,
                "update jobs set leased_until = @until where name = 'proved.counting'",
                default,
                ("until", house.Clock.GetUtcNow().AddMinutes(2))
            );

        await runner.RunDueAsync(house.Municipality);
        job.Runs.ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        await runner.RunDueAsync(house.Municipality);
        job.Runs.ShouldBe(1);
    }

    [Theory]
    [InlineData("2024-03-30T20:00:00+01:00", "2024-03-31T03:30:00+02:00")]
    [InlineData("2024-01-02T01:00:00+01:00", "2024-01-02T03:30:00+01:00")]
    [InlineData("2024-10-26T20:00:00+02:00", "2024-10-27T03:30:00+01:00")]
    public void A_nightly_job_keeps_the_danish_clock_over_summer_time(string done, string next) =>
        JobPlan.Daily(new(3, 30)).After(DateTimeOffset.Parse(done)).ShouldBe(DateTimeOffset.Parse(next));

    [Theory, EachDatabase]
    public async Task The_platforms_own_jobs_run(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var runner = house.Services.GetRequiredService<JobRunner>();
        await runner.RunDueAsync(house.Municipality);
        house.Clock.Advance(TimeSpan.FromDays(1));

        await runner.RunDueAsync(house.Municipality);

        (
            await house.ReadAsync(
                "select name from jobs where name like 'platform.%' and done_at is not null order by name"
            )
        ).ShouldBe(["platform.erasures", "platform.nightly-audit", "platform.nightly-sweep"]);
    }

    internal sealed class CountingJob : IJob
    {
        public string Name => "proved.counting";

        public string Title => "En prøve";

        public JobPlan Plan => JobPlan.Every(TimeSpan.FromMinutes(10));

        public int Runs { get; private set; }

        public bool Fail { get; set; }

        public Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
        {
            Runs++;
            return Fail ? throw new IOException("No.") : Task.FromResult<Outcome<Done>>(Done.It);
        }
    }
}
