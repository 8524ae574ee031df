using System.Globalization;
using Virker.Kernel;

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
    public static FigurePeriod LastWholeMonth(DateOnly on) =>
        on == MonthOf(on).Last ? MonthOf(on) : MonthOf(on.AddMonths(-1));

    /// <summary>The twelve months that end with a period.</summary>
    public static FigurePeriod TwelveMonthsTo(FigurePeriod end) => new(end.Last.AddDays(1).AddYears(-1), end.Last);

    public bool IsMonth => this == MonthOf(First);

    public bool IsYear => this == Year(First.Year);

    public int CompareTo(FigurePeriod other) => (Last, First).CompareTo((other.Last, other.First));

    /// <summary>In Danish: "2023", "december 2023", "12 måneder til og med oktober 2023", else the two days.</summary>
    public override string ToString()
    {
        if (IsYear)
            return First.Year.ToString(CultureInfo.InvariantCulture);
        if (IsMonth)
            return Danish.Month(First);
        if (this == TwelveMonthsTo(this) && Last == MonthOf(Last).Last)
            return $"12 måneder til og med {Danish.Month(Last)}";
        return First.Day == 1 && Last == MonthOf(Last).Last && First.Year == Last.Year
            ? $"{First.ToString("MMMM", Danish.Culture)}-{Danish.Month(Last)}"
            : $"{Danish.Date(First)} til {Danish.Date(Last)}";
    }
}
