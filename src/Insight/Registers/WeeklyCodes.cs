using System.Globalization;
using Virker.Kernel;

namespace Virker.Insight;

/// <summary>
/// Weekly view of a register: one code a week for each person, as in DREAM, where any single day sets the week and one
/// code wins. Which wins is data: of the order, only that unemployment goes before kontanthjælp is known from DREAM's
/// documentation; the rest is Virker's own and unverified. It is made from spells, and is never what spells are.
/// </summary>
public sealed record WeeklyCodes(IReadOnlyList<int> Order)
{
    private const int DaysInAWeek = 7;
    private const int FirstCentury = 1991;

    /// <summary>
    /// Benefits by number, the one that wins first: a-dagpenge, sick pay and courses, pensions and retirement, parental
    /// leave, kontanthjælp and the like.
    /// </summary>
    public static readonly WeeklyCodes Usual = new([1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 2, 3, 4, 5]);

    /// <summary>For each benefit its place; lower wins.</summary>
    internal int[] Places()
    {
        var places = new int[Order.Max() + 1];
        for (var i = 0; i < Order.Count; i++) places[Order[i]] = i;
        return places;
    }

    internal static int MondayOf(int day) => day - (day % DaysInAWeek);

    /// <summary>"y_2401" for the week that begins on a Monday.</summary>
    internal static string NameOf(int monday)
    {
        var date = DateOnly.FromDayNumber(monday).ToDateTime(TimeOnly.MinValue);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"y_{ISOWeek.GetYear(date) % 100:00}{ISOWeek.GetWeekOfYear(date):00}"
        );
    }

    /// <summary>The Monday of a column's week; null where the heading is no week.</summary>
    internal static int? MondayOf(string name)
    {
        if (
            name.Length != 6
            || !name.StartsWith("y_", StringComparison.Ordinal)
            || WrittenNumber.Code(name.AsSpan(2)) is not { } number
        )
            return null;
        var (year, week) = (number / 100 + (number / 100 >= FirstCentury % 100 ? 1900 : 2000), number % 100);
        return week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)).DayNumber
            : null;
    }
}
