namespace Virker.Kernel;

/// <summary>
/// What day and time it is for a Danish office: the clock in Europe/Copenhagen, whatever zone the machine runs in.
/// </summary>
public static class DanishClock
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().DanishDate();

    public static DateTimeOffset Danish(this DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    public static DateOnly DanishDate(this DateTimeOffset at) => DateOnly.FromDateTime(at.Danish().DateTime);

    /// <summary>
    /// The instant of a wall clock time in Denmark. An hour that summer time skips is read with winter's offset.
    /// </summary>
    public static DateTimeOffset DanishInstant(this DateTime local)
    {
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(unspecified, Zone.GetUtcOffset(unspecified));
    }

    /// <summary>When the day begins in Denmark.</summary>
    public static DateTimeOffset DanishStart(this DateOnly day) => day.ToDateTime(TimeOnly.MinValue).DanishInstant();
}
