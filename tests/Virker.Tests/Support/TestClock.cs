namespace Virker.Tests.Support;

/// <summary>
/// A clock that stands still until the test moves it. It begins on a working day, Tuesday 2 January 2024 at 9 in
/// Copenhagen.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2024, 1, 2, 8, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    public DateOnly Today => DateOnly.FromDateTime(GetLocalNow().DateTime);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now.ToUniversalTime();

    public void Advance(TimeSpan time) => _now += time;
}
