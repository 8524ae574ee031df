using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class HealthTests
{
    [Theory, EachDatabase]
    public async Task A_municipality_in_order_is_well(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);

        (await CheckAsync(house, house.Municipality)).Findings.Where(f => f.Name != "disk").ShouldEachBe(f => f.IsWell);
    }

    [Theory, EachDatabase]
    public async Task A_schema_of_another_edition_is_not(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await using (var connection = await house.OpenAsync())
            await Sql.RunAsync(
                connection,
                null,
                "delete from schema_history where module = 'Platform' and number = 4",
                default
            );

        (await CheckAsync(house, house.Municipality))
            .Findings.Where(f => !f.IsWell && f.Name != "disk")
            .ShouldHaveSingleItem()
            .Name.ShouldBe("schema");
    }

    [Theory, EachDatabase]
    public async Task A_database_that_does_not_answer_is_not(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var away =
            dialect == Dialect.Sqlite
                ? DatabaseAddress.SqliteFile(Path.Combine(house.Municipality.Folder, "ingen", "virker.db"))
                : DatabaseAddress.Postgres("Host=127.0.0.1;Port=1;Database=ingen;Username=ingen;Timeout=2");

        var report = await CheckAsync(house, house.Municipality with { Database = away });

        report.Findings.Single(f => f.Name == "database").IsWell.ShouldBeFalse();
    }

    private static Task<HealthReport> CheckAsync(TestHouse house, Municipality municipality) =>
        house.Services.GetRequiredService<MunicipalityHealth>().CheckAsync(municipality);
}
