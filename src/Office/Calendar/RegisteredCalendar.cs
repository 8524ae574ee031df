using Virker.Platform;

namespace Virker.Office;

/// <summary>A room, or an interpreter of a language.</summary>
public sealed record RegisteredResource(ResourceId Id, ResourceKind Kind, string Name) : Registered
{
    public string? Place { get; init; }

    public string? Language { get; init; }

    public TeamId? Team { get; init; }

    protected override string Called => Kind.Lower;

    protected override string? Fault => RegisterFaults.Nameless(Name);

    protected override void WriteTo(IRegisterRows rows) =>
        rows.Add(
            new ResourceRow
            {
                Id = Id,
                Kind = Kind,
                Name = Name,
                Place = Place,
                Language = Language,
                TeamId = Team,
            }
        );
}

/// <summary>Time that something agreed takes of everybody who takes part in it.</summary>
public sealed record RegisteredTime(TimeWanted Time) : Registered
{
    protected override string Called => "optaget tid";

    protected override void WriteTo(IRegisterRows rows)
    {
        foreach (var who in Time.Takers)
        foreach (var quarter in CalendarGrain.Quarters(Time.At, Time.Minutes))
            rows.Add(new BookedTimeRow { ResourceId = who, At = quarter, BookingId = Time.Booking });
    }
}
