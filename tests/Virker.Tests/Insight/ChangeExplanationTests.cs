using Virker.Casework;
using Virker.Insight;

namespace Virker.Tests.Insight;

public sealed class ChangeExplanationTests
{
    private static readonly FigurePeriod Before = FigurePeriod.Month(2022, 3), After = FigurePeriod.Month(2023, 3);
    private static readonly FactSet OnA = new FactSet(BenefitFacts.Table).With(BenefitFacts.Benefit, "a");

    private static Indicator Of(Measure measure, string unit = "personer") => new("x", "X", unit, 1,
        measure) { Source = "" };

    [Fact]
    public void The_terms_of_every_account_sum_to_the_change_exactly()
    {
        Measure[] measures =
        [
            new FullTime(OnA),
            new Heads(OnA, Presence.AtEnd),
            new Ratio(new FullTime(OnA), new FullTime(new FactSet(BenefitFacts.Table))),
        ];
        var kinds = new HashSet<ChangeKind>();
        for (var seed = 1; seed <= 30; seed++)
        {
            var store = RandomRegister.Of(seed, persons: 40);
            foreach (var measure in measures)
            {
                foreach (var by in FigureDimension.Of(store, Of(measure)))
                {
                    if (ChangeExplanation.Of(store, Of(measure), Before, After, by) is not { } explanation) continue;
                    foreach (var account in explanation.Accounts)
                    {
                        kinds.Add(account.Kind);
                        account
                            .Terms.Aggregate(account.Before, (sum, t) => sum + t.Amount)
                            .ShouldBe(account.After, $"seed {seed}, {measure}, {by.Id}, {account.Kind}");
                    }
                }
            }
        }

        kinds.Count.ShouldBe(4);
    }

    [Fact]
    public void Who_came_and_who_left_are_counted_person_by_person()
    {
        var benefits = RandomRegister.Benefits();
        foreach (
            var (person, from, to) in new[]
            {
                (0, new DateOnly(2021, 1, 1), (DateOnly?)null),
                (1, new DateOnly(2021, 1, 1), new DateOnly(2022, 9, 30)),
                (2, new DateOnly(2022, 9, 1), null),
                (3, new DateOnly(2023, 1, 1), null),
            }
        )
            benefits.Spell(person, from, to).Set(BenefitFacts.Benefit, "a");
        var account = ChangeExplanation
            .Of(new(After.Last, "1", [benefits.Build()]), Of(new Heads(OnA, Presence.AtEnd)), Before, After, null)!
            .Accounts.ShouldHaveSingleItem();
        (account.Kind, account.Before, account.After).ShouldBe((ChangeKind.Movement, (Fraction)2, (Fraction)3));
        account.Terms.Select(t => t.Amount).ShouldBe([(Fraction)2, Fraction.Zero - 1]);
    }

    [Fact]
    public void A_figure_narrowed_to_each_sex_adds_up_to_all_whose_sex_is_known()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var store = RandomRegister.Of(seed, persons: 40);
            var indicator = Of(new FullTime(OnA));
            var sexes = FigureDimension.Of(store, indicator).Single(d => d.Id == "sex");
            var known = new FullTime(OnA with { PersonConditions = [new(PersonFacts.Sex, ["mand", "kvinde"])] });
            sexes
                .Groups.Select(g => g.In(store, indicator).Evaluate(store, After).Value!.Value)
                .Aggregate((a, b) => a + b)
                .ShouldBe(known.In(store, After).Value!.Value);
        }
    }

    [Fact]
    public void An_age_band_is_cut_to_the_figures_own_ages()
    {
        var store = RandomRegister.Of(3);
        var indicator = Of(new FullTime(OnA.Aged(18, 24)));
        var young = FigureDimension
            .Of(store, indicator)
            .Single(d => d.Id == "age")
            .Groups.Single(g => g.Key == "16-29")
            .In(store, indicator);
        ((FullTime)young.Measure).Set.Age.ShouldBe(new AgeBand(18, 24));
    }
}
