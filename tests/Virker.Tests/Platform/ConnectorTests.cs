using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

/// <summary>No municipality asks anybody outside before somebody in it has said so.</summary>
public sealed class ConnectorTests
{
    /// <summary>
    /// A week of nights with every job there is, with a key in the folder and a stand-in that would keep each call.
    /// </summary>
    [Theory, EachDatabase]
    public async Task A_new_municipality_that_is_not_fictive_calls_nobody(Dialect dialect)
    {
        await using var party = await StandIn.StartAsync();
        party.Then(500, "");
        await using var house = await HouseAsync(party, dialect);
        var real = house.Municipality with { IsFictive = false };
        for (var night = 0; night < 7; night++) await NightAsync(house, real);
        (await house.CountAsync("jobs where done_at is not null")).ShouldBeGreaterThan(8);
        (await house.ReadAsync("select problem from jobs where name = 'targets.nightly-fetch'")).ShouldBe([null]);
        party.Asked.ShouldBeEmpty();

        await house.As(Role.Administrator).DoneAsync(new SwitchConnector(Connector.StatBank.Id, true));
        await NightAsync(house, real);
        party.Asked.ShouldNotBeEmpty("a stand-in that nobody could reach would prove nothing");
        party.Asked.ShouldEachBe(a => a.Body.Contains("FOLK1A"), "the other connector is still off");

        await house.As(Role.Administrator).DoneAsync(new SwitchConnector(Connector.StatBank.Id, false));
        party.Asked.Clear();
        await NightAsync(house, real);
        party.Asked.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_switch_is_the_administrators_and_stands_in_the_journal(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var administrator = house.As(Role.Administrator);
        (await administrator.DoneAsync(new SeeConnectors())).All.ShouldEachBe(c => !c.IsOn);
        foreach (
            var role in Role.SignedIn.Where(r => r != Role.Administrator && r != Role.Citizen && r != Role.Company)
        )
            (await house.As(role).RefusedAsync(new SwitchConnector(Connector.Jobindsats.Id, true))).ShouldBe(
                "permission.denied",
                role.Name
            );
        (await administrator.RefusedAsync(new SwitchConnector("andre", true))).ShouldBe("connector.unknown");
        await administrator.DoneAsync(new SwitchConnector(Connector.Jobindsats.Id, true));
        await administrator.DoneAsync(new SwitchConnector(Connector.Jobindsats.Id, true));
        (await administrator.DoneAsync(new SeeConnectors()))
            .All.Single(c => c.IsOn)
            .ChangedBy.ShouldBe(administrator.Actor.Name);
        (await house.ReadAsync("select use_case from journal where entity = 'connectors'")).ShouldBe(
            ["SwitchConnector"],
            "switching on what is on changes nothing"
        );
    }

    private static async Task NightAsync(TestHouse house, Municipality municipality)
    {
        var runner = house.Services.GetRequiredService<JobRunner>();
        await runner.RunDueAsync(municipality);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await runner.RunDueAsync(municipality);
    }

    private static async Task<TestHouse> HouseAsync(StandIn party, Dialect dialect)
    {
        var house = await TestHouse.OnAsync(
            dialect,
            services => services.AddSingleton(party.Addresses).AddSingleton(StandIn.Impatient)
        );
        Directory.CreateDirectory(house.Municipality.KeysFolder);
        await File.WriteAllTextAsync(Path.Combine(house.Municipality.KeysFolder, "jobindsats.noegle"), "hemmelig");
        return house;
    }
}
