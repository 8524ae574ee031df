namespace Virker.Targets;

/// <summary>
/// Hides numbers of so few persons that one could be recognised, from those who may not see the cases themselves. Where only one number of a list is hidden, the next
/// smallest is hidden as well, so that no subtraction from the total reveals it. The one place that decides it for pages of figures.
/// </summary>
internal static class SmallNumbers
{
    public const int Least = 5;

    public const string Words = "færre end 5";

    public static IReadOnlyList<bool> Hidden(IReadOnlyList<decimal?> persons)
    {
        var hidden = persons.Select(p => p is > 0 and < Least).ToArray();
        if (hidden.Count(h => h) != 1) return hidden;
        var next = persons.Select((p, i) => (Persons: p, Index: i)).Where(x => !hidden[x.Index] && x.Persons > 0).OrderBy(x => x.Persons).FirstOrDefault();
        if (next.Persons is not null) hidden[next.Index] = true;
        return hidden;
    }
}
