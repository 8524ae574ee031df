using Virker.Insight;

namespace Virker.Targets;

/// <summary>
/// What the address of a figure's page asks for. What is not there is not passed by in silence: the nearest that
/// there is is shown, and <see cref="Unknown"/> says so.
/// </summary>
internal sealed class AskedChoices(IReadOnlyList<FigurePeriod> periods, IReadOnlyList<FigureDimension> dimensions)
{
    private readonly List<string> _unknown = [];

    /// <summary>A sentence for each choice that could not be followed.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>The period that ends in a month ("2024-03"), else the newest.</summary>
    public FigurePeriod Period(string? month)
    {
        var found = Find(periods, month);
        if (found is null
            && !string.IsNullOrEmpty(month)) _unknown.Add($"{NoFigure(month)} Siden viser {periods[^1]}.");
        return found ?? periods[^1];
    }

    public static FigurePeriod? Find(IReadOnlyList<FigurePeriod> periods, string? month) =>
        periods.Where(p => $"{p.Last:yyyy-MM}" == month).Select(p => (FigurePeriod?)p).FirstOrDefault();

    public static string NoFigure(string month) => $"Der er intet tal for måneden »{Cut(month)}«.";

    /// <summary>"sex:kvinde", else everybody.</summary>
    public FigureGroup? Group(string? text)
    {
        var group = FigureReading.GroupOf(dimensions, text);
        if (group is null && !string.IsNullOrEmpty(text))
            _unknown.Add($"Gruppen »{Cut(text)}« findes ikke for dette nøgletal. Siden viser alle.");
        return group;
    }

    public FigureDimension? Split(string? id)
    {
        var split = dimensions.FirstOrDefault(d => d.Id == id);
        if (split is null
            && !string.IsNullOrEmpty(id)) _unknown.Add($"Nøgletallet kan ikke deles op efter »{Cut(id)}«.");
        return split;
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
