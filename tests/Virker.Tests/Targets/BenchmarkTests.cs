using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Structure;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

public sealed class BenchmarkTests
{
    private const string Header =
        "omraade;periode;ydelsesgruppe;forventet_antal;faktisk_antal;forskel_antal;forventet_pct;faktisk_pct;forskel_pctpoint;placering\n";

    private const string Small = Header
        + "Nordby;2021QMAT04;Ydelsesgrupper i alt;1.000;1.100;100;10,00;11,00;1,00;3\n"
        + "Sønderby;2021QMAT04;Ydelsesgrupper i alt;900;890;-10;9,00;8,90;-0,10;1\n"
        + "Vesterby;2021QMAT04;Ydelsesgrupper i alt;950;950;0;9,50;9,50;0,00;2\n"
        + "Nordby;2020QMAT04;Ydelsesgrupper i alt;1.000;1.120;120;10,00;11,20;1,20;\n";

    [Fact]
    public void A_file_is_Danish_where_a_number_has_a_comma_and_else_plain_as_the_source_writes_it()
    {
        BenchmarkFile.Number("1.234", isDanish: true).Value.ShouldBe(1234);
        BenchmarkFile.Number("\u22121.234", isDanish: true).Value.ShouldBe(-1234);
        BenchmarkFile.Number("0,49", isDanish: true).Value.ShouldBe(0.49m);
        BenchmarkFile.Number("9.08", isDanish: false).Value.ShouldBe(9.08m);
        BenchmarkFile.Number("1.234,5", isDanish: true).Value.ShouldBe(1234.5m);
        BenchmarkFile.Number("..", isDanish: true).IsRefused.ShouldBeTrue();
        var plain = BenchmarkFile
            .Read(Header + "Nordby;2021QMAT04;I alt;1234;1235;1;10.00;11.20;1.20;\n")
            .Value.ShouldHaveSingleItem();
        (plain.Expected, plain.ActualShare, plain.Rank).ShouldBe((1234, 11.2m, null));
        BenchmarkFile
            .Read(Header + "Nordby;2021QMAT04;I alt;1.234;1.235;1;10,00;11,20;1,20;\n")
            .Value.ShouldHaveSingleItem()
            .Expected.ShouldBe(1234);
    }

    [Theory]
    [InlineData("Nordby;2021QMAT04;I alt;1.234;1235;1;10.00;11.20;1.20;1", "forventet_antal")]
    [InlineData("Nordby;2021QMAT04;I alt;1234;1235;1;10.00;11,20;1,20;1", "forventet_pct")]
    [InlineData("Nordby;2021QMAT04;I alt;1234;1235;1;12.5;11,2;1,20;1", "12,5")]
    public void A_number_of_the_other_kind_is_refused_with_its_line(string row, string says) =>
        BenchmarkFile
            .Read(Header + row)
            .Refusal!.Text.ShouldSatisfyAllConditions(t => t.ShouldStartWith("Linje 2: "), t => t.ShouldContain(says));

    [Fact]
    public void A_period_is_read_by_its_code()
    {
        BenchmarkPeriod.Read("2021QMAT04")!.Value.ToString().ShouldBe("2021");
        BenchmarkPeriod.Read("2021QMAT02")!.Value.ToString().ShouldBe("4 kvartaler til og med 2. kvartal 2021");
        BenchmarkPeriod.Read("2021Q02").ShouldBeNull();
    }

    [Theory]
    [InlineData("Nordby;2021QMAT04;I alt;1;2;1;1,0;1,0;0,0", "skal have 10")]
    [InlineData("Nordby;2021;I alt;1;2;1;1,0;1,0;0,0;1", "Perioden")]
    [InlineData("Nordby;2021QMAT04;I alt;1;..;1;1,0;1,0;0,0;1", "antal")]
    [InlineData("Nordby;2021QMAT04;I alt;1;2;1;1,0;x;0,0;1", "faktisk_pct")]
    public void One_wrong_row_stops_the_file_and_is_named(string row, string why)
    {
        var refusal = BenchmarkFile.Read(Header + row).Refusal!;
        refusal.Text.ShouldStartWith("Linje 2");
        refusal.Text.ShouldContain(why);
    }

    [Fact]
    public void Says_where_a_municipality_stands_and_what_a_rank_would_take()
    {
        var standing = BenchmarkReport.Read(Small, "nordby", "2021QMAT04").Value.Standings.ShouldHaveSingleItem();
        (standing.Rank, standing.Areas, standing.Span).ShouldBe((3, 3, (3, 3)));
        standing.Trend.Select(t => t.DifferenceShare).ShouldBe([1.20m, 1.00m]);
        standing.Comparable.Select(c => c.Area).ShouldBe(["Vesterby", "Sønderby"]);
        // One percentage point of 10,000 residents; the third place is its own already.
        standing.FewerFor(2).ShouldBe(100);
        standing.FewerFor(3).ShouldBe(0);
        standing
            .Sentences()[0]
            .ShouldBe(
                "Nordby er nr. 3 af 3 i 2021: 1,00 procentpoint flere på ydelse end forventet (1.100 fuldtidspersoner mod 1.000 forventede, 11,00 mod 10,00 pct. af de 16-66-årige)."
            );
    }

    [Fact]
    public void A_difference_smaller_than_what_parts_all_is_said_to_be_perhaps_chance()
    {
        var standing = BenchmarkReport.Read(Small, "Vesterby", "2021QMAT04").Value.Standings[0];
        standing.IsWithinNoise.ShouldBeTrue();
        (standing.Low < 0 && standing.High > 0).ShouldBeTrue();
        standing.Sentences()[^1].ShouldContain("kan være tilfældig");
    }

    [Fact]
    public void A_published_rank_that_the_difference_cannot_have_is_found()
    {
        BenchmarkReport.Read(Small, "Nordby", "2021QMAT04").Value.Check.OrderedLists.ShouldBe(1);
        var check = BenchmarkReport
            .Read(Small.Replace("1,00;3", "1,00;1").Replace("-0,10;1", "-0,10;3"), "Nordby", "2021QMAT04")
            .Value.Check;
        (check.Rows, check.Differences, check.ShareDifferences, check.Ranks, check.OrderedLists).ShouldBe(
            (4, 4, 4, 1, 0)
        );
    }

    [Fact]
    public void Reproduces_the_ministrys_table_row_for_row()
    {
        if (Beside.File("data", "jobindsats-Y30R21-2020-2022.csv") is not { } file) return;
        var read = BenchmarkReport.Read(File.ReadAllText(file), "Slagelse", "2021QMAT04").Value;
        read.Check.ShouldBe(
            new BenchmarkCheck(2352, 24)
            {
                Differences = 2352,
                ShareDifferences = 2352,
                Ranks = 2352,
                OrderedLists = 24,
                AlphabeticalLists = 12,
                Sums = 588,
                SumsWithin10 = 576,
                SharesWithinAHundredth = 586,
            }
        );
        var all = read.Standings[0];
        (all.Rank, all.Own.Expected, all.Own.Actual, all.Own.DifferenceShare).ShouldBe((64, 5090, 5150, 0.11m));
        all.Trend.Select(t => t.Rank).ShouldBe([83, 80, 76, 64, 61, 67]);
        all.Groups.Select(g => (g.Group, g.DifferenceShare, g.Rank))
            .ShouldBe([
                ("A-dagpenge mv.", 0.20m, 87),
                ("Kontanthjælp mv.", 0.22m, 82),
                ("Sygedagpenge mv.", -0.31m, 3),
            ]);
        all.Comparable.Select(c => c.Area)
            .ShouldBe(
                ["Fredericia", "Svendborg", "Odense", "Norddjurs", "Nyborg", "Langeland", "Frederikshavn"],
                ignoreOrder: true
            );
        all.IsWithinNoise.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Loaded_again_only_what_was_revised_is_written(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var controller = house.As(Role.Controller);
        (await controller.RefusedAsync(new SeeBenchmark())).ShouldBe("benchmark.not-found");
        var first = await controller.DoneAsync(new ImportBenchmark(Small, "jobindsats Y30R21"));
        (first.Added, first.Revised, first.Unchanged).ShouldBe((4, 0, 0));
        var again = await controller.DoneAsync(
            new ImportBenchmark(
                Small.Replace("890;-10;9,00;8,90;-0,10", "880;-20;9,00;8,80;-0,20"),
                "jobindsats Y30R21"
            )
        );
        (again.Added, again.Revised, again.Unchanged).ShouldBe((0, 1, 3));
        var shown = await house.As(Role.Politician).DoneAsync(new SeeBenchmark(Area: "Sønderby"));
        (shown.Standing!.Own.Actual, shown.Standing.Own.DifferenceShare, shown.Period.Code, shown.Source).ShouldBe(
            (880, -0.20m, "2021QMAT04", "jobindsats Y30R21")
        );
        (await controller.DoneAsync(new SeeBenchmark())).Standing.ShouldBeNull();
    }

    [Fact]
    public async Task Only_a_controller_loads_the_countrys_figures()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        foreach (var role in new[] { Role.CaseWorker, Role.TeamLeader, Role.Politician, Role.Clerk })
            (await house.As(role).RefusedAsync(new ImportBenchmark(Small, "x"))).ShouldBe("permission.denied");
        (await house.As(Role.Controller).RefusedAsync(new ImportBenchmark(Small, " "))).ShouldBe("benchmark.source");
    }
}
