namespace Virker.Insight;

/// <summary>
/// The words of a group of subjects: "personer på 18-29 år, der på periodens sidste dag bor i kommunen og ikke er i
/// gang med en uddannelse".
/// </summary>
internal static class WhoWords
{
    private const string LastDay = "på periodens sidste dag", SomeDay = "mindst én dag i perioden";

    public static string Noun(Who who) => $"{FactWords.Subjects(First(who))}, der {Text(Clauses(who))}";

    /// <summary>
    /// What is asked of the rest, where a group is some of another: "som … har en samtale". Null where it is not
    /// made of that other.
    /// </summary>
    public static string? Rest(Who part, Who whole) => part != whole && Below(part).Contains(whole)
        ? Text([.. Clauses(part).Skip(Clauses(whole).Count).Select(c => c with { When = c.When == LastDay ? "den dag"
        : c.When })]) : null;

    public static FactSet First(Who who) => Below(who).Last().Sets[0];

    public static string When(Presence presence) => presence == Presence.AtEnd ? LastDay : SomeDay;

    /// <summary>The bound as it is counted: one that began on the day so many days before is not with.</summary>
    public static string Longer(int days) => $"begyndte mere end {days} {Days(days)} før";

    public static string Days(int number) => number == 1 ? "dag" : "dage";

    /// <summary>The group itself and, one after another, what it was narrowed from.</summary>
    private static IEnumerable<Who> Below(Who who)
    {
        for (; who is Both both; who = both.Left) yield return who;
        yield return who;
    }

    private static IReadOnlyList<Clause> Clauses(Who who) => who switch
    {
        Present present => [new(When(present.Presence), FactWords.State(present.Set))],
        PresentLong some =>
            [new(LastDay, $"{FactWords.State(some.Set)} i et forløb, der {Longer(some.Days)} ({some.Set.Gap})")],
        Past past => [new(LastDay, FactWords.Past(past.Set))],
        Recent recent => [new(LastDay, $"{FactWords.Past(recent.Set)} højst {recent.Days} {Days(recent.Days)} før")],
        Both both => [.. Clauses(both.Left), .. Clauses(both.Right).Select(c => c with { IsNot = both.ButNot })],
        _ => [],
    };

    /// <summary>A time that is the same as the one before is not said again.</summary>
    private static string Text(IReadOnlyList<Clause> clauses)
    {
        string? time = null;
        var parts = new List<string>();
        foreach (var clause in clauses)
        {
            parts.Add($"{(clause.When == time ? "" : $"{clause.When} ")}{(clause.IsNot ? "ikke " : "")}{clause.What}");
            time = clause.When;
        }

        return ValueWords.List(parts, "og");
    }

    private sealed record Clause(string When, string What)
    {
        public bool IsNot { get; init; }
    }
}
