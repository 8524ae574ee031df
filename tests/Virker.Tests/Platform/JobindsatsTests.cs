using Virker.Platform;

namespace Virker.Tests.Platform;

public sealed class JobindsatsTests
{
    private const string Answer =
        """{"columns":["Område","Periode","Antal personer","Fuldtidspersoner i pct. af befolkningen 16-66 år"],"rows":[["Hele landet","2024M01","1.234","2,10"],["Hele landet","2024M02",1250,2.15],["Hele landet","2024M03","..","-"]]}""";

    private const string OldAnswer =
        """[{"Variables":[{"Label":"Område"},{"Label":"Periode"},{"Label":"Antal personer"}],"Data":[["Hele landet","2024M01","1.234"]]}]""";

    private static readonly JobindsatsQuestion Question = new("y01a02", OfficialPeriodKind.Month, 24);

    [Fact]
    public async Task Asks_the_newest_interface_with_the_key_and_reads_text_and_numbers_alike()
    {
        await using var party = await StandIn.StartAsync();
        party.Then(200, "\ufeff" + Answer);
        var table = (await Client(party).AskAsync(Question, " hemmelig\n")).Value;
        party
            .Asked.ShouldHaveSingleItem()
            .ShouldBe(
                ("/v3/data/y01a02?mgroup.*=*&period.M=latest:24&hierarchy._nykom=/&format=json", "Bearer hemmelig", "")
            );
        table.Rows.Select(r => OfficialTable.Number(r[2])).ShouldBe([1234m, 1250m, null]);
        table.Rows.Select(r => OfficialTable.Number(r[3])).ShouldBe([2.10m, 2.15m, null]);
        table.IndexOf("periode").ShouldBe(1);
        table.IndexOf("findes ikke").ShouldBe(-1);
    }

    [Fact]
    public async Task Asks_the_older_interface_where_the_newest_does_not_have_the_table()
    {
        await using var party = await StandIn.StartAsync();
        party.Then((request, _) => request.Path.StartsWithSegments("/v3") ? (404, "") : (200, OldAnswer));
        var table = (await Client(party).AskAsync(Question, "hemmelig")).Value;
        party.Asked[1].Path.ShouldBe("/v2/data/y01a02/json/?period=l(m:24)&area=Hele landet");
        party.Asked[1].Authorization.ShouldBe("hemmelig");
        table.Columns.ShouldBe(["Område", "Periode", "Antal personer"]);
    }

    [Fact]
    public async Task Asked_for_more_periods_than_there_are_it_takes_those_there_are()
    {
        await using var party = await StandIn.StartAsync();
        party.Then(400, "Requested latest:24 for type M, but only 14 periods are available").Then(200, Answer);
        (await Client(party).AskAsync(Question, "hemmelig")).Value.Rows.Count.ShouldBe(3);
        party.Asked[1].Path.ShouldContain("period.M=latest:14");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Tries_again_where_it_failed_in_passing_and_gives_up_in_the_end(int status)
    {
        await using var party = await StandIn.StartAsync();
        party.Then(status, "").Then(status, "").Then(200, Answer);
        (await Client(party).AskAsync(Question, "hemmelig")).IsRefused.ShouldBeFalse();
        party.Asked.Count.ShouldBe(3);
        await using var down = await StandIn.StartAsync();
        down.Then(status, "");
        (await Client(down).AskAsync(Question, "hemmelig")).Refusal!.Code.ShouldBe("jobindsats.refused");
        down.Asked.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(401, "", "jobindsats.key")]
    [InlineData(200, "<html>", "jobindsats.unreadable")]
    [InlineData(200, """{"columns":["a","b"],"rows":[["1"]]}""", "jobindsats.unreadable")]
    public async Task Says_what_is_wrong(int status, string body, string code)
    {
        await using var party = await StandIn.StartAsync();
        party.Then(status, body);
        (await Client(party).AskAsync(Question, "hemmelig")).Refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Without_a_key_nobody_is_asked()
    {
        await using var party = await StandIn.StartAsync();
        (await Client(party).AskAsync(Question, null)).Refusal!.Code.ShouldBe("jobindsats.key");
        party.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nobody_answers_it_says_so()
    {
        var gone = await StandIn.StartAsync();
        var addresses = gone.Addresses;
        await gone.DisposeAsync();
        (
            await new Jobindsats(addresses, StandIn.Impatient, StandIn.On).AskAsync(Question, "hemmelig")
        ).Refusal!.Code.ShouldBe("connector.no-answer");
    }

    private static Jobindsats Client(StandIn party) => new(party.Addresses, StandIn.Impatient, StandIn.On);
}
