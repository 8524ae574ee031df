using Microsoft.Extensions.DependencyInjection;
using Virker.Economy;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Economy;

/// <summary>The yearly regulation: read in by one, put in force by another, and taken back.</summary>
public sealed class RegulationTests
{
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    private static string File(decimal rate = 210, string parameter = "sanction.amount.rate-1") =>
        $"{RegulationFile.Header}\n{parameter};2027-01-01;;{rate:0};star.dk, satser;verified;2023-12-15\n";

    [Theory, EachDatabase]
    public async Task One_reads_it_in_another_approves_it_and_it_can_be_rolled_back(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var (one, other) = (house.As(Role.Controller), house.As(Role.Administrator));
        var id = (await one.DoneAsync(new ImportRegulation("Satser for 2027", File()))).Id;
        (await RateAsync(house)).ShouldBe(200, "nothing is in force before it is approved");
        (await one.RefusedAsync(new ApproveRegulation(id, 1))).ShouldBe("regulation.same-person");
        (await house.System.RefusedAsync(new ApproveRegulation(id, 1))).ShouldBe("regulation.needs-person");
        (await other.RefusedAsync(new ApproveRegulation(id, 7))).ShouldBe("conflict.changed-meanwhile");
        (await one.DoneAsync(new SeeRegulation(id))).MayApprove.ShouldBeFalse();
        var shown = await other.DoneAsync(new SeeRegulation(id));
        shown.MayApprove.ShouldBeTrue();
        shown
            .Changes.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(c => c.Old!.Value.ShouldBe(200), c => c.New.Value.Value.ShouldBe(210));

        await other.DoneAsync(new ApproveRegulation(id, shown.Version));
        (await RateAsync(house)).ShouldBe(210);
        (await other.RefusedAsync(new ApproveRegulation(id, 2))).ShouldBe("regulation.decided");
        (await other.DoneAsync(new SeeRegulation(id)))
            .Changes.ShouldHaveSingleItem()
            .Old!.Value.ShouldBe(200, "told against the law before it");

        (await one.RefusedAsync(new EndRegulation(id, "nej", 2))).ShouldBe("regulation.reason");
        await one.DoneAsync(new EndRegulation(id, "Bekendtgørelsen blev trukket tilbage", 2));
        (await RateAsync(house)).ShouldBe(200);
        (await house.ReadAsync("select count(*) from journal where entity = 'law_regulations'"))[0].ShouldBe(3L);
        (await one.DoneAsync(new SeeRegulations()))
            .All.ShouldHaveSingleItem()
            .State.ShouldBe(RegulationState.RolledBack);
    }

    [Theory, EachDatabase]
    public async Task A_later_regulation_lies_over_an_earlier_one(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var (one, other) = (house.As(Role.Controller), house.As(Role.Controller));
        var first = (await one.DoneAsync(new ImportRegulation("Første", File(210)))).Id;
        var second = (await one.DoneAsync(new ImportRegulation("Anden", File(215)))).Id;
        await other.DoneAsync(new ApproveRegulation(first, 1));
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await other.DoneAsync(new ApproveRegulation(second, 1));
        (await RateAsync(house)).ShouldBe(215);
        await one.DoneAsync(new EndRegulation(second, "Regnefejl i filen", 2));
        (await RateAsync(house)).ShouldBe(210);
    }

    [Fact]
    public async Task Refuses_a_wrong_file_whole_and_says_which_lines()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        var refusal = (
            await house
                .As(Role.Controller)
                .RunAsync(
                    new ImportRegulation("Satser", File() + "findes.ikke;2027-01-01;;5;star.dk;verified;2023-12-15")
                )
        ).Refusal!;
        refusal.ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe("regulation.lines"),
            r => r.Text.ShouldContain("Linje 3"),
            r => r.Field.ShouldBe("Text")
        );
        (await house.As(Role.Controller).RefusedAsync(new ImportRegulation(" ", File()))).ShouldBe("regulation.title");
        (await house.System.RefusedAsync(new ImportRegulation("Satser", File()))).ShouldBe("regulation.needs-person");
        (await house.CountAsync("law_regulations")).ShouldBe(0);
    }

    [Fact]
    public async Task Only_controllers_and_administrators_regulate()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        foreach (var role in Role.SignedIn.Where(r => r != Role.Controller && r != Role.Administrator))
        {
            (await house.As(role).RefusedAsync(new ImportRegulation("Satser", File()))).ShouldBe(
                "permission.denied",
                role.Name
            );
            (await house.As(role).RefusedAsync(new ApproveRegulation(NewId.Of<RegulationId>(), 1))).ShouldBe(
                "permission.denied",
                role.Name
            );
            (
                await house.As(role).RefusedAsync(new EndRegulation(NewId.Of<RegulationId>(), "fordi det skal", 1))
            ).ShouldBe("permission.denied", role.Name);
        }
    }

    private static async Task<decimal> RateAsync(TestHouse house)
    {
        await using var scope = house.Scope(Actor.System);
        return (await scope.ServiceProvider.GetRequiredService<ILawInForce>().ReadAsync())["sanction.amount.rate-1"]
            .On(NewYear)
            .Value.Value;
    }
}
