using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Targets;

public sealed class PlanTests
{
    private readonly SampleFacts _facts = new(new(2023, 12, 31));

    [Theory, EachDatabase]
    public async Task An_imported_plan_stands_with_every_measure_tied_and_judged(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var imported = await house.As(Role.Controller).PutInForceAsync(SamplePlan.Draft, "plan.txt");
        (imported.Themes, imported.Measures).ShouldBe((4, 21));

        var plan = await house.As(Role.Politician).DoneAsync(new SeePlan());
        plan.Goals.Select(g => (g.Number, g.AcrossThemes)).ShouldBe([(1, true), (2, false), (3, false)]);
        plan.Themes.Select(t => t.Measures.Count).ShouldBe([7, 6, 2, 6]);
        plan.Themes[0].Goals.ShouldBe([2]);
        plan.GuidingMarks.Single().Text.ShouldBe("Borgeren er ekspert i eget liv");
        var lines = plan.Themes.SelectMany(t => t.Measures).ToList();
        lines.ShouldEachBe(l => l.Finding.Indicator!.Id == SamplePlan.Ties[l.Key]);
        lines.Single(l => l.Key == "R2a").Finding.State.ShouldBe(TargetState.Met);
        lines
            .Single(l => l.Key == "A1")
            .Finding.Missing.ShouldBe(["Landsgennemsnittet for 2023 er ikke indlæst: hent jobindsats Y01A02."]);
        lines.Single(l => l.Key == "A4b").ParentKey.ShouldBe("A4a");
    }

    [Theory, EachDatabase]
    public async Task A_new_reading_of_the_same_years_takes_the_olds_place_and_keeps_what_was_chosen_by_hand(
        Dialect dialect
    )
    {
        await using var house = await HouseAsync(dialect);
        var controller = house.As(Role.Controller);
        await controller.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        var measure = await MeasureAsync(house, "R2b");
        await controller.DoneAsync(
            new ChangeTie(
                measure.Id,
                "kontanthjaelp.aktivitetsparat.helaarspersoner",
                "Aftalt med udvalget",
                measure.Tie.Version
            )
        );
        (
            await controller.RefusedAsync(new ChangeTie(measure.Id, null, "Skal ikke måles", measure.Tie.Version))
        ).ShouldBe("tie.changed-meanwhile");

        await controller.PutInForceAsync(SamplePlan.Draft, "plan, rettet.txt");
        (await house.CountAsync("plans where replaced_at is null")).ShouldBe(1);
        var again = await MeasureAsync(house, "R2b");
        again.Id.ShouldNotBe(measure.Id);
        (again.Tie.Indicator, again.Tie.ByHand, again.Tie.Reason).ShouldBe(
            ("kontanthjaelp.aktivitetsparat.helaarspersoner", true, "Aftalt med udvalget")
        );
    }

    [Theory, EachDatabase]
    public async Task What_is_frozen_is_issued_again_identically_whatever_becomes_of_the_register(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await house.As(Role.Clerk).PutInForceAsync(SamplePlan.Draft, "plan.txt");
        var frozen = await house.As(Role.Clerk).DoneAsync(new FreezeKeyFigures(new(2023, 11, 15)));
        frozen.DataDate.ShouldBe(new(2023, 11, 15));
        frozen.Lines.Count.ShouldBe(21);
        frozen.Lines.Single(l => l.Key == "R2a").Latest!.Period.ToString().ShouldBe("oktober 2023");

        (_facts.Without, _facts.Version) = ([Virker.Casework.BenefitFacts.Table], "2");
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        (await MeasureAsync(house, "R2a")).Finding.State.ShouldBe(TargetState.CannotBeKnown);
        var again = await house.As(Role.Politician).DoneAsync(new SeeKeyFigureAnnex(frozen.Id));
        again.FrozenAt.ShouldBe(frozen.FrozenAt);
        again.Lines.Select(l => l.ToJson()).ShouldBe(frozen.Lines.Select(l => l.ToJson()));
        (await house.As(Role.Clerk).RefusedAsync(new FreezeKeyFigures(new(2024, 1, 3)))).ShouldBe("annex.in-future");
    }

    [Theory, EachDatabase]
    public async Task The_countrys_figures_come_from_a_file_and_one_wrong_line_stops_it(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var controller = house.As(Role.Controller);
        await controller.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        const string Header = "indikator;område;fra;til;værdi;kilde\n";
        const string Right = "dagpenge.andel;Hele landet;2023-01-01;2023-12-31;1,62;jobindsats Y01A02\n";
        (
            await controller.RefusedAsync(
                new ImportComparisons(
                    Header + Right + "dagpenge.andel;hele landet;2022-01-01;2022-12-31;omkring to;jobindsats\n"
                )
            )
        ).ShouldBe("comparison.line");
        (await house.CountAsync("comparison_values")).ShouldBe(0);

        (await controller.DoneAsync(new ImportComparisons("\ufeff" + Header + Right))).ShouldBe(new(1, 0));
        var measure = await MeasureAsync(house, "A1");
        (measure.Finding.Verdict.Target, measure.Finding.State).ShouldBe((1.72m, TargetState.NotMet));
        (await controller.DoneAsync(new ImportComparisons(Header + Right.Replace("1,62", "4,00")))).ShouldBe(new(0, 1));
        (await MeasureAsync(house, "A1")).Finding.State.ShouldBe(TargetState.Met);
    }

    [Fact]
    public async Task A_plan_without_years_or_measures_is_refused()
    {
        await using var house = await HouseAsync(Dialect.Sqlite);
        var clerk = house.As(Role.Clerk);
        (
            await clerk.RefusedAsync(
                new KeepPlan(SamplePlan.Draft with { Document = new(null, "Plan", null, null) }, "x")
            )
        ).ShouldBe("plan.no-period");
        (await clerk.RefusedAsync(new KeepPlan(SamplePlan.Draft with { Themes = [] }, "x"))).ShouldBe(
            "plan.no-measures"
        );
        (await house.As(Role.CaseWorker).RefusedAsync(new KeepPlan(SamplePlan.Draft, "x"))).ShouldBe(
            "permission.denied"
        );
        (await house.As(Role.CaseWorker).RefusedAsync(new SeePlan())).ShouldBe("plan.not-found");
    }

    private async Task<MeasureShown> MeasureAsync(TestHouse house, string key)
    {
        var plan = await house.System.DoneAsync(new SeePlan());
        return await house
            .As(Role.Controller)
            .DoneAsync(new SeeMeasure(plan.Themes.SelectMany(t => t.Measures).Single(m => m.Key == key).Id));
    }

    private Task<TestHouse> HouseAsync(Dialect dialect) => TestHouse.OnAsync(dialect, _facts.Into);
}
