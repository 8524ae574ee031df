namespace Virker.Insight;

/// <summary>When a subject counts in a period.</summary>
public enum Presence
{
    /// <summary>On the period's last day.</summary>
    AtEnd,

    /// <summary>On at least one of its days.</summary>
    InPeriod,
}

/// <summary>Distinct subjects in each period and cell: each new stretch of periods is one step up and one step down.</summary>
internal sealed class HeadKernel(TimeAxis axis, int cells, Presence presence) : IKernel
{
    private readonly int _stride = axis.Count + 1;
    private readonly long[] _steps = new long[cells * (axis.Count + 1)];
    private Coverage _counted = new();
    private int _subject = -1;

    public long[] Cells => _steps;

    public void Take(RowBlock block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            if (block.To[i] < axis.First || block.From[i] > axis.Last) continue;
            if (block.Subject[i] != _subject)
            {
                _subject = block.Subject[i];
                _counted.Clear();
            }

            var (first, last) = presence == Presence.AtEnd
                ? (axis.FirstEndingFrom(block.From[i]), axis.LastEndingBy(block.To[i]))
                : (axis.FirstEndingFrom(block.From[i]), axis.LastStartingBy(block.To[i]));
            if (last < first) continue;
            var fresh = _counted.Take(block.Cell[i], first, last);
            if (fresh > last) continue;
            _steps[(block.Cell[i] * _stride) + fresh]++;
            _steps[(block.Cell[i] * _stride) + last + 1]--;
        }
    }

    public void Finish() => Steps.Sum(_steps, cells, axis.Count);
}

/// <summary>Differences become levels.</summary>
internal static class Steps
{
    public static void Sum(long[] steps, int cells, int periods)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            var level = 0L;
            for (var t = 0; t < periods; t++)
            {
                var at = (cell * (periods + 1)) + t;
                level += steps[at];
                steps[at] = level;
            }

            steps[(cell * (periods + 1)) + periods] = 0;
        }
    }
}
