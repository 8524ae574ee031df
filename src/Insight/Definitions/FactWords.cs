using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Insight;

/// <summary>
/// How the rows of a table are said in Danish. A part in braces follows what is asked of the rows: <c>{benefit|en
/// ydelse}</c> is the chosen values, or what stands after the bar
/// where none is chosen; <c>{outcome||, som er *}</c> stands only where some are, with them at the star;
/// <c>{&gt;=hours|| (mindst * i måneden)}</c> is of a least number.
/// </summary>
/// <param name="State">What somebody with a row does on its days: "får {benefit|en ydelse}".</param>
/// <param name="Spells">The rows as spells that begin and end; null for days alone.</param>
internal sealed record TableWords(string State, string? Spells = null)
{
    /// <summary>The rows that happen in a period, with the period's own words in their place.</summary>
    public string? Events { get; init; }

    /// <summary>What somebody has behind them when a row is over.</summary>
    public string? Past { get; init; }

    /// <summary>Whether a row is of one day, which then is neither its first nor its last.</summary>
    public bool IsOneDay { get; init; }

    /// <summary>One row's unit, in the plural.</summary>
    public string Unit { get; init; } = "forløb";

    /// <summary>Whom the rows are about.</summary>
    public string Subjects { get; init; } = "personer";
}

/// <summary>The words of a <see cref="FactSet"/>, made of its own table, conditions, least numbers and ages.</summary>
internal static partial class FactWords
{
    public static string State(FactSet set) => Filled(Words(set).State, set);

    /// <summary>"har været i …", of what is over.</summary>
    public static string Past(FactSet set) => Filled(Words(set).Past ?? $"har haft {Words(set).Spells}", set);

    public static string Spells(FactSet set) => Filled(Words(set).Spells ?? Words(set).Events ?? "rækker", set);

    public static string Events(FactSet set) =>
        Filled(Words(set).Events ?? $"{Words(set).Spells}, der begynder i perioden", set);

    public static string Unit(FactSet set) => set.Conditions.Where(c => c.Keys.Count == 1).Select(c =>
        UnitOf.GetValueOrDefault(c.Keys[0])).FirstOrDefault(u => u is not null) ?? Words(set).Unit;

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

    private static TableWords Words(FactSet set) =>
        TableWordsOf.Tables.GetValueOrDefault(set.Table) ?? new($"står i tabellen {set.Table}", "rækker");

    /// <summary>Where a table has rows of several kinds, each has its own unit.</summary>
    private static readonly Dictionary<string, string> UnitOf = new() { ["kontakt"] = "kontakter",
        ["jobordre"] = "jobordrer", ["ansaettelse"] = "personer" };

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
        var rest = set.Conditions.Where(c => !told.Contains(c.Column)).Select(ValueWords.List).Concat(set.Minimums
            .Where(m => !told.Contains(">=" + m.Column)).Select(m => $"mindst {Number(m)}"));
        return text + string.Concat(rest.Select(r => $" ({r})"));
    }

    private static string? Asked(FactSet set, string column) => column.StartsWith(">=", StringComparison.Ordinal)
        ? set.Minimums.FirstOrDefault(m => m.Column == column[2..]) is { } least ? Number(least) : null
        : set.Conditions.FirstOrDefault(c => c.Column == column) is { } condition ? ValueWords.List(condition) : null;

    /// <summary>With its unit, in the singular of one.</summary>
    private static string Number(AtLeast least) => least.Number.ToString(CultureInfo.InvariantCulture)
        + least.Column switch
    {
        "hours" => least.Number == 1 ? " time" : " timer",
        "employees" => least.Number == 1 ? " ansat" : " ansatte",
        _ => "",
    };

    [GeneratedRegex(@"\{([^|{}]+)\|([^|{}]*)(?:\|([^{}]*))?\}")]
    private static partial Regex Place();
}
