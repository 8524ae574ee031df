using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

public sealed class CasesBehindTests
{
    private readonly SampleFacts _facts = new(new(2023, 12, 31));

    [Theory, EachDatabase]
    public async Task A_leader_sees_the_cases_behind_a_number_each_in_the_access_log_and_nobody_protected(
        Dialect dialect
    )
    {
        _facts.Protected.Add(41);
        await using var house = await TestHouse.OnAsync(dialect, _facts.Into);
        var measure = await MeasureAsync(house, "R2b");
        var leader = house.As(Role.TeamLeader);
        var behind = await leader.DoneAsync(new SeeCasesBehind(measure));
        behind.Counted.ShouldBe(30);
        behind.Showable.ShouldBe(29);
        behind.Cases.Count.ShouldBe(25);
        var rest = await leader.DoneAsync(new SeeCasesBehind(measure, Page: 2));
        behind.Cases.Concat(rest.Cases).Select(c => c.Citizen).Distinct().Count().ShouldBe(29);
        behind.Cases.Concat(rest.Cases).ShouldNotContain(c => c.Citizen == _facts.IdOf(41));
        (await house.CountAsync("access_log where use_case = 'SeeCasesBehind'")).ShouldBe(29);
    }

    [Fact]
    public async Task The_list_comes_a_page_at_a_time_and_only_the_page_is_logged()
    {
        await using var house = await TestHouse.OnSqliteAsync(_facts.Into);
        var measure = await MeasureAsync(house, "R2a");
        var second = await house.As(Role.Controller).DoneAsync(new SeeCasesBehind(measure, Page: 2));
        (second.Counted, second.Showable, second.Cases.Count).ShouldBe((100, 100, 25));
        second.Cases[0].Name.ShouldBe("Borger 0065");
        (await house.CountAsync("access_log")).ShouldBe(25);
    }

    [Fact]
    public async Task Who_does_not_lead_or_control_sees_no_case()
    {
        await using var house = await TestHouse.OnSqliteAsync(_facts.Into);
        var measure = await MeasureAsync(house, "R2b");
        foreach (var role in new[] { Role.CaseWorker, Role.Politician, Role.Clerk, Role.CompanyConsultant })
            (await house.As(role).RefusedAsync(new SeeCasesBehind(measure))).ShouldBe("permission.denied");
    }

    [Fact]
    public async Task There_are_no_citizens_behind_a_number_of_companies()
    {
        await using var house = await TestHouse.OnSqliteAsync(_facts.Into);
        (await house.As(Role.Controller).RefusedAsync(new SeeCasesBehind(await MeasureAsync(house, "A5")))).ShouldBe(
            "cases.none"
        );
    }

    [Fact]
    public async Task The_register_is_read_again_only_when_it_says_that_it_changed()
    {
        await using var house = await TestHouse.OnSqliteAsync(_facts.Into);
        var controller = house.As(Role.Controller);
        await MeasureAsync(house, "R2a");
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        await controller.DoneAsync(new SeePlan());
        _facts.Loads.ShouldBe(1);
        _facts.Version = "2";
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        await controller.DoneAsync(new SeePlan());
        _facts.Loads.ShouldBe(2);
    }

    [Fact]
    public async Task Where_no_citizen_is_known_every_measure_says_that_the_facts_are_not_there()
    {
        var nothing = new SampleFacts(new(2023, 12, 31));
        await using var house = await TestHouse.OnSqliteAsync(services =>
        {
            nothing.Into(services);
            services.Remove(services.Last(s => s.ServiceType == typeof(Virker.Insight.IPersonRegister)));
        });
        await MeasureAsync(house, "R2a");
        var plan = await house.As(Role.Controller).DoneAsync(new SeePlan());
        plan.Themes.SelectMany(t => t.Measures)
            .ShouldEachBe(m => m.Finding.State == TargetState.CannotBeKnown && m.Finding.Missing.Count > 0);
    }

    private static async Task<MeasureId> MeasureAsync(TestHouse house, string key)
    {
        await house.System.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        var plan = await house.System.DoneAsync(new SeePlan());
        return plan.Themes.SelectMany(t => t.Measures).Single(m => m.Key == key).Id;
    }
}
