using System.Globalization;

namespace Virker.Insight;

/// <summary>The days that one figure is about, both ends included.</summary>
public readonly record struct FigurePeriod(DateOnly First, DateOnly Last) : IComparable<FigurePeriod>
{
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public static FigurePeriod Month(int year, int month) => MonthOf(new(year, month, 1));

    public static FigurePeriod MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    public static FigurePeriod Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>The last month that is whole on a day.</summary>
    public static FigurePeriod LastWholeMonth(DateOnly on) => on == MonthOf(on).Last ? MonthOf(on) : MonthOf(on.AddMonths(-1));

    /// <summary>The twelve months that end with a period.</summary>
    public static FigurePeriod TwelveMonthsTo(FigurePeriod end) => new(end.Last.AddDays(1).AddYears(-1), end.Last);

    public bool IsMonth => this == MonthOf(First);

    public bool IsYear => this == Year(First.Year);

    public FigurePeriod PreviousMonth => MonthOf(First.AddMonths(-1));

    public int CompareTo(FigurePeriod other) => (Last, First).CompareTo((other.Last, other.First));

    /// <summary>In Danish: "2023", "december 2023", "12 måneder til og med oktober 2023", else the two days.</summary>
    public override string ToString()
    {
        var danish = CultureInfo.GetCultureInfo("da-DK");
        if (IsYear) return First.Year.ToString(CultureInfo.InvariantCulture);
        if (IsMonth) return First.ToString("MMMM yyyy", danish);
        if (this == TwelveMonthsTo(this) && Last == MonthOf(Last).Last) return $"12 måneder til og med {Last.ToString("MMMM yyyy", danish)}";
        return First.Day == 1 && Last == MonthOf(Last).Last && First.Year == Last.Year
            ? $"{First.ToString("MMMM", danish)}-{Last.ToString("MMMM yyyy", danish)}"
            : $"{First.ToString("d. MMMM yyyy", danish)} til {Last.ToString("d. MMMM yyyy", danish)}";
    }
}

/// <summary>Periods that follow one another without a hole, and which of them a day lies in: the cells of one pass over the facts.</summary>
public sealed class TimeAxis
{
    private readonly ushort[] _indexOf;

    public TimeAxis(IReadOnlyList<FigurePeriod> periods)
    {
        if (periods.Count is 0 or > ushort.MaxValue) throw new ArgumentException("An axis has at least one period.", nameof(periods));
        Periods = periods;
        Start = [.. periods.Select(p => p.First.DayNumber)];
        End = [.. periods.Select(p => p.Last.DayNumber)];
        _indexOf = new ushort[End[^1] - Start[0] + 1];
        for (var i = 0; i < Count; i++)
        {
            if (i > 0 && Start[i] != End[i - 1] + 1) throw new ArgumentException("The periods of an axis follow one another.", nameof(periods));
            _indexOf.AsSpan(Start[i] - Start[0], End[i] - Start[i] + 1).Fill((ushort)i);
        }
    }

    public IReadOnlyList<FigurePeriod> Periods { get; }

    public int Count => Periods.Count;

    public int First => Start[0];

    public int Last => End[^1];

    internal int[] Start { get; }

    internal int[] End { get; }

    /// <summary>Whole months, the last one ending with <paramref name="last"/>'s month.</summary>
    public static TimeAxis Months(DateOnly last, int count) =>
        new([.. Enumerable.Range(0, count).Select(i => FigurePeriod.MonthOf(new DateOnly(last.Year, last.Month, 1).AddMonths(i - count + 1)))]);

    public static TimeAxis Years(int last, int count) => new([.. Enumerable.Range(last - count + 1, count).Select(FigurePeriod.Year)]);

    /// <summary>The period of a day that lies on the axis.</summary>
    internal int IndexOf(int day) => _indexOf[day - Start[0]];

    internal ReadOnlySpan<ushort> Index => _indexOf;

    /// <summary>The first period whose last day is not before a day (which must not be after the axis).</summary>
    internal int FirstEndingFrom(int day) => day <= First ? 0 : IndexOf(day);

    /// <summary>The last period whose last day is not after a day; -1 when there is none.</summary>
    internal int LastEndingBy(int day)
    {
        if (day >= Last) return Count - 1;
        if (day < First) return -1;
        var at = IndexOf(day);
        return End[at] == day ? at : at - 1;
    }
}
