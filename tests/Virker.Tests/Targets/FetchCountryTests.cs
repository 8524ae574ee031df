using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

/// <summary>
/// The official figures, fetched from a stand-in on this machine that speaks the parties' protocols with recorded
/// answers.
/// </summary>
public sealed class FetchCountryTests
{
    private const string Columns =
        "\"columns\":[\"Område\",\"Periode\",\"Antal personer\",\"Fuldtidspersoner i pct. af befolkningen 16-66 år\"]";

    [Theory, EachDatabase]
    public async Task The_country_and_the_municipalities_are_fetched_and_what_was_revised_is_counted(Dialect dialect)
    {
        await using var party = await StandIn.StartAsync();
        var december = "2,00";
        party.Then((request, _) => (200, Jobindsats(request, december)));
        await using var house = await HouseAsync(party, dialect);
        var controller = house.As(Role.Controller);
        var first = await controller.DoneAsync(new FetchCountry());
        (first.Added, first.Revised, first.Unchanged, first.Missing.Count, first.Problem).ShouldBe(
            (7 * 4, 0, 0, 0, null)
        );
        december = "2,12";
        var again = await controller.DoneAsync(new FetchCountry());
        (again.Added, again.Revised, again.Unchanged).ShouldBe((0, 7, 7 * 3));
        party.Asked.ShouldEachBe(a =>
            a.Path.Contains($"period.M=latest:{FetchCountry.RevisionWindow}") && a.Authorization == "Bearer hemmelig"
        );
        party.Asked.Select(a => a.Path.Split('?')[0]).Distinct().Count().ShouldBe(7);
        (await house.ReadAsync("select distinct area from comparison_values order by area"))
            .Select(a => a!.ToString())
            .ShouldBe(["Aarhus", "Slagelse", "hele landet"], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_reads_the_figures_sees_when_they_came_and_that_the_last_try_failed()
    {
        await using var party = await StandIn.StartAsync();
        var status = 200;
        party.Then((request, _) => (status, Jobindsats(request, "2,00")));
        await using var house = await HouseAsync(party);
        (await ShownAsync(house)).ShouldBe((false, "Ikke hentet endnu."));
        await house.As(Role.Controller).DoneAsync(new FetchCountry());
        var (failed, words) = await ShownAsync(house);
        (failed, words.StartsWith("Hentet ") && words.Contains("28 nye tal og 0 rettede")).ShouldBe(
            (false, true),
            words
        );

        status = 401;
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await house.As(Role.Controller).DoneAsync(new FetchCountry())).Problem.ShouldBe(
            "Jobindsats kender ikke kommunens nøgle."
        );
        var (nowFailed, told) = await ShownAsync(house);
        nowFailed.ShouldBeTrue();
        told.ShouldStartWith("Mislykkedes ");
        told.ShouldContain("28 nye tal", Case.Sensitive, "what came before is still told of");
    }

    [Fact]
    public async Task A_table_that_has_changed_is_named_and_the_others_are_taken()
    {
        await using var party = await StandIn.StartAsync();
        party.Then(
            (request, _) =>
                (
                    200,
                    request.Path.Value!.Contains("y07a02")
                        ? """{"columns":["Område","Periode","Antal personer"],"rows":[["Hele landet","2023M12","5"]]}"""
                        : Jobindsats(request, "2,00")
                )
        );
        await using var house = await HouseAsync(party);
        var fetched = await house.As(Role.Controller).DoneAsync(new FetchCountry());
        (fetched.Added, fetched.Missing.Count).ShouldBe((6 * 4, 2));
        fetched.Missing[0].ShouldContain("Sygemeldte");
        (await house.As(Role.TeamLeader).RefusedAsync(new FetchCountry())).ShouldBe("permission.denied");
    }

    [Theory, EachDatabase]
    public async Task Each_night_they_are_fetched_and_a_night_that_failed_is_tried_again(Dialect dialect)
    {
        await using var party = await StandIn.StartAsync();
        var status = 404;
        party.Then((request, body) => (status, body.Length > 0 ? Population(51) : Jobindsats(request, "2,00")));
        await using var house = await HouseAsync(party, dialect);
        var runner = house.Services.GetRequiredService<JobRunner>();
        await runner.RunDueAsync(house.Municipality);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await runner.RunDueAsync(house.Municipality);
        (await house.ReadAsync("select problem from jobs where name = 'targets.nightly-fetch'"))
            .ShouldHaveSingleItem()
            .ShouldNotBeNull();
        (await ShownAsync(house)).Failed.ShouldBeTrue();

        status = 200;
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await runner.RunDueAsync(house.Municipality);
        (await house.ReadAsync("select problem from jobs where name = 'targets.nightly-fetch'")).ShouldBe([null]);
        (await ShownAsync(house)).Failed.ShouldBeFalse();
        (await house.CountAsync("official_fetches where problem is null")).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_switched_off_is_not_asked_and_it_is_said()
    {
        await using var party = await StandIn.StartAsync();
        party.Then(500, "");
        await using var house = await HouseAsync(party, on: false);
        (await house.As(Role.Controller).RefusedAsync(new FetchCountry())).ShouldBe("connector.off");
        (await house.As(Role.Controller).RefusedAsync(new FetchPopulation())).ShouldBe("connector.off");
        (await ShownAsync(house)).ShouldBe((false, "Ikke hentet: forbindelsen er slukket."));
        party.Asked.ShouldBeEmpty();
        await using var keyless = await HouseAsync(party, key: null);
        (await keyless.As(Role.Controller).RefusedAsync(new FetchCountry())).ShouldBe("jobindsats.key");
    }

    [Fact]
    public async Task The_population_is_added_up_over_the_ages_and_stands_in_the_month_before_the_quarter()
    {
        await using var party = await StandIn.StartAsync();
        party.Then(200, Population(51));
        await using var house = await HouseAsync(party);
        (await house.As(Role.Controller).DoneAsync(new FetchPopulation())).ShouldBe(new PopulationFetched(1, 0, 0));
        (await house.ReadAsync("select last_day from comparison_values"))
            .ShouldHaveSingleItem()
            .ShouldNotBeNull()
            .ToString()
            .ShouldBe("2023-12-31");
        var asked = party.Asked.ShouldHaveSingleItem().Body;
        asked.ShouldContain("FOLK1A");
        asked.ShouldNotContain("IALT");
        asked.ShouldNotContain("999", Case.Sensitive, "a fictive municipality is not in the bank");
    }

    [Fact]
    public async Task A_population_that_lacks_an_age_is_not_added_up()
    {
        await using var party = await StandIn.StartAsync();
        party.Then(200, Population(50));
        await using var house = await HouseAsync(party);
        (await house.As(Role.Controller).DoneAsync(new FetchPopulation()))
            .Problem.ShouldNotBeNull()
            .ShouldContain("FOLK1A");
        (await house.CountAsync("comparison_values")).ShouldBe(0);
    }

    [Fact]
    public void Reads_the_parties_periods_and_nothing_else()
    {
        FetchCountryHandler.MonthOf("2024M01").ShouldBe(FigurePeriod.Month(2024, 1));
        foreach (var other in new[] { "2024Q01", "2024M13", "januar 2024", "", null })
            FetchCountryHandler.MonthOf(other).ShouldBeNull();
        FetchPopulationHandler.QuarterOf("2024K1").ShouldBe(FigurePeriod.Month(2023, 12));
        FetchPopulationHandler.QuarterOf("2024K4").ShouldBe(FigurePeriod.Month(2024, 9));
        foreach (var other in new[] { "2024K5", "2024M01", "2024", null })
            FetchPopulationHandler.QuarterOf(other).ShouldBeNull();
    }

    [Theory]
    [InlineData("Slagelse", "Slagelse")]
    [InlineData("Aarhus Kommune", "Aarhus")]
    [InlineData("Faaborg-Midtfyn", "Faaborg-Midtfyn")]
    [InlineData("Hele landet", null)]
    [InlineData("Region Sjælland", null)]
    [InlineData("RAR Sjælland", null)]
    [InlineData("330", null)]
    [InlineData("", null)]
    public void Knows_a_municipality_from_a_larger_area(string area, string? name) =>
        ComparisonAreas.Municipality(area).ShouldBe(name);

    private static string Jobindsats(HttpRequest request, string december) =>
        request.QueryString.Value!.Contains("_nykom=/") || request.QueryString.Value.Contains("_nykom=%2F")
            ? $$"""{{{Columns}},"rows":[["Hele landet","2023M11","1.234","2,10"],["Hele landet","2023M12","1.240","{{december}}"],["Hele landet","2024M01","..","-"]]}"""
            : $$"""{{{Columns}},"rows":[["Slagelse","2023M12","40","2,30"],["Aarhus","2023M12","140",1.9],["Region Sjælland","2023M12","900","2,2"]]}""";

    private static string Population(int ages) =>
        "\ufeffOMRÅDE;KØN;ALDER;CIVILSTAND;TID;INDHOLD\r\n"
        + string.Concat(Enumerable.Range(16, ages).Select(age => $"000;TOT;{age};TOT;2024K1;{70_000 + age}\r\n"));

    private static async Task<(bool Failed, string Words)> ShownAsync(TestHouse house)
    {
        var shown = (await house.As(Role.Politician).DoneAsync(new SeeFetches())).Sources.Single(s =>
            s.Source == OfficialSources.Jobindsats
        );
        return (shown.Failed, shown.Words);
    }

    private static async Task<TestHouse> HouseAsync(
        StandIn party,
        Dialect dialect = Dialect.Sqlite,
        string? key = "hemmelig",
        bool on = true
    )
    {
        var house = await TestHouse.OnAsync(
            dialect,
            services => services.AddSingleton(party.Addresses).AddSingleton(StandIn.Impatient)
        );
        foreach (var connector in on ? Connector.All : [])
            await house.As(Role.Administrator).DoneAsync(new SwitchConnector(connector.Id, true));
        if (key is null)
            return house;
        Directory.CreateDirectory(house.Municipality.KeysFolder);
        await File.WriteAllTextAsync(Path.Combine(house.Municipality.KeysFolder, "jobindsats.noegle"), key);
        return house;
    }
}
