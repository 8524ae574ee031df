namespace Virker.Rules;

/// <summary>The units that a parameter may have, with their Danish words.</summary>
public static class Units
{
    /// <summary>A condition or a list in words.</summary>
    public const string Text = "text";

    private static readonly Dictionary<string, string> Words = new()
    {
        ["percent"] = "pct.",
        ["kroner"] = "kr.",
        ["kroner-per-hour"] = "kr. i timen",
        ["kroner-per-week"] = "kr. om ugen",
        ["kroner-per-month"] = "kr. om måneden",
        ["kroner-per-year"] = "kr. om året",
        ["kroner-per-km"] = "kr. pr. km",
        ["days"] = "dage",
        ["weekdays"] = "hverdage",
        ["weeks"] = "uger",
        ["months"] = "måneder",
        ["years"] = "år",
        ["hours"] = "timer",
        ["persons"] = "personer",
        ["count"] = "antal",
        ["share"] = "andel",
        ["level"] = "trin",
        [Text] = "tekst",
    };

    private static readonly string[] Whole = ["days", "weekdays", "weeks", "persons", "count", "level"];

    public static bool Known(string unit) => Words.ContainsKey(unit);

    public static string Danish(string unit) => Words[unit];

    /// <summary>Nothing in the law is negative, what is counted is whole, and no percentage is above 200.</summary>
    internal static bool Allows(string unit, decimal value) =>
        value >= 0
        && (!Whole.Contains(unit) || value == decimal.Truncate(value))
        && (unit != "percent" || value <= 200);
}
