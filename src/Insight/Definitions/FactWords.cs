using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Insight;

/// <summary>The words of a <see cref="FactSet"/>, made of its own table, conditions, least numbers and ages.</summary>
internal static partial class FactWords
{
    public static string State(FactSet set) => Filled(Words(set).State, set);

    /// <summary>"har været i …", of what is over.</summary>
    public static string Past(FactSet set) => Filled(Words(set).Past ?? $"har haft {Words(set).Spells}", set);

    public static string Spells(FactSet set) => Filled(Words(set).Spells ?? Words(set).Events ?? "rækker", set);

    public static string Events(FactSet set) =>
        Filled(Words(set).Events ?? $"{Words(set).Spells}, der begynder i perioden", set);

    /// <summary>Where a table has rows of several kinds, each has its own unit.</summary>
    public static string Unit(FactSet set) =>
        set.Conditions.Where(c => c.Keys.Count == 1)
            .Select(c => c.Column.UnitOf.GetValueOrDefault(c.Keys[0]))
            .FirstOrDefault(u => u is not null) ?? Words(set).Unit;

    /// <summary>"personer på 16-66 år med vestlig oprindelse".</summary>
    public static string Subjects(FactSet set)
    {
        var age = set.Age is not { } band ? "" : band.From == band.To ? $" på {band.From} år"
            : $" på {band.From}-{band.To} år";
        return Kind(set) + age + string.Concat(set.PersonConditions.Select(c => $" med {ValueWords.List(c)}"));
    }

    public static bool IsOneDay(FactSet set) => Words(set).IsOneDay;

    /// <summary>"personer", "virksomheder" or "sagsbehandlere".</summary>
    public static string Kind(FactSet set) => Words(set).Subjects;

    /// <summary>The numbers of the rows that are added up, and the unit of their sum.</summary>
    public static (string Words, string Unit) Sum(FactColumn column) =>
        (column.Sum ?? $"summen af {column} i perioden", column.Unit ?? column.Id);

    private static TableWords Words(FactSet set) => set.Table.Words;

    /// <summary>A template with the set's own values; what the template has no place for follows after.</summary>
    private static string Filled(string template, FactSet set)
    {
        var told = new HashSet<string>();
        var text = Place().Replace(template, match =>
        {
            var (column, otherwise, around) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Success
                ? match.Groups[3].Value : "*");
            told.Add(column);
            return Asked(set, column) is { } asked ? around.Replace("*", asked, StringComparison.Ordinal) : otherwise;
        });
        var rest = set.Conditions.Where(c => !told.Contains(c.Column.Id)).Select(ValueWords.List).Concat(set.Minimums
            .Where(m => !told.Contains(">=" + m.Column.Id)).Select(m => $"mindst {Number(m)}"));
        return text + string.Concat(rest.Select(r => $" ({r})"));
    }

    private static string? Asked(FactSet set, string column) => column.StartsWith(">=", StringComparison.Ordinal)
        ? set.Minimums.FirstOrDefault(m => m.Column.Id == column[2..]) is { } least ? Number(least) : null
        : set.Conditions.FirstOrDefault(c => c.Column.Id == column) is { } condition ? ValueWords.List(condition)
        : null;

    /// <summary>With its unit, in the singular of one.</summary>
    private static string Number(AtLeast least)
    {
        var number = least.Number.ToString(CultureInfo.InvariantCulture);
        return least.Column.OneUnit is { } one ? $"{number} {(least.Number == 1 ? one : least.Column.Unit)}" : number;
    }

    [GeneratedRegex(@"\{([^|{}]+)\|([^|{}]*)(?:\|([^{}]*))?\}")]
    private static partial Regex Place();
}
