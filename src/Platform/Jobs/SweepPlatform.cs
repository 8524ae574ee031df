using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// Removes what the platform need not keep: answers to writes after a month, delivered news after a month, bytes of
/// files that no row has.
/// </summary>
public sealed record SweepPlatform : ICommand<Swept>;

public sealed record Swept(int Answers, int Letters, int Files);

[Requires("platform.storage.sweep")]
internal sealed class SweepPlatformHandler(VirkerContext db, FileStore files, TimeProvider clock)
    : IUseCase<SweepPlatform, Swept>
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public async Task<Outcome<Swept>> RunAsync(SweepPlatform command, CancellationToken ct = default)
    {
        var before = clock.GetUtcNow() - Keep;
        var answers = await Sql.RunAsync(db, "delete from idempotency where at < @before", ct, ("before", before));
        var letters = await Sql.RunAsync(db, "delete from outbox where done_at < @before", ct, ("before", before));
        return new Swept(answers, letters, await files.SweepAsync(ct));
    }
}

internal sealed class NightlySweep(IUseCase<SweepPlatform, Swept> sweep) : IJob
{
    public string Name => "platform.nightly-sweep";

    public string Title => "Gamle kvitteringer og slettede filer ryddes op";

    public JobPlan Plan => JobPlan.Daily(new(2, 40));

    public async Task<Outcome<Done>> RunAsync(CancellationToken ct = default)
    {
        var swept = await sweep.RunAsync(new(), ct);
        return swept.IsRefused ? swept.Refusal : Done.It;
    }
}
