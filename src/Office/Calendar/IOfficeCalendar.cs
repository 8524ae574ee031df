using Virker.Kernel;

namespace Virker.Office;

/// <summary>
/// Time that is wanted with a party. <paramref name="Booking"/>: the identity of what it is for, which the module that
/// books has made.
/// </summary>
public sealed record TimeWanted(Guid Booking, Party Party, UserId? Worker, DateTimeOffset At, int Minutes)
{
    public ResourceId? Room { get; init; }

    public ResourceId? Interpreter { get; init; }

    /// <summary>Everybody and everything that it takes.</summary>
    internal IEnumerable<Guid> Takers =>
        ((Guid?[])[Party.Id, Worker?.Value, Room?.Value, Interpreter?.Value]).OfType<Guid>();
}

/// <summary>The one calendar: workers, parties, rooms and interpreters, quarter by quarter.</summary>
public interface IOfficeCalendar
{
    /// <summary>
    /// The same with a room and an interpreter that are free as things stand, where they are needed; nothing is taken.
    /// Without a room in the house none is found, and none is missing.
    /// </summary>
    Task<Outcome<TimeWanted>> FindAsync(TimeWanted wanted, bool needsRoom, string? language, CancellationToken ct);

    /// <summary>
    /// Null when all of it was free; else who or what was not, and then the transaction must not go on.
    /// </summary>
    Task<Refusal?> TakeAsync(TimeWanted wanted, CancellationToken ct);

    Task ReleaseAsync(Guid booking, CancellationToken ct);

    /// <summary>The quarters in the time that those are taken in, by who and in ticks of UTC.</summary>
    Task<IReadOnlySet<(Guid Who, long Ticks)>> TakenAsync(
        IReadOnlyCollection<Guid> who,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken ct
    );
}

/// <summary>Time is taken by the quarter.</summary>
public static class CalendarGrain
{
    public const int Minutes = 15;

    /// <summary>The quarters that so many minutes from a time on touch.</summary>
    public static IEnumerable<DateTimeOffset> Quarters(DateTimeOffset at, int minutes)
    {
        var grain = TimeSpan.FromMinutes(Minutes).Ticks;
        var first = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % grain), TimeSpan.Zero);
        for (var quarter = first; quarter < at.AddMinutes(minutes); quarter = quarter.AddMinutes(Minutes))
            yield return quarter;
    }
}
