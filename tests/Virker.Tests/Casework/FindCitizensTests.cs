using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class FindCitizensTests
{
    [Theory, EachDatabase]
    public async Task A_protected_address_and_one_of_which_nobody_knows_are_never_shown(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect);
        await using (var connection = await town.House.OpenAsync())
        {
            await using var command = connection.CreateCommand();
            command.CommandText =
                $"update citizens set born = '1980-05-04', residence_to = null, search_name = 'ukendt prøve', address_protected = null where id in (select id from citizens order by id limit 1);"
                + $"update citizens set born = '1980-05-04', residence_to = null, search_name = 'beskyttet prøve', address_protected = {(dialect == Dialect.Sqlite ? "1" : "true")} where id in (select id from citizens order by id desc limit 1);"
                + $"update citizens set born = '1980-05-04', residence_to = null, search_name = 'åben prøve', address_protected = {(dialect == Dialect.Sqlite ? "0" : "false")} where id in (select id from citizens order by id limit 1 offset 7)";
            await command.ExecuteNonQueryAsync();
        }

        foreach (var (name, isProtected) in new[] { ("ukendt", true), ("Beskyttet", true), ("ÅBEN", false) })
        {
            var found = (await FindAsync(town, $"prøve {name}")).Citizens.ShouldHaveSingleItem();
            found.AddressProtected.ShouldBe(isProtected, name);
            (found.Address is null).ShouldBe(isProtected, name);
            var card = (await town.House.System.RunAsync(new SeeCitizen(found.Id))).Value.Citizen;
            (card.Address is null).ShouldBe(isProtected, name);
        }
    }

    [Theory, EachDatabase]
    public async Task Finds_exactly_one_by_cpr_number_with_or_without_a_hyphen(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect);
        var (citizen, _, _) = await town.RunningCaseAsync();
        var cpr = (await town.House.System.RunAsync(new ShowCpr(citizen))).Value.Number.Digits;
        foreach (var text in new[] { cpr, $"{cpr[..6]}-{cpr[6..]}", $" {cpr[..6]} {cpr[6..]} " })
            (await FindAsync(town, text)).Citizens.ShouldHaveSingleItem().Id.ShouldBe(citizen);
    }

    [Fact]
    public async Task Logs_a_look_at_everybody_who_is_shown()
    {
        await using var town = await WrittenTown.OnAsync(Dialect.Sqlite);
        var seat = town.House.As(Role.CaseWorker, Guid.NewGuid());
        var found = (await seat.RunAsync(new FindCitizens("sen"))).Value;
        found.Citizens.Count.ShouldBe(FindCitizens.PageSize);
        found.Total.ShouldBeGreaterThan(FindCitizens.PageSize);
        (
            await town.NumberAsync("select count(distinct citizen_id) from access_log where use_case = 'FindCitizens'")
        ).ShouldBe(FindCitizens.PageSize);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" a ")]
    public void Refuses_a_search_that_would_list_everybody(string text) =>
        FindCitizensHandler.Words(text).Refusal!.Code.ShouldBe("citizen.search-too-short");

    private static async Task<CitizensFound> FindAsync(WrittenTown town, string text) =>
        (await town.House.System.RunAsync(new FindCitizens(text))).Value;
}
