using FsCheck;
using FsCheck.Fluent;
using Virker.Rules;

namespace Virker.Tests.Rules;

public sealed class RefundLadderTests
{
    private static readonly int Start = new DateOnly(2016, 1, 4).DayNumber / 7;

    private static int Week(IReadOnlyList<LadderSpell> spells, int week) => RefundLadder.Week([.. spells], week, 52, 3);

    /// <summary>The law read aloud, week by week.</summary>
    private static int Slowly(IReadOnlyList<LadderSpell> spells, int asked)
    {
        var supported = spells.SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1)).ToHashSet();
        var benefit = spells
            .Where(s => s.Counts)
            .SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1))
            .Where(w => w <= asked)
            .Order()
            .Distinct();
        var (count, begun) = (0, 0);
        foreach (var week in benefit)
        {
            var since = DateOnly.FromDayNumber(week * 7).AddYears(-3);
            var free =
                count == 0
                    ? 0
                    : Enumerable
                        .Range(begun, week - begun)
                        .Count(w => DateOnly.FromDayNumber(w * 7) >= since && !supported.Contains(w));
            if (count > 0 && free >= 52)
                count = 0;
            if (count == 0)
                begun = week;
            count++;
        }

        return count;
    }

    [Fact]
    public void Walks_whole_histories_as_the_law_read_week_by_week()
    {
        var spell = from gap in Gen.Choose(-20, 70)
                    from length in Gen.Choose(1, 60)
                    from counts in Gen.Elements(true, true, true, false)
                    select (gap, length, counts);
        var histories = spell.ListOf(7).Select(Lay).ToArbitrary();
        Prop.ForAll(
                histories,
                spells =>
                    spells
                        .Where(s => s.Counts)
                        .All(s =>
                            Week(spells, s.Last) == Slowly(spells, s.Last)
                            && Week(spells, s.First) == Slowly(spells, s.First)
                        )
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static IReadOnlyList<LadderSpell> Lay(IEnumerable<(int Gap, int Length, bool Counts)> parts)
    {
        var (at, spells) = (Start, new List<LadderSpell>());
        foreach (var (gap, length, counts) in parts)
        {
            // They may overlap, by first week.
            var first = spells.Count == 0 ? at + Math.Max(0, gap) : Math.Max(spells[^1].First, at + gap);
            spells.Add(new(first, first + length - 1, counts));
            at = Math.Max(at, first + length);
        }

        return spells;
    }

    [Theory]
    [InlineData(51, 61)]
    [InlineData(52, 1)]
    public void Starts_again_after_52_weeks_of_self_support(int free, int week) =>
        Week([new(Start, Start + 59, true), new(Start + 60 + free, Start + 80 + free, true)], Start + 60 + free)
            .ShouldBe(week);

    [Fact]
    public void A_subsidised_wage_is_no_self_support() =>
        Week(
                [
                    new(Start, Start + 59, true),
                    new(Start + 60, Start + 111, false),
                    new(Start + 112, Start + 120, true),
                ],
                Start + 112
            )
            .ShouldBe(61);

    [Fact]
    public void A_change_of_benefit_does_not_start_again() =>
        Week([new(Start, Start + 19, true), new(Start + 20, Start + 29, true)], Start + 29).ShouldBe(30);

    [Fact]
    public void Many_persons_at_once_stand_where_each_stands_alone()
    {
        IReadOnlyList<LadderSpell>[] persons =
        [
            [new(Start, Start + 19, true), new(Start + 20, Start + 29, true)],
            [],
            [new(Start, Start + 5, true)],
            [new(Start, Start + 40, false)],
            [new(Start, Start + 2, true), new(Start + 60, Start + 90, true)],
        ];
        var week = Start + 28;
        int[] ends = [.. persons.Select((_, i) => persons.Take(i + 1).Sum(p => p.Count))];
        var places = new int[persons.Length];
        RefundLadder.Weeks([.. persons.SelectMany(p => p)], ends, week, 52, 3, places);
        places.ShouldBe([29, 0, 0, 0, 0]);
        RefundLadder.Weeks([.. persons.SelectMany(p => p)], ends, Start + 61, 52, 3, places);
        places.ShouldBe([0, 0, 0, 0, 2]);
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    [InlineData(82, 52)]
    public void Self_support_adds_up_after_the_first_benefit(int weeksOn, int free) =>
        RefundLadder.SelfSupportBefore([new(Start, Start + 29, true)], Start + weeksOn, 52, 3).ShouldBe(free);
}
