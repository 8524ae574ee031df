using Microsoft.Extensions.DependencyInjection;
using Virker.Demo;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Demo;

/// <summary>A small fictive municipality in a database of the test's own.</summary>
internal sealed class WrittenTown : IAsyncDisposable
{
    private WrittenTown(TestHouse house, World world) => (House, World) = (house, world);

    public TestHouse House { get; }

    public World World { get; }

    public static async Task<WrittenTown> OnAsync(Dialect dialect, int inhabitants = 800, int seed = 1)
    {
        var house = await TestHouse.OnAsync(dialect);
        var world = new World(new DemoPlan(inhabitants, 10, seed));
        await using var scope = house.Scope(Actor.System);
        var intake = scope.ServiceProvider.GetRequiredService<IRegisterIntake>();
        (await intake.FillAsync(new RegisterWriter(world, _ => { }).Deliver())).Refusal.ShouldBeNull();
        return new(house, world);
    }

    /// <summary>Somebody with a running case: the citizen, the team and the worker.</summary>
    public async Task<(CitizenId Citizen, Guid Team, UserId Worker)> RunningCaseAsync(int skip = 0)
    {
        var columns = new List<Guid>();
        await using var scope = House.Scope(Actor.System);
        await RowReader.ReadAsync(
            scope.ServiceProvider.GetRequiredService<VirkerContext>(),
            "select citizen_id, team_id, worker_id from cases where closed is null order by citizen_id",
            row => columns.AddRange([row.Id(0), row.Id(1), row.Id(2)])
        );
        return (new(columns[skip * 3]), columns[(skip * 3) + 1], new(columns[(skip * 3) + 2]));
    }

    public async Task<double> NumberAsync(string sql) => Convert.ToDouble((await House.ReadAsync(sql))[0]);

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
