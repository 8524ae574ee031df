namespace Virker.Committee;

/// <summary>
/// An item that stands on every agenda of a committee, with the number of the case it belongs to from meeting to
/// meeting. <paramref name="Last"/> tells that it comes after the committee's own cases.
/// </summary>
public sealed record StandingItem(
    string Code,
    string Title,
    string Type,
    string Theme,
    string Recommendation,
    bool Last
)
{
    public static readonly StandingItem Agenda = new("agenda", "Godkendelse af dagsorden", "B",
        "{udvalg} skal godkende dagsordenen.", "at {udvalg} godkender dagsordenen.", false);

    public static readonly StandingItem FollowUps = new(
        "follow-ups",
        "Opfølgning på beslutninger",
        "O",
        "{udvalg} får svar på det, som udvalget har bedt om på tidligere møder.",
        "at {udvalg} tager sagen til orientering.",
        false
    );

    public static readonly StandingItem KeyFigures = new(
        "key-figures",
        "Månedlig orientering om nøgletal på beskæftigelsesområdet",
        "D",
        "{udvalg} får månedens nøgletal at se og drøfter, hvordan det går med hvert mål i beskæftigelsesplanen.",
        "at {udvalg} drøfter månedens nøgletal.", true);

    public static readonly StandingItem Mutual = new(
        "mutual",
        "Gensidig orientering",
        "O",
        "Medlemmerne og administrationen fortæller kort, hvad der er nyt siden sidst.",
        "at {udvalg} orienteres.",
        true
    );

    internal const string ForwardCode = "forward";

    public static readonly StandingItem Forward = new(ForwardCode, "Punkter til kommende møder", "O",
        "{udvalg} tager stilling til, hvilke sager der kommer på de næste møder.",
        "at {udvalg} godkender listen over kommende punkter.", true);

    public static readonly StandingItem Minutes = new("minutes", "Godkendelse af referat", "B",
        "{udvalg} skal godkende referatet.", "at {udvalg} godkender referatet.", true);

    public static readonly IReadOnlyList<StandingItem> All = [Agenda, FollowUps, KeyFigures, Mutual, Forward, Minutes];

    internal string For(string text, string committee) => text.Replace("{udvalg}", committee, StringComparison.Ordinal);
}
