using Virker.Economy;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Economy;

/// <summary>What if, over a small municipality's register.</summary>
public sealed class SimulationTests
{
    private static readonly WhatIf LastStep = new(
        null,
        new Dictionary<string, decimal> { ["refund.percentage.weeks-53-on"] = 30 }
    );

    [Theory, EachDatabase]
    public async Task A_changed_percentage_costs_what_the_weeks_say_and_names_the_cases_in_the_log(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect);
        var controller = town.House.As(Role.Controller);
        var simulated = await controller.DoneAsync(new SimulateLaw(LastStep));
        var whole = simulated.Answer!.Whole;
        whole.Affected.ShouldBeInRange(1, whole.Cases - 1);
        whole.Cost!.Value.Kroner.ShouldBeLessThan(0);
        simulated.Changes.ShouldHaveSingleItem().Old.ShouldBe(20);
        simulated.Assumptions.ShouldContain(s => s.Contains("budgettet for 2024"));

        var cases = await controller.DoneAsync(new SeeAffectedCases(LastStep));
        cases.Affected.ShouldBe(whole.Affected);
        cases.Showable.ShouldBePositive();
        cases.Cases.Count.ShouldBe(Math.Min(25, cases.Showable));
        (await town.NumberAsync("select count(*) from access_log where use_case = 'SeeAffectedCases'")).ShouldBe(
            cases.Cases.Count
        );

        var group = simulated.Answer.Groupings[0].Groups.First(g => g.Affected > 0);
        (await controller.DoneAsync(new SeeAffectedCases(LastStep, "ydelse", group.Code))).ShouldSatisfyAllConditions(
            c => c.Affected.ShouldBe(group.Affected),
            c => c.GroupName.ShouldBe(group.Name)
        );
    }

    [Theory, EachDatabase]
    public async Task Every_question_is_answered_or_says_what_is_lacking(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect);
        var rules = RuleBook.Current.All.Where(r => Lawbook.Current.Of(r.Id).Any()).ToList();
        rules.Count.ShouldBeGreaterThan(50);
        var answered = 0;
        foreach (var rule in rules)
        {
            var simulated = await town
                .House.As(Role.Controller)
                .DoneAsync(
                    new SimulateLaw(
                        new(rule.Id, new Dictionary<string, decimal>(), new DateOnly(2025, 2, 1)) { HourlyWage = 150 }
                    )
                );
            (simulated.Answer is null).ShouldBe(simulated.Lacks.Count > 0, rule.Id);
            simulated.Lacks.Where(lack => !lack.EndsWith('.') || !char.IsUpper(lack[0])).ShouldBeEmpty(rule.Id);
            if (simulated.Answer is not null) answered++;
        }

        answered.ShouldBeInRange(1, rules.Count - 1);
    }

    [Fact]
    public async Task Refuses_what_no_law_and_no_register_can_answer()
    {
        await using var house = await TestHouse.OnSqliteAsync();
        (await house.As(Role.Controller).RefusedAsync(new SimulateLaw(LastStep))).ShouldBe("simulation.no-register");
        foreach (var role in Role.SignedIn.Where(r => r != Role.Controller))
        {
            (await house.As(role).RefusedAsync(new SimulateLaw(LastStep))).ShouldBe("permission.denied", role.Name);
            (await house.As(role).RefusedAsync(new SeeAffectedCases(LastStep))).ShouldBe(
                "permission.denied",
                role.Name
            );
        }
    }

    [Theory]
    [InlineData("refund.percentage.weeks-1-4", "101", "simulation.value")]
    [InlineData("refund.percentage.weeks-1-4", "-1", "simulation.value")]
    [InlineData("internship.max_weeks.short", "4.5", "simulation.value")]
    [InlineData("findes.ikke", "4", "simulation.unknown-parameter")]
    public void Refuses_a_value_that_the_unit_cannot_have(string parameter, string value, string code) =>
        RegisterSimulation
            .Decide(
                new(
                    null,
                    new Dictionary<string, decimal>
                    {
                        [parameter] = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
                    }
                ),
                Lawbook.Current,
                new(2024, 3, 31)
            )
            .Refusal!.Code.ShouldBe(code);

    [Fact]
    public void Refuses_two_questions_at_once_and_no_change_at_all()
    {
        var two = new Dictionary<string, decimal>
        {
            ["refund.percentage.weeks-1-4"] = 70,
            ["internship.max_weeks.short"] = 6,
        };
        RegisterSimulation
            .Decide(new(null, two), Lawbook.Current, new(2024, 3, 31))
            .Refusal!.Code.ShouldBe("simulation.two-questions");
        RegisterSimulation
            .Decide(new("refund.percentage", new Dictionary<string, decimal>()), Lawbook.Current, new(2024, 3, 31))
            .Refusal!.Code.ShouldBe("simulation.nothing-changed");
        RegisterSimulation
            .Decide(LastStep with { From = new(2010, 1, 1) }, Lawbook.Current, new(2024, 3, 31))
            .Refusal!.Code.ShouldBe("simulation.period");
    }
}
