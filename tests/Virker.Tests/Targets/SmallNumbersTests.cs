using Virker.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Virker.Insight;
using Virker.Targets;

namespace Virker.Tests.Targets;

/// <summary>
/// What somebody who may not see the cases can work out from everything that is shown: nothing about a few.
/// </summary>
public sealed class SmallNumbersTests
{
    private static readonly FigurePeriod March = FigurePeriod.Month(2024, 3);

    private static readonly Indicator Residents = new("x", "X", "personer", 1, new Heads(new(ResidenceFacts.Table),
        Presence.AtEnd)) { Source = "" };

    [Fact]
    public void One_small_number_takes_the_next_smallest_with_it()
    {
        SmallNumbers.Hidden([40, 3, 12]).ShouldBe([false, true, true]);
        SmallNumbers.Hidden([40, 3, 2]).ShouldBe([false, true, true]);
        SmallNumbers.Hidden([40, 0, 12]).ShouldBe([false, false, false]);
        SmallNumbers.Hidden([3]).ShouldBe([true]);
        SmallNumbers.Hidden([7, 0, 4]).ShouldBe([true, false, true]);
        SmallNumbers.Hidden([4, 0, 0]).ShouldBe([true, true, true], "the sum is told, so whose the four are is not");
    }

    [Fact]
    public void A_group_chosen_alone_is_hidden_where_the_others_would_follow_from_it()
    {
        var store = Town([.. Enumerable.Repeat((1, 1), 98), .. Enumerable.Repeat((2, 1), 2)]);
        var small = Of(store, out var dimensions);
        foreach (var group in dimensions.Single(d => d.Id == "sex").Groups)
            small.Of(group, [March]).ShouldBe([true], group.Name);
        small
            .Of(dimensions.Single(d => d.Id == "origin").Groups[0], [March])
            .ShouldBe([false], "all are of one origin");
    }

    [Fact]
    public void A_group_within_a_group_does_not_follow_from_the_same_group_of_everybody()
    {
        // 2 women and 50 men are western, 8 women and 40 men are not: each table of women alone hides two numbers, but
        // men and everybody would give them away.
        var store = Town([
            .. Enumerable.Repeat((2, 2), 2),
            .. Enumerable.Repeat((1, 2), 50),
            .. Enumerable.Repeat((2, 3), 8),
            .. Enumerable.Repeat((1, 3), 40),
            .. Enumerable.Repeat((2, 1), 30),
            .. Enumerable.Repeat((1, 1), 30),
        ]);
        var small = Of(store, out var dimensions);
        var (sex, origin) = (dimensions.Single(d => d.Id == "sex"), dimensions.Single(d => d.Id == "origin"));
        var men = small.Of(sex.Groups[0], origin, [March])[0];
        men[1].ShouldBeTrue("western men and all western would give the two women away");
        men.Count(hidden => hidden).ShouldBe(2, "and men of one origin more, or the men's own total would");
        small.Of(origin, [March])[0].ShouldEachBe(hidden => !hidden);
    }

    [Fact]
    public void A_share_of_a_few_is_hidden_also_where_all_or_none_of_them_are_in_it()
    {
        var share = Residents with
        {
            Unit = "pct.",
            Measure = new Ratio(
                new Heads(
                    new FactSet(ResidenceFacts.Table) { PersonConditions = [new(PersonFacts.Sex, ["kvinde"])] },
                    Presence.AtEnd
                ),
                Residents.Measure
            ),
        };
        var store = Town([
            .. Enumerable.Repeat((2, 1), 40),
            .. Enumerable.Repeat((1, 1), 40),
            .. Enumerable.Repeat((2, 2), 3),
            .. Enumerable.Repeat((1, 3), 4),
        ]);
        var origin = FigureDimension.Of(store, share).Single(d => d.Id == "origin");
        var hidden = new SmallNumbers(store, share, [origin]).Of(origin, [March])[0];
        (hidden[1], hidden[2]).ShouldBe((true, true));
    }

    /// <summary>
    /// Every pair of dimensions, chosen and split, with the totals that stand alone: the equations that a reader can
    /// write give no small number.
    /// </summary>
    [Fact]
    public void Nothing_small_follows_from_every_page_together() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 40), 6).ToArbitrary(), counts =>
        {
            var store = Town([.. counts.SelectMany((n, i) => Enumerable.Repeat((1 + (i % 2), 1 + (i / 2)), n))]);
            var small = Of(store, out var dimensions);
            if (dimensions.All(d => d.Id != "sex")) return true;
            var (sex, origin) = (dimensions.Single(d => d.Id == "sex"), dimensions.Single(d => d.Id == "origin"));
            var table = new CountTable([2, 3], place => counts[(place[1] * 2) + place[0]]);
            var hidden = new bool[table.Size];
            for (var s = 0; s < 2; s++)
            {
                hidden[table.CellOf(s, 3)] = small.Of(sex.Groups[s], [March])[0];
                for (var o = 0; o < 3; o++) hidden[table.CellOf(s, o)] = small.Of(sex.Groups[s], origin, [March])[0][o];
            }

                    for (var o = 0; o < 3; o++)
                        hidden[table.CellOf(2, o)] = small.Of(origin.Groups[o], [March])[0];
                    var known = Equations.Determined([.. table.Lines()], hidden);
                    return Enumerable
                        .Range(0, table.Size - 1)
                        .Where(cell => Suppression.Usual.IsSmall(table[cell]))
                        .All(cell => hidden[cell] && !known.Contains(cell));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static SmallNumbers Of(FactStore store, out IReadOnlyList<FigureDimension> dimensions) =>
        new(store, Residents, dimensions = FigureDimension.Of(store, Residents));

    private static FactStore Town(IReadOnlyList<(int Sex, int Origin)> people)
    {
        var (persons, homes) = (
            new FactTableBuilder(PersonFacts.Table),
            new FactTableBuilder(ResidenceFacts.Table)
        );
        for (var p = 0; p < people.Count; p++)
        {
            persons
                .Subject(p)
                .Set(PersonFacts.Born, new DateOnly(1980, 5, 1).DayNumber)
                .Set(PersonFacts.Sex, people[p].Sex)
                .Set(PersonFacts.Origin, people[p].Origin);
            homes.Spell(p, new DateOnly(2012, 1, 1), null);
        }

        return new(new(2024, 3, 31), "prøve", [persons.Build(), homes.Build()]);
    }
}
