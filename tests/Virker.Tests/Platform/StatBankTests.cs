using System.Text.Json;
using Virker.Platform;

namespace Virker.Tests.Platform;

public sealed class StatBankTests
{
    private static readonly StatBankQuestion Question = new(
        "FOLK1A",
        [("OMRÅDE", ["000", "330"]), ("KØN", ["TOT"]), ("Tid", ["*"])]
    );

    [Fact]
    public async Task Asks_with_codes_and_reads_the_streamed_answer()
    {
        await using var party = await StandIn.StartAsync();
        party.Then(
            200,
            "\ufeffOMRÅDE;KØN;TID;INDHOLD\r\n000;TOT;2024K1;5961249\r\n330;TOT;2024K1;..\r\n330;TOT;2024K2;79.5\r\n"
        );
        var table = (await new StatBank(party.Addresses, StandIn.Impatient, StandIn.On).AskAsync(Question)).Value;
        table.Columns.ShouldBe(["OMRÅDE", "KØN", "TID", "INDHOLD"]);
        table.Rows.Select(r => OfficialTable.Number(r[3])).ShouldBe([5961249m, null, 79.5m]);
        var (path, key, body) = party.Asked.ShouldHaveSingleItem();
        (path, key).ShouldBe(("/v1/data", null));
        using var asked = JsonDocument.Parse(body);
        asked.RootElement.GetProperty("table").GetString().ShouldBe("FOLK1A");
        asked.RootElement.GetProperty("format").GetString().ShouldBe("BULK");
        asked.RootElement.GetProperty("valuePresentation").GetString().ShouldBe("Code");
        asked
            .RootElement.GetProperty("variables")[0]
            .GetProperty("values")
            .EnumerateArray()
            .Select(v => v.GetString())
            .ShouldBe(["000", "330"]);
    }

    [Fact]
    public async Task Says_what_the_bank_said()
    {
        await using var party = await StandIn.StartAsync();
        party.Then(400, """{"errorTypeCode":"EXTRACT-NOTFOUND","message":"Tabellen blev ikke fundet"}""");
        (
            await new StatBank(party.Addresses, StandIn.Impatient, StandIn.On).AskAsync(Question)
        ).Refusal!.Text.ShouldContain("Tabellen blev ikke fundet");
    }

    [Fact]
    public async Task A_code_with_a_leading_zero_is_not_sent()
    {
        await using var party = await StandIn.StartAsync();
        (
            await new StatBank(party.Addresses, StandIn.Impatient, StandIn.On).AskAsync(
                new("FOLK1A", [("OMRÅDE", ["0330"])])
            )
        ).Refusal!.Code.ShouldBe("statbank.code");
        party.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_of_another_length_is_not_guessed_at() =>
        StatBank.Read("A;B\n1\n").Refusal!.Code.ShouldBe("statbank.unreadable");
}
