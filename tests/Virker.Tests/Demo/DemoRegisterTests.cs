using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Virker.Demo;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Demo;

public sealed class DemoRegisterTests
{
    private static readonly string[] Written =
    [
        "teams",
        "workers",
        "cases",
        "case_assignments",
        "benefit_spells",
        "target_group_spells",
        "meetings",
        "interventions",
        "paid_hours",
        "employment_spells",
        "partial_returns",
        "notes",
        "sanctions",
        "companies",
        "company_people",
        "company_contacts",
        "job_orders",
        "hires",
        "adult_apprentices",
        "newcomers",
        "spouse_support",
        "result_grants",
        "danish_courses",
        "newcomer_quotas",
        "education_spells",
        "budget_lines",
    ];

    [Fact]
    public async Task The_same_seed_gives_the_same_municipality_and_another_seed_another()
    {
        var first = await ChecksumAsync(1);
        (await ChecksumAsync(1)).ShouldBe(first);
        (await ChecksumAsync(2)).ShouldNotBe(first);
    }

    [Fact]
    public async Task No_citizens_cpr_number_stands_in_clear_in_the_database_file()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        var keys = town.House.Services.GetRequiredService<KeyRing>().Of(town.House.Municipality);
        var bytes = await File.ReadAllBytesAsync(town.House.Municipality.Database.Connection);
        var text = Encoding.Latin1.GetString(bytes);
        var numbers = (await town.House.ReadAsync("select cpr_sealed from citizens"))
            .Select(s => keys.Open((byte[])s!))
            .ToList();
        numbers.Count.ShouldBeGreaterThan(800);
        foreach (var cpr in numbers)
        {
            FictiveCpr.CanBelongToNobody(cpr).ShouldBeTrue();
            text.ShouldNotContain(cpr.Digits);
        }
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_on_two_benefits_at_once_or_on_one_outside_their_time_here(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, 2000);
        (await town.NumberAsync("select count(*) from benefit_spells")).ShouldBeGreaterThan(2000);
        (
            await town.NumberAsync(
                "select count(*) from benefit_spells a join benefit_spells b on b.citizen_id = a.citizen_id and b.id > a.id and b.from_day <= coalesce(a.to_day, '9999-12-31') and a.from_day <= coalesce(b.to_day, '9999-12-31')"
            )
        ).ShouldBe(0);
        (await town.NumberAsync("select count(*) from benefit_spells where to_day < from_day")).ShouldBe(0);
        (
            await town.NumberAsync(
                "select count(*) from benefit_spells s join citizens c on c.id = s.citizen_id where s.from_day < c.residence_from or coalesce(s.to_day, '9999-12-31') > coalesce(c.residence_to, '9999-12-31')"
            )
        ).ShouldBe(0);
        (
            await town.NumberAsync(
                "select count(*) from employment_spells e join benefit_spells b on b.citizen_id = e.citizen_id and b.benefit <> 10 and b.from_day <= coalesce(e.to_day, '9999-12-31') and e.from_day <= coalesce(b.to_day, '9999-12-31')"
            )
        ).ShouldBe(0);
        (
            await town.NumberAsync(
                "select count(*) from meetings where status <> 'planlagt' and at >= "
                    + (
                        dialect == Dialect.Sqlite
                            ? new DateTime(2024, 4, 2).Ticks.ToString()
                            : "timestamptz '2024-04-02'"
                    )
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task Every_reference_between_tables_holds()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        (await town.House.ReadAsync("pragma foreign_key_check")).ShouldBeEmpty();
        (
            await town.NumberAsync(
                "select count(*) from interventions where company_id is not null and company_id not in (select id from companies)"
            )
        ).ShouldBe(0);
        (
            await town.NumberAsync("select count(*) from sqlite_master where type = 'index' and name = 'cases_running'")
        ).ShouldBe(1);
    }

    /// <summary>
    /// Spells that run at the register's end are cut there; what happens along them is laid out to the day that
    /// they will be over. Five municipalities together: in one, so few
    /// have hours that three months may lie 40 per cent from two years by chance.
    /// </summary>
    [Fact]
    [Trait("Pace", "Slow")]
    public async Task The_registers_last_complete_months_look_like_the_year_before_them()
    {
        var (wages, returns) = ((Late: 0m, Before: 0m), (Late: 0m, Before: 0m));
        for (var seed = 1; seed <= 5; seed++)
        {
            await using var town = await WrittenTown.OnAsync(Dialect.Sqlite, 20_000, seed);
            var (paid, partly) = (await SeriesAsync(town, "kontanthjaelp.aktivitetsparat.loennede-timer"),
                await SeriesAsync(town, "sygedagpenge.delvis-raskmeldt"));
            wages = (wages.Late + paid.TakeLast(3).Average(), wages.Before + paid.SkipLast(3).TakeLast(24).Average());
            returns = (returns.Late + partly.TakeLast(3).Average(), returns.Before
                + partly.SkipLast(3).TakeLast(24).Average());
        }

        (wages.Late / wages.Before).ShouldBeInRange(0.74m, 1.35m);
        (returns.Late / returns.Before).ShouldBeInRange(0.87m, 1.15m);
    }

    [Fact]
    public async Task A_month_that_wages_are_not_complete_for_is_told_as_such()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite, 4_000);
        var wages = (
            await town.House.As(Role.Controller).RunAsync(new SeeFigure("kontanthjaelp.aktivitetsparat.loennede-timer"))
        ).Value;
        (wages.Period, wages.Lag).ShouldBe(
            (FigurePeriod.Month(2024, 2), "eIndkomst er komplet til og med 29. februar 2024.")
        );
        wages.Series[^1].ShouldBe(wages.Series[^1] with { Period = FigurePeriod.Month(2024, 3), IsComplete = false });
        (
            await town.House.As(Role.Controller).RunAsync(new SeeFigure("sygedagpenge.delvis-raskmeldt"))
        ).Value.Period.ShouldBe(FigurePeriod.Month(2024, 3));
    }

    private static async Task<List<decimal>> SeriesAsync(WrittenTown town, string id) =>
        [
            .. (await town.House.As(Role.Controller).RunAsync(new SeeFigure(id, Months: 40)))
                .Value.Series.Where(p => p.IsComplete)
                .Select(p => p.Value!.Value),
        ];

    private static async Task<string> ChecksumAsync(int seed)
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite, 2000, seed);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Written)
        {
            var columns = (await town.House.ReadAsync($"select name from pragma_table_info('{table}')")).Select(c =>
                $"hex(coalesce({c}, ''))"
            );
            foreach (
                var row in await town.House.ReadAsync(
                    $"select {string.Join(" || '|' || ", columns)} from {table} order by 1"
                )
            )
                hash.AppendData(Encoding.ASCII.GetBytes((string)row!));
        }

        foreach (
            var row in await town.House.ReadAsync(
                "select hex(id) || search_name || born || coalesce(address, '') || coalesce(address_protected, '?') from citizens order by 1"
            )
        )
            hash.AppendData(Encoding.UTF8.GetBytes((string)row!));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
