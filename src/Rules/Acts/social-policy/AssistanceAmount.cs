using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// What a month's help is in the new system (from 1 July 2025): the rate, and the supplements that go with it.
/// </summary>
public sealed class AssistanceAmount : IRule<AssistanceAmount.Facts, AssistanceAmount.Help>
{
    /// <param name="Rate">See <see cref="AssistanceRate"/>.</param>
    /// <param name="Age">Whole years.</param>
    /// <param name="Provider">Has children to provide for.</param>
    /// <param name="Single">Lives alone, or alone with children.</param>
    /// <param name="ActivityReady">Aktivitetsparat.</param>
    public sealed record Facts(
        [OneOf("mindstesats", "hjemmeboendesats", "grundsats", "forhøjet sats")] string Rate,
        [Within(15, 120)] int Age,
        bool Provider = false,
        bool Single = false,
        bool ActivityReady = false
    );

    /// <param name="Amount">Kroner a month before tax, supplements included.</param>
    public sealed record Help(decimal Amount, IReadOnlyList<Part> Parts);

    public sealed record Part(string Name, decimal Amount);

    public string Id => "assistance.amount";

    public string Title => "Kontanthjælp og tillæg fra 1. juli 2025";

    public string Anchor => "Måneden, hjælpen gives for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"rate": "forhøjet sats", "age": 40, "single": true}""", "2025-09-01"),
            new("""{"rate": "grundsats", "age": 23, "single": true, "activity_ready": true}""", "2025-09-01"),
            new("""{"rate": "grundsats", "age": 27, "single": true, "provider": true}""", "2025-09-01"),
        ];

    public Outcome<Finding<Help>> Answer(Facts facts, LawOn law)
    {
        var parts = new List<Part>();
        foreach (var name in Names(facts))
        {
            if (!law.Knows($"assistance.amount.{name}", out decimal amount)) return law.Refused;
            parts.Add(new(law.Holding($"assistance.amount.{name}").Parameter.Meaning, amount));
        }

        var sum = parts.Sum(p => p.Amount);
        return law.Finds(
            new Help(sum, parts),
            Danish.Say($"{string.Join(" + ", parts.Select(p => Danish.Say($"{p.Name} {p.Amount:#,0.##} kr.")))} = {sum:#,0.##} kr. om måneden før skat."),
            Danish.Say($"Din hjælp er {sum:#,0.##} kr. om måneden før skat.")
        );
    }

    private static IEnumerable<string> Names(Facts facts)
    {
        yield return facts.Rate switch
        {
            "mindstesats" => "minimum",
            "hjemmeboendesats" => "home",
            "grundsats" => "base",
            _ => "raised",
        };
        if (facts.Provider)
            yield return "child";
        if (facts is { Single: true, Provider: true, Rate: "mindstesats" or "grundsats" })
            yield return "single-provider";
        if (facts is { Single: true, Provider: false, Rate: "grundsats" or "forhøjet sats" })
            yield return "single";
        if (facts is { ActivityReady: true, Rate: "grundsats", Age: >= 18 and < 30 })
            yield return facts.Provider ? "youth-provider"
            : facts.Age < 25 ? "youth-18-24"
            : "youth-25-29";
    }
}
