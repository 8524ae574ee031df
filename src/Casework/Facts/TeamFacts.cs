using Virker.Insight;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>The teams as a dimension of figures, numbered by name.</summary>
internal static class TeamFacts
{
    /// <summary>Which teams there are is known first when the rows are read.</summary>
    public static readonly Dimension None = new("team", "Team", []);

    /// <summary>The team that has the case: a column of several tables.</summary>
    public static readonly FactColumn Team = new("team", "Team", "Det team, der har sagen", None);

    public static async Task<(Dimension Teams, Dictionary<Guid, int> NumberOf)> ReadAsync(
        VirkerContext db,
        CancellationToken ct
    )
    {
        var values = new List<DimensionValue>();
        var numberOf = new Dictionary<Guid, int>();
        await RowReader.ReadAsync(db, "select id, name from teams order by name, id", row =>
        {
            numberOf.Add(row.Id(0), values.Count + 1);
            values.Add(new(values.Count + 1, row.Id(0).ToString("N"), row.Text(1)));
        }, ct);
        return (new("team", "Team", values), numberOf);
    }
}
