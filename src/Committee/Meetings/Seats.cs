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

/// <summary>Kinds of meeting, as codes.</summary>
public static class MeetingKind
{
    public const string Ordinary = "ordinary";

    public const string Extraordinary = "extraordinary";

    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        (Ordinary, "Ordinært møde"),
        (Extraordinary, "Ekstraordinært møde"),
    ];

    public static string NameOf(string code) => All.FirstOrDefault(k => k.Code == code).Name ?? code;
}
