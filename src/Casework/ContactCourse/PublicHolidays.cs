namespace Virker.Casework;

/// <summary>
/// Danish public holidays (helligdage), on which no conversation is held. Store bededag was one until 2023.
/// </summary>
public static class PublicHolidays
{
    private const int LastPrayerDay = 2023;

    private static readonly (int AfterEaster, string Name)[] Moving =
    [
        (-3, "skærtorsdag"),
        (-2, "langfredag"),
        (0, "påskedag"),
        (1, "2. påskedag"),
        (26, "store bededag"),
        (39, "Kristi himmelfartsdag"),
        (49, "pinsedag"),
        (50, "2. pinsedag"),
    ];

    /// <summary>The holiday's name, or null on any other day.</summary>
    public static string? NameOf(DateOnly day) =>
        (day.Month, day.Day) switch
        {
            (1, 1) => "nytårsdag",
            (12, 25) => "juledag",
            (12, 26) => "2. juledag",
            _ => Moving
                .Where(h =>
                    Easter(day.Year).AddDays(h.AfterEaster) == day && (h.AfterEaster != 26 || day.Year <= LastPrayerDay)
                )
                .Select(h => h.Name)
                .FirstOrDefault(),
        };

    /// <summary>Neither weekend nor holiday.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && NameOf(day) is null;

    public static DateOnly NextWorkingDay(DateOnly after)
    {
        do after = after.AddDays(1);
        while (!IsWorkingDay(after));
        return after;
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 1876).</summary>
    internal static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
        int g = ((8 * b) + 13) / 25, h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4;
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451, n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
