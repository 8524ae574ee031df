using FsCheck;
using FsCheck.Fluent;
using Virker.Insight;

namespace Virker.Tests.Insight;

public sealed class ReconciliationTests
{
    /// <summary>All of four, and the first two and the last two.</summary>
    private static readonly Reconciliation Tree = new(4, [[0, 1, 2, 3], [0, 1], [2, 3]]);

    [Fact]
    public void Bottom_up_lets_the_parts_stand() =>
        Tree.Reconcile([100, 70, 20], [10, 20, 30, 40], ReconciliationKind.BottomUp).Totals.ShouldBe([100, 30, 70]);

    [Fact]
    public void What_adds_up_already_is_not_moved()
    {
        var (totals, parts) = Tree.Reconcile([100, 30, 70], [10, 20, 30, 40], ReconciliationKind.LeastSquares);
        parts.ShouldBe([10, 20, 30, 40], 1e-9);
        totals.ShouldBe([100, 30, 70], 1e-9);
    }

    [Fact]
    public void One_total_shares_its_difference_equally() => new Reconciliation(
            3,
            [
                [0, 1, 2],
            ]
        ).Reconcile([64], [10, 20, 30], ReconciliationKind.LeastSquares).Parts.ShouldBe([11, 21, 31], 1e-9);

    [Fact]
    public void Totals_always_are_the_sums_of_their_parts() =>
        Prop.ForAll(
                Gen.Choose(-500, 500).ArrayOf(7).ToArbitrary(),
                v =>
                {
                    var (totals, parts) = Tree.Reconcile(
                        [v[0], v[1], v[2]],
                        [v[3], v[4], v[5], v[6]],
                        ReconciliationKind.LeastSquares
                    );
                    return Math.Abs(totals[0] - parts.Sum()) < 1e-9
                        && Math.Abs(totals[1] + totals[2] - totals[0]) < 1e-9;
                }
            )
            .QuickCheckThrowOnFailure();
}
