namespace Virker.Insight;

/// <summary>Every indicator that Virker declares, by id.</summary>
public static class Catalogue
{
    /// <summary>The parts of the catalogue, as a reader looks for a figure.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Indicator> Indicators)> Areas { get; } =
    [
        ("Politiske mål", PoliticalIndicators.All),
        (
            "Ydelser",
            [
                .. BenefitIndicators.All,
                .. BenefitShareIndicators.All,
                .. SicknessIndicators.All,
                .. CourseIndicators.All,
            ]
        ),
        ("Samtaler og sager", [.. ConversationIndicators.All, .. CaseIndicators.All]),
        ("Indsatser", PlacementIndicators.All),
        ("Hvad der følger efter en indsats", [.. EffectIndicators.All, .. SchemeIndicators.All]),
        ("Virksomheder", CompanyIndicators.All),
        ("Nyankomne", [.. NewcomerIndicators.All, .. IntegrationIndicators.All]),
        ("Unge", [.. YouthIndicators.All, .. YoungStatusIndicators.All]),
        ("Refusion", RefundIndicators.All),
    ];

    private static readonly Dictionary<string, (Indicator Indicator, string Area)> ById = Areas
        .SelectMany(a => a.Indicators.Select(i => (Indicator: i, a.Name)))
        .ToDictionary(i => i.Indicator.Id);

    public static IReadOnlyCollection<Indicator> All { get; } = [.. Areas.SelectMany(a => a.Indicators)];

    public static string AreaOf(string id) => ById[id].Area;

    public static Indicator? Find(string? id) => id is null ? null : ById.GetValueOrDefault(id).Indicator;

    public static Indicator Get(string id) =>
        Find(id) ?? throw new KeyNotFoundException($"No indicator {id} is declared.");
}

/// <summary>Sets of facts that several indicators share.</summary>
internal static class Sets
{
    public const string RegisterSource = "Kommunens egne sager og folkeregisteret";

    public static readonly FactSet Residents = new FactSet(StandardFacts.Residence).Aged(16, 66);

    public static readonly FactSet PaidHours = new FactSet(StandardFacts.PaidHours) with
    {
        Minimums = [new("hours", 1)],
    };

    public static FactSet Benefit(params string[] benefits) =>
        new FactSet(StandardFacts.Benefits).With("benefit", benefits) with
        {
            Gap = Gap.WholeCalendarMonth,
        };
}
