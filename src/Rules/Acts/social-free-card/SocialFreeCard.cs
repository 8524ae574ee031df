using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Socialt frikort: how much may be earned in the year without tax and offset.</summary>
public sealed class SocialFreeCard : IRule<SocialFreeCard.Facts, SocialFreeCard.Room>
{
    /// <param name="Income">Kroner earned on the card in the year.</param>
    public sealed record Facts([Within(0)] decimal Income);

    /// <param name="Limit">Kroner a year.</param>
    /// <param name="Within">Whether the income is within it.</param>
    /// <param name="Above">Kroner above it.</param>
    public sealed record Room(decimal Limit, bool Within, decimal Above);

    public string Id => "social_free_card";

    public string Title => "Socialt frikort";

    public string Anchor => "Indkomstårets dag";

    public IEnumerable<Example> Examples =>
        [new("""{"income": 30000}""", "2022-12-31"), new("""{"income": 30000}""", "2024-12-31")];

    public Outcome<Finding<Room>> Answer(Facts facts, LawOn law)
    {
        if (!law.Knows("social_free_card.limit", out decimal limit)) return law.Refused;
        var above = Math.Max(0m, facts.Income - limit);
        if (above > 0m)
            law.Fails(
                Danish.Say($"{facts.Income:#,0.##} kr. tjent på kortet i {law.Day.Year}"),
                Danish.Say($"Højst {limit:#,0.##} kr. om året."),
                new DateOnly(law.Day.Year + 1, 1, 1)
            );
        return law.Finds(
            new Room(limit, above == 0m, above),
            Danish.Say($"Socialt frikort: {limit} kr. om året; {(above == 0m ? "indtægten er inden for" : Danish.Say($"{above} kr. er over"))} grænsen."),
            above == 0m
                ? Danish.Say($"Du kan tjene {limit - facts.Income:#,0.##} kr. mere i år, uden at det går ud over din hjælp.")
                : Danish.Say($"Du har tjent {above:#,0.##} kr. mere, end kortet dækker i år.")
        );
    }
}
