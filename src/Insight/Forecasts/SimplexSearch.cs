namespace Virker.Insight;

/// <summary>
/// Nelder and Mead's search for the least value of a function (Nash's Compact Numerical Methods, algorithm 19, with the
/// step and stopping rules of R's optim). The published forecasts that ours are held against stop where this search
/// stops, so its steps are kept as they are there.
/// </summary>
internal sealed class SimplexSearch
{
    private const double Big = 1e35, Tolerance = 1.490116119384766e-8;

    private readonly Func<double[], double> _cost;
    private readonly int _most;
    private readonly int _n;
    private readonly double[][] _points;
    private readonly double[] _values;
    private readonly double[] _center;
    private int _asked;
    private int _lowest;
    private double _size;

    private SimplexSearch(Func<double[], double> cost, double[] start, int most)
    {
        (_cost, _most, _n) = (cost, most, start.Length);
        _points = [.. Enumerable.Range(0, _n + 1).Select(_ => (double[])start.Clone())];
        (_values, _center) = (new double[_n + 1], new double[_n]);
        var step = start.Max(x => 0.1 * Math.Abs(x));
        if (step == 0) step = 0.1;
        for (var j = 1; j <= _n; j++)
        {
            var longer = step;
            for (; _points[j][j - 1] == start[j - 1]; longer *= 10) _points[j][j - 1] = start[j - 1] + longer;
            _size += longer;
        }
    }

    /// <summary>The best point found from a start at which the cost is finite.</summary>
    public static double[] From(double[] start, Func<double[], double> cost, int most = 2000)
    {
        var search = new SimplexSearch(cost, start, most);
        return search.Run();
    }

    private double[] Run()
    {
        _values[0] = Ask(_points[0]);
        var enough = Tolerance * (Math.Abs(_values[0]) + Tolerance);
        AskAllButLowest();
        var highest = Order();
        while (_values[highest] > _values[_lowest] + enough)
        {
            var (low, high) = (_values[_lowest], _values[highest]);
            if (!Move(highest, low, high) && !Shrink()) break;
            if (high <= low + enough || _asked > _most) break;
            highest = Order();
        }

        return _points[_lowest];
    }

    private double Ask(double[] at)
    {
        _asked++;
        var value = _cost(at);
        return double.IsFinite(value) ? value : Big;
    }

    private void AskAllButLowest()
    {
        for (var j = 0; j <= _n; j++)
        {
            if (j != _lowest) _values[j] = Ask(_points[j]);
        }
    }

    /// <summary>Finds the lowest point and answers the highest.</summary>
    private int Order()
    {
        var highest = _lowest;
        for (var j = 0; j <= _n; j++)
        {
            if (j == _lowest) continue;
            if (_values[j] > _values[highest]) highest = j;
            if (_values[j] < _values[_lowest]) _lowest = j;
        }

        return highest;
    }

    /// <summary>
    /// Reflects the highest point, then expands or contracts. False where nothing was gained and the simplex must
    /// shrink.
    /// </summary>
    private bool Move(int highest, double low, double high)
    {
        for (var i = 0; i < _n; i++)
        {
            var sum = -_points[highest][i];
            for (var j = 0; j <= _n; j++) sum += _points[j][i];
            _center[i] = sum / _n;
        }

        var reflected = Along(_points[highest], -1);
        var value = Ask(reflected);
        if (value < low)
        {
            var expanded = Along(reflected, 2);
            var further = Ask(expanded);
            (_points[highest], _values[highest]) = further < value ? (expanded, further) : (reflected, value);
            return true;
        }

        if (value < high) (_points[highest], _values[highest]) = (reflected, value);
        var contracted = Along(_points[highest], 0.5);
        var nearer = Ask(contracted);
        if (nearer < _values[highest]) (_points[highest], _values[highest]) = (contracted, nearer);
        else return value < high;
        return true;
    }

    private double[] Along(double[] point, double share)
    {
        var moved = new double[_n];
        for (var i = 0; i < _n; i++) moved[i] = ((1 - share) * _center[i]) + (share * point[i]);
        return moved;
    }

    /// <summary>Draws every point halfway to the lowest; false when that made the simplex no smaller.</summary>
    private bool Shrink()
    {
        var size = 0.0;
        for (var j = 0; j <= _n; j++)
        {
            if (j == _lowest) continue;
            for (var i = 0; i < _n; i++)
            {
                _points[j][i] = (0.5 * (_points[j][i] - _points[_lowest][i])) + _points[_lowest][i];
                size += Math.Abs(_points[j][i] - _points[_lowest][i]);
            }
        }

        if (size >= _size) return false;
        _size = size;
        AskAllButLowest();
        return true;
    }
}
