using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// Kontanthjælpsloftet for those of 30 years and over, until 30 June 2025: help, housing and special support together.
/// </summary>
internal sealed class AssistanceCeiling : IRule<AssistanceCeiling.Facts, AssistanceCeiling.Ceiling>
{
    /// <param name="Family">The household.</param>
    /// <param name="Together">Kroner a month of help, housing support and special support.</param>
    public sealed record Facts(
        [OneOf("couple-provider", "couple", "single-one-child", "single-children", "single")] string Family,
        [Within(0)] decimal Together
    );

    /// <param name="Limit">Kroner a month.</param>
    /// <param name="Above">Kroner above it.</param>
    public sealed record Ceiling(decimal Limit, decimal Above);

    public string Id => "assistance.ceiling";

    public string Title => "Kontanthjælpsloftet til og med 30. juni 2025";

    public string Anchor => "Måneden, hjælpen gives for";

    public IEnumerable<Example> Examples =>
        [
            new("""{"family": "single", "together": 15500}""", "2024-05-01"),
            new("""{"family": "single-one-child", "together": 16000}""", "2023-05-01"),
        ];

    public Outcome<Finding<Ceiling>> Answer(Facts facts, LawOn law)
    {
        if (
            !law.Knows($"assistance.ceiling.{facts.Family}", out decimal limit)
            || !law.Knows("assistance.ceiling.what", out string what)
        )
            return law.Refused;
        var above = Math.Max(0m, facts.Together - limit);
        if (above > 0)
            law.Fails(Danish.Say($"{facts.Together:#,0.##} kr. tilsammen"), Danish.Say($"Højst {limit:#,0.##} kr."));
        return law.Finds(
            new Ceiling(limit, above),
            Danish.Say($"{what}: højst {limit:#,0.##} kr.; {above:#,0.##} kr. over."),
            above > 0
                ? Danish.Say($"Hjælp og boligstøtte sættes ned med {above:#,0.##} kr. om måneden.")
                : "Loftet sætter ikke din hjælp ned."
        );
    }
}
