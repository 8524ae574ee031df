using System.Globalization;

namespace Virker.Insight;

/// <summary>A DREAM-like file: one line a person, one column a week.</summary>
public static class WeeklyFile
{
    internal const string Person = "person", Municipality = "komnr", Sex = "koen", Age = "alder", Group = "maalgruppe";

    internal static readonly string[] Fixed = [Person, Municipality, Sex, Age, Group];

    /// <summary>
    /// Writes the weeks from one day to another. Municipality and target group are those of the person's last spell,
    /// the age is that of the first spell's first day: a week knows no more, so spells read back from the file begin on
    /// Mondays and end on Sundays.
    /// </summary>
    public static void Write(
        TextWriter to,
        FactTable spells,
        IReadOnlyList<int> keys,
        FigurePeriod window,
        WeeklyCodes? codes = null
    )
    {
        var (first, last) = (WeeklyCodes.MondayOf(window.First.DayNumber), WeeklyCodes.MondayOf(window.Last.DayNumber));
        var weeks = ((last - first) / 7) + 1;
        to.Write(
            string.Join(';', Fixed.Concat(Enumerable.Range(0, weeks).Select(w => WeeklyCodes.NameOf(first + (w * 7)))))
        );
        to.Write('\n');
        var places = (codes ?? WeeklyCodes.Usual).Places();
        var row = new int[weeks];
        for (var at = 0; at < spells.Count;)
        {
            var end = at;
            while (end < spells.Count && spells.Subject[end] == spells.Subject[at]) end++;
            Array.Clear(row);
            for (var i = at; i < end; i++) Mark(row, spells, i, first, places);
            Line(to, spells, keys, (at, end), row);
            at = end;
        }
    }

    private static void Mark(int[] row, FactTable spells, int i, int first, int[] places)
    {
        if (spells.To[i] < first)
            return;
        var (from, to) = (
            Math.Max(0, (WeeklyCodes.MondayOf(spells.From[i]) - first) / 7),
            spells.To[i] == FactTable.Open ? row.Length - 1 : Math.Min(row.Length - 1, (spells.To[i] - first) / 7)
        );
        var benefit = spells[SpellRegister.Benefit][i];
        for (var week = from; week <= to; week++)
        {
            if (row[week] == 0 || places[benefit] < places[row[week]]) row[week] = benefit;
        }
    }

    private static void Line(
        TextWriter to,
        FactTable spells,
        IReadOnlyList<int> keys,
        (int First, int End) rows,
        int[] weeks
    )
    {
        var last = rows.End - 1;
        var (place, sex, group) = (
            Places.Municipality.KeyOf(spells[SpellRegister.Municipality][last]),
            spells[SpellRegister.Sex][last],
            spells[SpellRegister.TargetGroup][last]
        );
        to.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{keys[spells.Subject[last]]};{place};{sex};{spells[SpellRegister.Age][rows.First]};{group}"
            )
        );
        foreach (var code in weeks)
        {
            to.Write(';');
            if (code > 0) to.Write(code);
        }

        to.Write('\n');
    }
}
