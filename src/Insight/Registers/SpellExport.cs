using System.Globalization;

namespace Virker.Insight;

/// <summary>
/// Writes a register's spells as the file that they are read from; a spell that still runs ends on the day that the
/// register reaches to.
/// </summary>
public static class SpellExport
{
    public static void Write(TextWriter to, FactTable spells, IReadOnlyList<int> keys, DateOnly dataDate)
    {
        var (municipality, benefit, group, sex, age) = (
            spells[SpellRegister.Municipality],
            spells[SpellRegister.Benefit],
            spells[SpellRegister.TargetGroup],
            spells[SpellRegister.Sex],
            spells[SpellRegister.Age]
        );
        for (var i = 0; i < spells.Count; i++)
        {
            var runs = spells.To[i] == FactTable.Open;
            var last = runs ? Math.Max(dataDate.DayNumber, spells.From[i]) : spells.To[i];
            to.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{keys[spells.Subject[i]]},{Places.Municipality.KeyOf(municipality[i])},{benefit[i]},{group[i]},{age[i]},{sex[i]},{DateOnly.FromDayNumber(spells.From[i]):yyyy-MM-dd},{DateOnly.FromDayNumber(last):yyyy-MM-dd},{(runs ? 1 : 0)}\n"
                )
            );
        }
    }
}
