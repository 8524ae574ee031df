namespace Virker.Web.Pages.Casework.Day;

/// <summary>
/// How the list of the day is asked for in the address, so that a view can be saved and sent to a colleague.
/// </summary>
public sealed record TodayFilters(
    string? Reason,
    string? Team,
    string? Worker,
    string? Colour,
    bool OnHold,
    IReadOnlyList<string> Columns
)
{
    public string Here => Address(this);

    public string With(string? reason) => Address(this with { Reason = reason, OnHold = false });

    public string Resting() => Address(this with { Reason = null, OnHold = true });

    public string Coloured(string? colour) => Address(this with { Colour = colour });

    private static string Address(TodayFilters f)
    {
        (string Key, string? Value)[] parts =
        [
            ("grund", f.Reason),
            ("team", f.Team),
            ("hos", f.Worker),
            ("farve", f.Colour),
            ("hviler", f.OnHold ? "ja" : null),
            .. f.Columns.Select(c => ("kol", (string?)c)),
        ];
        var query = string.Join(
            '&',
            parts.Where(p => p.Value is { Length: > 0 }).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}")
        );
        return query.Length == 0 ? "/i-dag" : $"/i-dag?{query}";
    }
}
