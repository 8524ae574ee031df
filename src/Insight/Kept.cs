namespace Virker.Insight;

/// <summary>
/// Something that is made of a store's facts and stands beside them, by its name and by what it depends on beside the
/// facts. The same name with another type of answer is another thing.
/// </summary>
public sealed record Kept<T>(string Name, object? On = null)
{
    /// <summary>The one of a figure, a period, a group: all that the answer depends on beside the facts.</summary>
    public Kept<T> For(object on) => this with { On = on };
}
