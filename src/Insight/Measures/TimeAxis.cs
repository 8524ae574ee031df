namespace Virker.Insight;

/// <summary>
/// The periods of one pass over the facts, sorted so that neither their first nor their last days go back: months in a
/// row, or twelve months that overlap by eleven. The periods that a spell touches are then always neighbours, found by
/// looking up two days.
/// </summary>
public sealed class TimeAxis
{
    private readonly ushort[] _firstEndingFrom;
    private readonly ushort[] _lastStartingBy;

    public TimeAxis(IReadOnlyList<FigurePeriod> periods)
    {
        if (periods.Count is 0 or > ushort.MaxValue)
            throw new ArgumentException("An axis has at least one period.", nameof(periods));
        if (!IsSorted(periods))
            throw new ArgumentException("The periods of an axis never go back.", nameof(periods));
        Periods = periods;
        Start = [.. periods.Select(p => p.First.DayNumber)];
        End = [.. periods.Select(p => p.Last.DayNumber)];
        (_firstEndingFrom, _lastStartingBy) = (new ushort[Last - First + 1], new ushort[Last - First + 1]);
        for (int day = First, ending = 0, starting = 0; day <= Last; day++)
        {
            while (End[ending] < day) ending++;
            while (starting + 1 < Count && Start[starting + 1] <= day) starting++;
            (_firstEndingFrom[day - First], _lastStartingBy[day - First]) = ((ushort)ending, (ushort)starting);
        }

        Days =
        [
            .. _firstEndingFrom.Select((period, i) => new AxisDay(period, checked((ushort)(End[period] - First - i)))),
            new((ushort)Count, 0),
        ];
        Length = [.. periods.Select(p => p.Days)];
        IsUnbroken = Enumerable.Range(1, Count - 1).All(i => Start[i] == End[i - 1] + 1);
    }

    public IReadOnlyList<FigurePeriod> Periods { get; }

    public int Count => Periods.Count;

    public int First => Start[0];

    public int Last => End[^1];

    /// <summary>Each day from the first to the last lies in exactly one period.</summary>
    public bool IsUnbroken { get; }

    /// <summary>Days of the longest period.</summary>
    internal int LongestPeriod => Length.Max();

    internal int[] Start { get; }

    internal int[] End { get; }

    /// <summary>Days of each period.</summary>
    internal int[] Length { get; }

    /// <summary>Where each day from the first to the last lies, and the day after in no period.</summary>
    internal AxisDay[] Days { get; }

    /// <summary>Whole months, the last one ending with <paramref name="last"/>'s month.</summary>
    public static TimeAxis Months(DateOnly last, int count) =>
        new([
            .. Enumerable
                .Range(0, count)
                .Select(i => FigurePeriod.MonthOf(new DateOnly(last.Year, last.Month, 1).AddMonths(i - count + 1))),
        ]);

    /// <summary>Whole quarters, the last one ending with <paramref name="last"/>'s quarter.</summary>
    public static TimeAxis Quarters(DateOnly last, int count)
    {
        var first = new DateOnly(last.Year, ((last.Month - 1) / 3 * 3) + 1, 1);
        return new([
            .. Enumerable
                .Range(0, count)
                .Select(i => first.AddMonths(3 * (i - count + 1)))
                .Select(q => new FigurePeriod(q, q.AddMonths(3).AddDays(-1))),
        ]);
    }

    public static TimeAxis Years(int last, int count) =>
        new([.. Enumerable.Range(last - count + 1, count).Select(FigurePeriod.Year)]);

    public static bool IsSorted(IReadOnlyList<FigurePeriod> periods)
    {
        for (var i = 1; i < periods.Count; i++)
        {
            if (periods[i].First < periods[i - 1].First || periods[i].Last < periods[i - 1].Last) return false;
        }

        return true;
    }

    /// <summary>An unbroken axis over the same days, cut wherever one of the periods begins or ends.</summary>
    internal TimeAxis Pieces()
    {
        int[] cuts = [.. Start.Concat(End.Select(day => day + 1)).Distinct().Order()];
        return new([
            .. cuts.Zip(
                cuts.Skip(1),
                (from, next) => new FigurePeriod(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(next - 1))
            ),
        ]);
    }

    /// <summary>The first period whose last day is not before a day; <see cref="Count"/> when there is none.</summary>
    internal int FirstEndingFrom(int day) => day <= First ? 0 : day > Last ? Count : _firstEndingFrom[day - First];

    /// <summary>The last period whose first day is not after a day; -1 when there is none.</summary>
    internal int LastStartingBy(int day) => day >= Last ? Count - 1 : day < First ? -1 : _lastStartingBy[day - First];

    /// <summary>The last period whose last day is not after a day; -1 when there is none.</summary>
    internal int LastEndingBy(int day) => day >= Last ? Count - 1 : FirstEndingFrom(day + 1) - 1;
}

/// <summary>
/// A day's place on an axis: the first period that ends on it or later, and the days that are left of that period after
/// it.
/// </summary>
internal readonly record struct AxisDay(ushort Period, ushort Left);
