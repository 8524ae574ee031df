namespace Virker.Insight;

/// <summary>
/// The values that key figures ask for, as they stand in a sentence: "a-dagpenge eller sygedagpenge".
/// </summary>
internal static class ValueWords
{
    /// <summary>The word of one; the key itself where its column gives it none.</summary>
    public static string Of(FactColumn column, string key) => column.Said.GetValueOrDefault(key, key);

    public static string List(Where condition) => 
        List([.. condition.Keys.Select(k => Of(condition.Column, k))], "eller");

    /// <summary>"a, b eller c".</summary>
    public static string List(IReadOnlyList<string> parts, string last) => parts.Count switch
    {
        0 => "", 1 => parts[0], _ => $"{string.Join(", ", parts.SkipLast(1))} {last} {parts[^1]}",
    };
}
