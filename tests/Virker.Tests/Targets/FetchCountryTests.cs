using Microsoft.Extensions.DependencyInjection;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

public sealed class FetchCountryTests
{
    private const string Share = "Fuldtidspersoner i pct. af befolkningen 16-66 år";

    [Theory, EachDatabase]
    public async Task The_window_is_fetched_again_and_what_was_revised_is_counted(Dialect dialect)
    {
        var answer = new Recorded(new(["Område", "Periode", Share], [["Hele landet", "2023M11", "2,10"], ["Hele landet", "2023M12", "2,00"], ["Hele landet", "2024M01", null]]));
        await using var house = await TestHouse.OnAsync(dialect, services => services.AddSingleton<IJobindsats>(answer));
        var controller = house.As(Role.Controller);
        var first = await controller.DoneAsync<FetchCountry, CountryFetched>(new());
        (first.Added, first.Revised, first.Unchanged, first.Missing.Count).ShouldBe((4, 0, 0, 0));
        answer.Table = answer.Table with { Rows = [["Hele landet", "2023M11", "2,10"], ["Hele landet", "2023M12", "2,12"]] };
        var again = await controller.DoneAsync<FetchCountry, CountryFetched>(new());
        (again.Added, again.Revised, again.Unchanged).ShouldBe((0, 2, 2));
        answer.Asked.ShouldAllBe(q => q.Latest == FetchCountry.RevisionWindow);
    }

    [Fact]
    public async Task A_table_without_the_column_is_named_and_only_a_controller_fetches()
    {
        await using var house = await TestHouse.OnSqliteAsync(services => services.AddSingleton<IJobindsats>(new Recorded(new(["Periode", "Antal personer"], [["2023M12", "5"]]))));
        var fetched = await house.As(Role.Controller).DoneAsync<FetchCountry, CountryFetched>(new());
        (fetched.Added, fetched.Missing.Count).ShouldBe((0, 2));
        fetched.Missing[0].ShouldContain(Share);
        (await house.As(Role.TeamLeader).RefusedAsync<FetchCountry, CountryFetched>(new())).ShouldBe("permission.denied");
    }

    [Fact]
    public async Task Without_a_key_the_file_is_named_as_the_other_way()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        (await house.As(Role.Controller).RefusedAsync<FetchCountry, CountryFetched>(new())).ShouldBe("jobindsats.key");
    }

    [Fact]
    public void Reads_the_agencys_months_and_nothing_else()
    {
        FetchCountryHandler.MonthOf("2024M01").ShouldBe(FigurePeriod.Month(2024, 1));
        foreach (var other in new[] { "2024Q01", "2024M13", "januar 2024", "", null }) FetchCountryHandler.MonthOf(other).ShouldBeNull();
    }

    private sealed class Recorded(OfficialTable table) : IJobindsats
    {
        public OfficialTable Table { get; set; } = table;

        public List<JobindsatsQuestion> Asked { get; } = [];

        public Task<Outcome<OfficialTable>> AskAsync(JobindsatsQuestion question, string? key, CancellationToken ct = default)
        {
            Asked.Add(question);
            return Task.FromResult<Outcome<OfficialTable>>(Table);
        }
    }
}
