using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class CprInDumpTests
{
    private const string Number = "0404601234";

    [Theory, EachDatabase]
    public async Task A_number_in_clear_is_found_in_any_text_column(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        await using (var connection = await house.OpenAsync())
            await Sql.RunAsync(
                connection,
                null,
                "insert into jobs (name, next_at, attempts, problem) values ('x', @at, 0, @text)",
                default,
                ("at", house.Clock.GetUtcNow()),
                ("text", $"Fejl for {Number[..6]}-{Number[6..]}.")
            );

        (await CprScan.FindAsync(house.Municipality.Database)).ShouldBe(["jobs.problem"]);
    }

    [Theory, EachDatabase]
    public async Task What_the_house_writes_about_a_citizen_holds_no_number_in_clear(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var keys = house.Services.GetRequiredService<KeyRing>().Of(house.Municipality);
        var cpr = Cpr.Parse(Number).Value;
        keys.Open(keys.Seal(cpr)).ShouldBe(cpr);
        keys.BlindIndex(cpr).ShouldBe(keys.BlindIndex(cpr));
        await house
            .As(Role.CaseWorker)
            .RunAsync(new StateReason(NewId.Of<CitizenId>(), $"Ringede om {Number}."), Guid.NewGuid());

        (await CprScan.FindAsync(house.Municipality.Database)).ShouldBeEmpty();
        foreach (var file in Directory.GetFiles(house.Municipality.Folder, "*", SearchOption.AllDirectories))
            File.ReadAllText(file).ShouldNotContain(Number, customMessage: file);
    }
}
