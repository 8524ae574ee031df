using FsCheck;
using FsCheck.Fluent;
using Virker.Insight;

namespace Virker.Tests.Insight;

[Trait("Pace", "Slow")]
public sealed class SuppressionTests
{
    [Fact]
    public void One_small_number_takes_the_next_smallest_with_it_so_that_the_total_does_not_give_it_away() =>
        Hidden([3], [2, 90, 40]).ShouldBe([0, 2]);

    [Fact]
    public void Small_numbers_that_together_are_small_take_one_more() =>
        Hidden([4], [1, 2, 90, 40]).ShouldBe([0, 1, 3]);

    [Fact]
    public void Small_numbers_that_together_are_not_small_are_enough() => Hidden([4], [4, 2, 90, 40]).ShouldBe([0, 1]);

    [Fact]
    public void Where_all_are_few_the_total_is_hidden_too() => Hidden([3], [1, 2, 0]).ShouldBe([0, 1, 3]);

    [Fact]
    public void Nobody_is_shown_as_nobody() => Hidden([3], [0, 90, 40]).ShouldBeEmpty();

    /// <summary>
    /// By brute force over every table that a reader could think of: for each hidden cell at least two values fit with
    /// what is shown, also for a reader who knows that zeros are never hidden.
    /// </summary>
    [Fact]
    public void No_subtraction_gives_a_hidden_number_away() =>
        Prop.ForAll(
                Gen.ArrayOf(Gen.Frequency((3, Gen.Choose(0, 4)), (2, Gen.Choose(5, 9))), 6).ToArbitrary(),
                counts =>
                {
                    var table = Table([2, 3], counts);
                    var hidden = Suppression.Usual.Hide(table);
                    return Enumerable
                            .Range(0, table.Size)
                            .All(cell => !Suppression.Usual.IsSmall(table[cell]) || hidden[cell])
                        && Solutions(table, hidden) is var possible
                        && Enumerable
                            .Range(0, table.Size)
                            .Where(cell => hidden[cell])
                            .All(cell => possible.Select(p => p[cell]).Distinct().Count() > 1);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Nothing_follows_from_many_sums_at_once() =>
        Prop.ForAll(
                Gen.ArrayOf(Gen.Frequency((2, Gen.Choose(0, 4)), (5, Gen.Choose(5, 400))), 60).ToArbitrary(),
                counts =>
                {
                    var table = Table([4, 5, 3], counts);
                    var hidden = Suppression.Usual.Hide(table);
                    return Equations.Determined([.. table.Lines()], hidden).Count == 0
                        && Enumerable
                            .Range(0, table.Size)
                            .All(cell => hidden[cell] || !Suppression.Usual.IsSmall(table[cell]));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private static CountTable Table(int[] extents, int[] counts)
    {
        var next = 0;
        return new(extents, _ => counts[next++]);
    }

    private static List<int> Hidden(int[] extents, int[] counts) =>
        [
            .. Suppression
                .Usual.Hide(Table(extents, counts))
                .Select((isHidden, cell) => (isHidden, cell))
                .Where(x => x.isHidden)
                .Select(x => x.cell),
        ];

    /// <summary>
    /// Every 2 by 3 table with its totals that agrees with what is shown, and has at least one person in each hidden
    /// cell; numbers up to 30 are tried.
    /// </summary>
    private static List<long[]> Solutions(CountTable table, bool[] hidden)
    {
        var found = new List<long[]>();
        Try(new long[6], 0);
        return found;

        void Try(long[] counts, int at)
        {
            if (found.Count > 400 || Contradicts(counts, at)) return;
            if (at == 6)
            {
                var next = 0;
                var tried = new CountTable([2, 3], _ => counts[next++]);
                found.Add([.. Enumerable.Range(0, table.Size).Select(cell => tried[cell])]);
                return;
            }

            var cell = table.CellOf(at / 3, at % 3);
            foreach (var value in hidden[cell] ? Near(table[cell]) : [table[cell]])
            {
                counts[at] = value;
                Try(counts, at + 1);
            }
        }

        // A sum is looked at as soon as its last part is chosen.
        bool Contradicts(long[] c, int chosen) =>
            chosen switch
            {
                3 => Off(table.CellOf(0, 3), c[0] + c[1] + c[2]),
                4 or 5 => Off(table.CellOf(2, chosen - 4), c[chosen - 4] + c[chosen - 1]),
                6 => Off(table.CellOf(2, 2), c[2] + c[5])
                    || Off(table.CellOf(1, 3), c[3] + c[4] + c[5])
                    || Off(table.CellOf(2, 3), c.Sum()),
                _ => false,
            };

        bool Off(int total, long sum) => hidden[total] ? sum == 0 : sum != table[total];
    }

    /// <summary>The true number and its neighbours: two solutions are enough.</summary>
    private static IEnumerable<long> Near(long count) =>
        Enumerable.Range(-4, 9).Select(d => count + d).Where(n => n > 0);
}
