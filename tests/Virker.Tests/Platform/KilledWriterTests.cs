using System.Diagnostics;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

/// <summary>
/// Processes that write through use cases are killed at random moments, fifty times on each database.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class KilledWriterTests
{
    private const int Rounds = 10, Writers = 5;

    [Theory, EachDatabase]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_done(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var acknowledged = new List<string>();
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var moments = Enumerable.Range(0, Writers).Select(_ => random.Next(0, 400)).ToList();
            foreach (var names in await Task.WhenAll(moments.Select(moment => KilledAsync(house.Municipality, moment))))
                acknowledged.AddRange(names);
        }

        var kept = (await house.ReadAsync("select user_name from accounts")).Cast<string>().ToHashSet();
        acknowledged.Count.ShouldBeGreaterThan(Rounds * Writers);
        acknowledged.Where(name => !kept.Contains(name)).ShouldBeEmpty();
        (await house.CountAsync("account_roles")).ShouldBe(kept.Count, "an account came without its role");
        (await house.ReadAsync("select count(*) from journal where entity = 'accounts'"))
            .Single()
            .ShouldBe((long)kept.Count, "a change came without its journal row");
        (await house.ReadAsync("select count(*) from idempotency where result <> ''"))
            .Single()
            .ShouldBe((long)kept.Count, "a change came without its kept answer");
        (await house.System.DoneAsync(new VerifyChains())).Breaks.ShouldBeEmpty();
    }

    /// <summary>
    /// Lets a writer live until its first acknowledged write and a moment more, and answers what it had acknowledged.
    /// </summary>
    private static async Task<IReadOnlyList<string>> KilledAsync(Municipality municipality, int moment)
    {
        using var writer = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    typeof(KilledWriterTests).Assembly.Location,
                    "writer",
                    municipality.Database.Dialect.ToString(),
                    municipality.Database.Connection,
                    municipality.Folder,
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        var names = new List<string>();
        try
        {
            names.Add(
                await writer.StandardOutput.ReadLineAsync()
                    ?? throw new InvalidOperationException("The writer wrote nothing.")
            );
            await Task.Delay(moment);
        }
        finally
        {
            writer.Kill();
        }

        // A line that the kill cut short was not acknowledged.
        var rest = await writer.StandardOutput.ReadToEndAsync();
        names.AddRange(rest.Split('\n')[..^1]);
        await writer.WaitForExitAsync();
        return names;
    }
}
