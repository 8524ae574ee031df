namespace Virker.Insight;

/// <summary>Every indicator that Virker declares, by id.</summary>
public static class Catalogue
{
    private static readonly Dictionary<string, Indicator> ById =
        new[] { BenefitIndicators.All, SicknessIndicators.All, CompanyIndicators.All, NewcomerIndicators.All, YouthIndicators.All, ConversationIndicators.All,
            IntegrationIndicators.All, PlacementIndicators.All, PoliticalIndicators.All, CaseIndicators.All, RefundIndicators.All }
            .SelectMany(i => i).ToDictionary(i => i.Id);

    public static IReadOnlyCollection<Indicator> All => ById.Values;

    public static Indicator? Find(string? id) => id is null ? null : ById.GetValueOrDefault(id);

    public static Indicator Get(string id) => Find(id) ?? throw new KeyNotFoundException($"No indicator {id} is declared.");
}

/// <summary>Sets of facts that several indicators share.</summary>
internal static class Sets
{
    public const string RegisterSource = "Kommunens egne sager og folkeregisteret";

    public static readonly FactSet Residents = new FactSet(StandardFacts.Residence).Aged(16, 66);

    public static readonly FactSet PaidHours = new FactSet(StandardFacts.PaidHours) with { Minimums = [new("hours", 1)] };

    public static FactSet Benefit(params string[] benefits) => new FactSet(StandardFacts.Benefits).With("benefit", benefits) with { Gap = Gap.WholeCalendarMonth };
}
