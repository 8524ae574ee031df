namespace Virker.Committee;

/// <summary>
/// What a decision does, as a code and the Danish word for it; the same codes as the reader of minutes answers with.
/// </summary>
public sealed record DecisionKind(string Code, string Name)
{
    public static readonly IReadOnlyList<DecisionKind> All =
    [
        new("approved", "Godkendt"),
        new("taken_note", "Taget til orientering"),
        new("discussed", "Drøftet"),
        new("option_chosen", "Valgt handlemulighed"),
        new("recommended_to_other_body", "Anbefalet til andet organ"),
        new("rejected", "Afvist"),
        new("postponed", "Udsat"),
        new("withdrawn", "Udgået"),
        new("follow_up_meeting", "Opfølgende møde"),
        new("nothing_to_record", "Intet til referat"),
        new("no_explicit_decision", "Ingen udtrykkelig beslutning"),
        new("signature", "Underskrevet"),
    ];

    public static string NameOf(string code) => All.FirstOrDefault(k => k.Code == code)?.Name ?? code;
}
