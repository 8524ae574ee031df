using System.Globalization;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>The few expressions in which the two databases' SQL differs.</summary>
public sealed class RegisterSql(Dialect dialect)
{
    /// <summary>Days of a spell (from_day, to_day) within two days, both included.</summary>
    public string Days(DateOnly first, DateOnly last) => dialect == Dialect.Sqlite
        ? $"(julianday(min(coalesce(to_day, {Day(last)}), {Day(last)})) - julianday(max(from_day, {Day(first)})) + 1)"
        : $"(least(coalesce(to_day, date {Day(last)}), date {Day(last)}) - greatest(from_day, date {Day(first)}) + 1)";

    /// <summary>
    /// Whether a whole calendar month lies between the day that one spell ended and the day that the next begins.
    /// </summary>
    public string WholeMonthBetween(string ended, string begins) => dialect == Dialect.Sqlite
        ? $"date({ended}, 'start of month', '+2 months') <= {begins}"
        : $"(date_trunc('month', {ended}) + interval '2 months')::date <= {begins}";

    public string Instant(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return dialect == Dialect.Sqlite
            ? at.Ticks.ToString(CultureInfo.InvariantCulture)
            : $"timestamptz '{at:yyyy-MM-dd} 00:00:00+00'";
    }

    public static string Day(DateOnly day) => $"'{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";

    /// <summary>Whether a spell with these columns runs on a day.</summary>
    public static string Runs(DateOnly day, string from = "from_day", string to = "to_day") =>
        $"{from} <= {Day(day)} and ({to} is null or {to} >= {Day(day)})";

    public static string Within(string column, DateOnly first, DateOnly last) =>
        $"{column} between {Day(first)} and {Day(last)}";
}
