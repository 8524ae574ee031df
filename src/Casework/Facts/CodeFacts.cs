using Virker.Insight;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>The law's code lists as dimensions of figures: number and id of the list, and the newest name.</summary>
public static class CodeFacts
{
    public static readonly Dimension Benefits = Of("benefit", "Ydelse", CodeList.Benefits);

    public static readonly Dimension TargetGroups = Of("target-group", "Målgruppe", CodeList.TargetGroups);

    public static readonly Dimension Interventions = Of("intervention", "Indsats", CodeList.Interventions);

    private static Dimension Of(string id, string name, CodeList list) =>
        new(
            id,
            name,
            list.All.Where(c => c.Number is not null)
                .Select(c => new DimensionValue(c.Number!.Value, c.Id, c.ToString()))
        );
}
