namespace Virker.Insight;

/// <summary>
/// Days by period, collected as differences. A spell touches two numbers, whatever its length: from its first period on it counts as running to the end of time, from its
/// last period on as not running. A number holds in its low half the days of that period itself, in its high half the change in how many run through the periods after it.
/// </summary>
internal sealed class RunningDays(TimeAxis axis, int cells, int planes = 1)
{
    /// <summary>One that runs on; added to the days of its first period, taken from those of its last.</summary>
    public const long One = 1L << 32;

    private readonly int _rowsThatFit = int.MaxValue / axis.LongestPeriod;
    private long[]? _days;
    private long[]? _running;
    private int _rows;

    /// <summary>Cell by cell, period by period (one more than there are), plane by plane.</summary>
    public long[] Steps { get; } = new long[cells * (axis.Count + 1) * planes];

    /// <summary>To be said before rows are added: so that no low half overflows, everything is moved to whole numbers in time.</summary>
    public void Expect(int rows)
    {
        if (_rows > _rowsThatFit - rows) Spill();
        _rows += rows;
    }

    private void Spill()
    {
        _days ??= new long[Steps.Length];
        _running ??= new long[Steps.Length];
        for (var i = 0; i < Steps.Length; i++)
        {
            var days = (long)(int)Steps[i];
            _days[i] += days;
            _running[i] += (Steps[i] - days) >> 32;
            Steps[i] = 0;
        }

        _rows = 0;
    }

    /// <summary>The steps become days.</summary>
    public void Finish()
    {
        var periods = axis.Count;
        for (var cell = 0; cell < cells; cell++)
        {
            for (var plane = 0; plane < planes; plane++)
            {
                var running = 0L;
                for (var t = 0; t < periods; t++)
                {
                    var at = (((cell * (periods + 1)) + t) * planes) + plane;
                    var days = (long)(int)Steps[at];
                    var change = (Steps[at] - days) >> 32;
                    if (_days is not null) (days, change) = (days + _days[at], change + _running![at]);
                    Steps[at] = days + (running * (axis.End[t] - axis.Start[t] + 1));
                    running += change;
                }
            }
        }
    }
}
