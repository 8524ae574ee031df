namespace Virker.Rules;

/// <summary>
/// One of the two laws that a simulation compares: a lawbook, and the day whose law is asked for whatever day the event
/// had (null: each event by the law of its own day).
/// </summary>
public sealed record LawVersion(Lawbook Book, DateOnly? AsOf = null)
{
    public DateOnly DayFor(DateOnly anchor) => AsOf ?? anchor;

    internal LawOn On(DateOnly anchor) => new(Book, DayFor(anchor));
}

/// <summary>
/// What a simulation takes for granted: the days it looks at, and the prices that no register has. A price that is not
/// given is not guessed: the answer then has no kroner.
/// </summary>
/// <param name="From">First day of the window: weeks, courses and placements that begin in it count.</param>
/// <param name="To">Last day; never after the register's.</param>
public sealed record SimulationTerms(DateOnly From, DateOnly To)
{
    /// <summary>Kroner a year for a full-time person, by benefit (the council's budget).</summary>
    public IReadOnlyDictionary<int, decimal> YearlyPrices { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Where <see cref="YearlyPrices"/> come from, in Danish.</summary>
    public string PriceSource { get; init; } = "";

    /// <summary>Kroner that a conversation costs the municipality.</summary>
    public decimal? ConversationPrice { get; init; }

    /// <summary>Kroner an hour that ordinary hours are paid with.</summary>
    public decimal? HourlyWage { get; init; }
}

/// <summary>
/// What the law asks for in one case: on which day it is placed in its group, how much (in the question's own measure),
/// and what it costs the municipality. One that the law does not answer carries the reason in <see cref="Unanswered"/>
/// and counts as nothing.
/// </summary>
public readonly record struct SimulatedPart(
    DateOnly Day,
    int Benefit,
    decimal Amount,
    decimal? Kroner = null,
    string? Unanswered = null
)
{
    internal static SimulatedPart Without(DateOnly day, int benefit, string why) => new(day, benefit, 0m, null, why);
}

/// <summary>A question that can be put to a whole register under two versions of the law.</summary>
public interface ISimulatedQuestion
{
    /// <summary>Stable: "refund".</summary>
    string Id { get; }

    /// <summary>In Danish: "Kommunens udgift på refusionstrappen".</summary>
    string Title { get; }

    /// <summary>What the amounts count, in Danish: "samtaler".</summary>
    string Measure { get; }

    /// <summary>Ids of the rules whose parameters change the answer.</summary>
    IReadOnlyList<string> Rules { get; }

    /// <summary>What the answer takes for granted, in whole Danish sentences.</summary>
    IReadOnlyList<string> Assumptions(SimulationTerms terms);

    /// <summary>
    /// The facts that no register has and that were not given either, in Danish; empty when it can be answered.
    /// </summary>
    IReadOnlyList<string> Lacks(SimulationTerms terms);

    /// <summary>The question under one law, ready to be put to one case after another.</summary>
    Func<CaseHistory, IEnumerable<SimulatedPart>> Under(LawVersion law, SimulationTerms terms);
}
