namespace Virker.Insight;

/// <summary>How forecasts of groups and of their totals are made to agree.</summary>
internal enum ReconciliationKind
{
    /// <summary>The groups stand; a total is their sum.</summary>
    BottomUp,

    /// <summary>All are moved as little as possible, by least squares (MinT with equal variances).</summary>
    LeastSquares,
}

/// <summary>
/// A tree of figures that add up: the parts, and totals of which each says which parts it sums. Forecasts made one by
/// one rarely add up; reconciled ones do, exactly as far as floating numbers go.
/// </summary>
internal sealed class Reconciliation(int parts, IReadOnlyList<IReadOnlyList<int>> totals)
{
    /// <summary>Takes a forecast for each total (in order) and each part; answers both so that they agree.</summary>
    public (double[] Totals, double[] Parts) Reconcile(
        IReadOnlyList<double> totalForecasts,
        IReadOnlyList<double> partForecasts,
        ReconciliationKind kind
    )
    {
        double[] agreed =
            kind == ReconciliationKind.BottomUp ? [.. partForecasts] : LeastSquares(totalForecasts, partForecasts);
        return ([.. totals.Select(t => t.Sum(i => agreed[i]))], agreed);
    }

    /// <summary>(SᵀS) b = Sᵀ y, where S has a row for each total and each part.</summary>
    private double[] LeastSquares(IReadOnlyList<double> totalForecasts, IReadOnlyList<double> partForecasts)
    {
        var matrix = new double[parts, parts];
        double[] right = [.. partForecasts];
        for (var i = 0; i < parts; i++) matrix[i, i] = 1;
        for (var t = 0; t < totals.Count; t++)
        {
            foreach (var i in totals[t])
            {
                right[i] += totalForecasts[t];
                foreach (var j in totals[t]) matrix[i, j]++;
            }
        }

        return Solve(matrix, right);
    }

    /// <summary>Gauss's elimination; the matrix is symmetric with a positive diagonal, so no pivot is zero.</summary>
    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var k = 0; k < n; k++)
        {
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[i, k] / a[k, k];
                for (var j = k; j < n; j++) a[i, j] -= factor * a[k, j];
                b[i] -= factor * b[k];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++) b[i] -= a[i, j] * b[j];
            b[i] /= a[i, i];
        }

        return b;
    }
}
