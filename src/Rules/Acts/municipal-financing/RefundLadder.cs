namespace Virker.Rules;

/// <summary>
/// Whole weeks of support: numbers of the first and the last week (a Monday's day number divided by seven), and whether
/// it is a benefit that counts on the ladder or a subsidised wage, which neither counts nor is self-support.
/// </summary>
public readonly record struct LadderSpell(int First, int Last, bool Counts);

/// <summary>
/// The refund ladder over whole histories, spell by spell and not week by week: the fast path of <see
/// cref="RefundWeek"/>.
/// </summary>
public static class RefundLadder
{
    private static readonly int FirstWeek = RefundWeek.FirstWeek.DayNumber / 7;

    /// <summary>
    /// The week on the ladder in a week with benefit.
    /// </summary>
    /// <param name="spells">Sorted by first week; may overlap.</param>
    /// <param name="week">The week asked for; it must lie in a spell that counts.</param>
    /// <param name="restartWeeks">Weeks of self-support that start the count again (52).</param>
    /// <param name="withinYears">The latest years in which they must lie (3), by calendar.</param>
    public static int Week(ReadOnlySpan<LadderSpell> spells, int week, int restartWeeks, int withinYears)
    {
        var count = 0;
        var begun = int.MaxValue;
        var at = FirstWeek;
        for (var i = 0; i < spells.Length && spells[i].First <= week; i++)
        {
            // A week with a benefit that counts does so whatever else there is in it.
            if (!spells[i].Counts) continue;
            var first = Math.Max(spells[i].First, at);
            var last = Math.Min(spells[i].Last, week);
            if (last < first) continue;
            at = last + 1;
            if (count > 0 && SelfSupport(spells, begun, first, withinYears) >= restartWeeks) count = 0;
            if (count == 0) begun = first;
            count += last - first + 1;
        }

        return count;
    }

    /// <summary>
    /// The places on the ladder of many persons in one week: <paramref name="ends"/> holds, for each person, where its
    /// spells end in <paramref name="spells"/>. 0 for a person with no benefit in the week.
    /// </summary>
    public static void Weeks(
        ReadOnlySpan<LadderSpell> spells,
        ReadOnlySpan<int> ends,
        int week,
        int restartWeeks,
        int withinYears,
        Span<int> places
    )
    {
        var at = 0;
        for (var person = 0; person < ends.Length; person++)
        {
            var own = spells[at..ends[person]];
            places[person] = HasBenefit(own, week) ? Week(own, week, restartWeeks, withinYears) : 0;
            at = ends[person];
        }
    }

    private static bool HasBenefit(ReadOnlySpan<LadderSpell> spells, int week)
    {
        foreach (ref readonly var spell in spells)
            if (spell.Counts && spell.First <= week && week <= spell.Last) return true;
        return false;
    }

    /// <summary>
    /// Whole weeks of self-support that count towards a restart in a week; nothing counts before the ladder last began.
    /// </summary>
    internal static int SelfSupportBefore(ReadOnlySpan<LadderSpell> spells, int week, int restartWeeks, int withinYears)
    {
        var begun = int.MaxValue;
        foreach (var spell in spells)
        {
            if (!spell.Counts || spell.First >= week)
                continue;
            if (begun != int.MaxValue && SelfSupport(spells, begun, spell.First, withinYears) >= restartWeeks)
                begun = int.MaxValue;
            begun = Math.Min(begun, Math.Max(spell.First, FirstWeek));
        }

        return begun == int.MaxValue ? 0 : SelfSupport(spells, begun, week, withinYears);
    }

    /// <summary>
    /// Weeks of neither benefit nor subsidised wage after the ladder began and within the latest years before a week.
    /// </summary>
    private static int SelfSupport(ReadOnlySpan<LadderSpell> spells, int begun, int before, int withinYears)
    {
        var from = Math.Max(begun, FirstWholeWeek(before, withinYears));
        var free = 0;
        var at = from;
        for (var i = 0; i < spells.Length && spells[i].First < before && at < before; i++)
        {
            if (spells[i].Last < at) continue;
            if (spells[i].First > at) free += spells[i].First - at;
            at = spells[i].Last + 1;
        }

        return free + Math.Max(0, before - at);
    }

    /// <summary>The first week that lies whole within the latest years before a week's Monday.</summary>
    private static int FirstWholeWeek(int before, int withinYears)
    {
        var since = DateOnly.FromDayNumber(before * 7).AddYears(-withinYears).DayNumber;
        return (since + 6) / 7;
    }
}
