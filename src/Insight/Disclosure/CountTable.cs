namespace Virker.Insight;

/// <summary>
/// Counts of people by any number of dimensions, with every total: along each dimension the last place, after its
/// values, is the sum of them.
/// </summary>
public sealed class CountTable
{
    private readonly int[] _extents;
    private readonly int[] _strides;
    private readonly long[] _counts;

    /// <param name="extents">How many values each dimension has, totals not counted.</param>
    /// <param name="count">The number of people in a cell, by the numbers of its values.</param>
    public CountTable(IReadOnlyList<int> extents, Func<IReadOnlyList<int>, long> count)
    {
        _extents = [.. extents];
        _strides = new int[_extents.Length];
        var size = 1;
        for (var d = _extents.Length - 1; d >= 0; d--) (_strides[d], size) = (size, size * (_extents[d] + 1));
        _counts = new long[size];
        for (var cell = 0; cell < size; cell++)
        {
            if (!IsTotal(cell)) _counts[cell] = count(PlaceOf(cell));
        }

        for (var d = 0; d < _extents.Length; d++) AddUp(d);
    }

    /// <summary>Cells, with those of the totals.</summary>
    public int Size => _counts.Length;

    public long this[int cell] => _counts[cell];

    /// <summary>The number of a cell by the numbers of its values; the number of values is the total.</summary>
    public int CellOf(params IReadOnlyList<int> place) => place.Select((value, d) => value * _strides[d]).Sum();

    public bool IsTotal(int cell) => PlaceOf(cell).Where((value, d) => value == _extents[d]).Any();

    /// <summary>Every sum that a reader can do: the cells along one dimension, and last their total.</summary>
    internal IEnumerable<int[]> Lines() =>
        Enumerable
            .Range(0, _extents.Length)
            .SelectMany(d =>
                Enumerable
                    .Range(0, Size)
                    .Where(cell => PlaceOf(cell)[d] == 0)
                    .Select(first =>
                        Enumerable.Range(0, _extents[d] + 1).Select(value => first + (value * _strides[d])).ToArray()
                    )
            );

    private int[] PlaceOf(int cell) => [.. _extents.Select((extent, d) => cell / _strides[d] % (extent + 1))];

    private void AddUp(int dimension)
    {
        for (var cell = 0; cell < Size; cell++)
        {
            var place = PlaceOf(cell);
            if (
                place[dimension] != _extents[dimension]
                || place.Where((value, d) => d > dimension && value == _extents[d]).Any()
            )
                continue;
            for (var value = 0; value < _extents[dimension]; value++)
                _counts[cell] += _counts[cell - ((_extents[dimension] - value) * _strides[dimension])];
        }
    }
}
