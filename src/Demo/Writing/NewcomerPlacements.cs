using Virker.Casework;

namespace Virker.Demo;

/// <summary>A row of the printed tables of newcomers in wage subsidy and internship, July to December 2020.</summary>
internal sealed record NewcomerPlacements(bool IsWageSubsidy, Sector Workplace, int[] Counts)
{
    public static readonly DateOnly FirstMonth = new(2020, 7, 1);

    public static readonly NewcomerPlacements[] Printed =
    [
        new(true, Sector.Private, [18, 17, 15, 13, 15, 7]),
        new(true, Sector.Municipal, [0, 1, 1, 1, 1, 2]),
        new(false, Sector.Private, [12, 6, 4, 8, 19, 12]),
        new(false, Sector.Municipal, [0, 2, 4, 3, 1, 0]),
    ];

    /// <summary>
    /// Spells of whole months that give the counts: as many begin as the count rises, and the oldest end as it falls.
    /// </summary>
    public IEnumerable<(int From, int To)> Spells(DemoPlan plan)
    {
        var running = new Queue<int>();
        for (var month = 0; month <= Counts.Length; month++)
        {
            var first = FirstMonth.AddMonths(month).DayNumber;
            var wanted = month < Counts.Length ? plan.Scaled(Counts[month]) : 0;
            while (running.Count > wanted) yield return (running.Dequeue(), first - 1);
            while (running.Count < wanted) running.Enqueue(first);
        }
    }
}
