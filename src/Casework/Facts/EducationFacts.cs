using Virker.Insight;

namespace Virker.Casework;

/// <summary>
/// A citizen's courses of education. Figures of more than one module count in them, so they are declared here, below
/// those modules; the module that keeps the rows brings them.
/// </summary>
public static class EducationFacts
{
    public static readonly Dimension Levels = new(
        "education-level",
        "Uddannelse",
        [
            new(1, "grundskole", "Grundskole"),
            new(2, "ungdomsuddannelse", "Ungdomsuddannelse"),
            new(3, "gymnasial", "Gymnasial uddannelse", "ungdomsuddannelse"),
            new(4, "eud", "Erhvervsuddannelse", "ungdomsuddannelse"),
            new(5, "fgu", "Forberedende grunduddannelse (FGU)"),
            new(6, "videregaaende", "Videregående uddannelse"),
            new(7, "anden", "Anden uddannelse"),
        ]
    );

    /// <summary>The levels as they stand in a sentence.</summary>
    public static readonly IReadOnlyDictionary<string, string> LevelsSaid = new Dictionary<string, string>
    {
        ["ungdomsuddannelse"] = "en ungdomsuddannelse",
        ["eud"] = "en erhvervsuddannelse",
        ["fgu"] = "forberedende grunduddannelse (FGU)",
        ["videregaaende"] = "en videregående uddannelse",
    };

    public static readonly FactColumn Level = new("level", "Uddannelse", "Uddannelsens slags", Levels)
    {
        Said = LevelsSaid,
    };

    public static readonly FactColumn Outcome = new(
        "outcome",
        "Udfald",
        "Hvordan forløbet endte",
        new(
            "education-outcome",
            "Udfald",
            [new(1, "i-gang", "I gang"), new(2, "gennemfoert", "Gennemført"), new(3, "afbrudt", "Afbrudt")]
        )
    )
    {
        Said = new Dictionary<string, string> { ["afbrudt"] = "afbrudt", ["gennemfoert"] = "gennemført" },
    };

    public static readonly TableDeclaration Table = new("education", FactShape.Spells, FactSubject.Person)
    {
        Name = "Uddannelse",
        Meaning = "Uddannelsesforløb, fra begyndelse til gennemført eller afbrudt.",
        Source = "Kommunens ungedatabase",
        Columns = [Level, Outcome],
        Words = new("er i gang med {level|en uddannelse}", "forløb på {level|en uddannelse}{outcome||, som er *,}")
        {
            Past = "har haft et forløb på {level|en uddannelse}{outcome||, som er *}",
        },
    };
}
