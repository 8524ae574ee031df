using Virker.Insight;

namespace Virker.Casework;

/// <summary>How a political goal is declared: a share that can be held against the country's.</summary>
public static class PoliticalShare
{
    /// <summary>What each of them says of its definition.</summary>
    public const string Own = "Definitionen er Virkers.";

    public static Indicator Of(string id, string name, Measure measure, bool moreIsBetter) =>
        new(id, name, "pct.", 1, measure)
        {
            Note = Own,
            Source = FactSources.CasesAndPersons,
            Decimals = 1,
            MoreIsBetter = moreIsBetter,
        };

    /// <summary>Those of a set who are employed on the period's last day.</summary>
    public static Ratio InWork(FactSet whom) =>
        new(
            new Group(
                new Present(whom, Presence.AtEnd) & new Present(new FactSet(EmploymentFacts.Table), Presence.AtEnd)
            ),
            new Heads(whom, Presence.AtEnd)
        );
}
