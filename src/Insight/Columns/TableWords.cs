namespace Virker.Insight;

/// <summary>
/// How the rows of a table are said in Danish. A part in braces follows what is asked of the rows: <c>{benefit|en
/// ydelse}</c> is the chosen values, or what stands after the bar
/// where none is chosen; <c>{outcome||, som er *}</c> stands only where some are, with them at the star;
/// <c>{&gt;=hours|| (mindst * i måneden)}</c> is of a least number.
/// </summary>
/// <param name="State">What somebody with a row does on its days: "får {benefit|en ydelse}".</param>
/// <param name="Spells">The rows as spells that begin and end; null for days alone.</param>
public sealed record TableWords(string State, string? Spells = null)
{
    /// <summary>The rows that happen in a period, with the period's own words in their place.</summary>
    public string? Events { get; init; }

    /// <summary>What somebody has behind them when a row is over.</summary>
    public string? Past { get; init; }

    /// <summary>Whether a row is of one day, which then is neither its first nor its last.</summary>
    public bool IsOneDay { get; init; }

    /// <summary>What somebody with rows did in a period that is over: "fik ydelsen".</summary>
    public string Had { get; init; } = "var med";

    /// <summary>The rows' days, laid end to end: "dage på ydelserne".</summary>
    public string Days { get; init; } = "dage";

    /// <summary>One row's unit, in the plural.</summary>
    public string Unit { get; init; } = "forløb";

    /// <summary>Whom the rows are about.</summary>
    public string Subjects { get; init; } = "personer";

    /// <summary>The words of rows that each are of one day.</summary>
    public static TableWords OfOneDay(string state, string events, string unit) =>
        new(state, events)
        {
            Events = events,
            Unit = unit,
            IsOneDay = true,
        };
}
