using Virker.Kernel;

namespace Virker.Rules;

/// <summary>A way to group the cases, with the groups' words: "benefit" → "Ydelse".</summary>
public sealed record SimulatedGrouping(string Id, string Name, IReadOnlyList<SimulatedGroup> Groups);

/// <summary>
/// A group's cases under two laws: how many the law asks something for, how many are affected (the answer is another),
/// amounts in the question's own measure, and kroner (null where no price is known).
/// </summary>
public sealed record SimulatedGroup(
    int Code,
    string Name,
    int Cases,
    int Affected,
    decimal Before,
    decimal After,
    Money? CostBefore,
    Money? CostAfter
)
{
    public decimal Difference => After - Before;

    public Money? Cost => CostAfter is { } after && CostBefore is { } before ? after - before : null;
}

/// <summary>One affected case: its place in the register that was asked, and the two answers.</summary>
public sealed record AffectedCase(int Index, decimal Before, decimal After, Money? Cost);

/// <summary>
/// What a changed law does to a register: in all and by group, who is affected, and which cases the laws do not answer.
/// </summary>
public sealed record SimulationAnswer(
    SimulatedGroup Whole,
    IReadOnlyList<SimulatedGrouping> Groupings,
    IReadOnlyList<AffectedCase> Affected,
    IReadOnlyList<UnansweredCases> Unanswered
);

/// <summary>Cases that a law does not answer, and why; they count as nothing in it.</summary>
public sealed record UnansweredCases(string Law, string Why, int Cases);

/// <summary>The same question put to a whole register under two versions of the law.</summary>
public static class Simulation
{
    private static readonly Lazy<IReadOnlyList<ISimulatedQuestion>> Compiled = new(() =>
        [
            .. typeof(Simulation)
                .Assembly.GetTypes()
                .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISimulatedQuestion)))
                .Select(t => (ISimulatedQuestion)Activator.CreateInstance(t)!)
                .OrderBy(q => q.Id, StringComparer.Ordinal),
        ]
    );

    /// <summary>Every question there is, found by reflection.</summary>
    public static IReadOnlyList<ISimulatedQuestion> Questions => Compiled.Value;

    /// <summary>The question that a parameter changes the answer to; null where there is none.</summary>
    public static ISimulatedQuestion? QuestionOf(string rule) => Questions.FirstOrDefault(q => q.Rules.Contains(rule));

    /// <param name="only">Where given, a grouping's id and a code: only parts in that group count.</param>
    public static SimulationAnswer Run(
        ISimulatedQuestion question,
        LawVersion before,
        LawVersion after,
        SimulationTerms terms,
        SimulatedRegister register,
        (string Grouping, int Code)? only = null
    )
    {
        var tally = new SimulationTally(register.Teams, only);
        var (first, second) = (question.Under(before, terms), question.Under(after, terms));
        for (var i = 0; i < register.Cases.Count; i++)
        {
            tally.Begin(i, register.Cases[i]);
            foreach (var part in first(register.Cases[i])) tally.Add(part, isAfter: false);
            foreach (var part in second(register.Cases[i])) tally.Add(part, isAfter: true);
            tally.End();
        }

        return tally.Answer();
    }
}

/// <summary>The cases of a register without identity, and the names of its teams by number (1 is the first).</summary>
public sealed record SimulatedRegister(IReadOnlyList<CaseHistory> Cases, IReadOnlyList<string> Teams);
