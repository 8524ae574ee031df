namespace Virker.Committee;

/// <summary>What a person is in a committee.</summary>
public enum SeatRole
{
    Chair,
    DeputyChair,
    Member,
    Substitute,
}

/// <summary>Danish words for a seat.</summary>
public static class Seats
{
    public static string Name(this SeatRole role) => role switch
    {
        SeatRole.Chair => "Formand",
        SeatRole.DeputyChair => "Næstformand",
        SeatRole.Substitute => "Stedfortræder",
        _ => "Medlem",
    };
}
