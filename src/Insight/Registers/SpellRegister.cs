using System.Globalization;

namespace Virker.Insight;

/// <summary>
/// A register of benefit spells for many municipalities, as it is handed from one authority to another: one row for
/// each spell, codes as numbers. The spells of a person never overlap; what begins on the day after the last one ended
/// is a spell of its own.
/// </summary>
public static class SpellRegister
{
    private const int Benefits = 15;
    private const int TargetGroups = 13;

    public static readonly FactColumn Municipality = new(
        "municipality",
        "Kommune",
        "Den kommune, der har sagen",
        Places.Municipality
    );

    public static readonly FactColumn Benefit = new(
        "benefit",
        "Ydelse",
        "Ydelsens nummer i registeret",
        Numbered("register-benefit", "Ydelse", Benefits)
    );

    public static readonly FactColumn TargetGroup = new(
        "target-group",
        "Målgruppe",
        "Målgruppens nummer i registeret",
        Numbered("register-target-group", "Målgruppe", TargetGroups)
    );

    public static readonly FactColumn Sex = new("sex", "Køn", "Køn", PersonFacts.Sex.Dimension);

    public static readonly FactColumn Age = new("age", "Alder", "Alder på forløbets første dag", unit: "år")
    {
        Highest = 150,
    };

    public static readonly TableDeclaration Table = new("register-spells", FactShape.Spells, FactSubject.Person)
    {
        Name = "Ydelsesforløb i et register",
        Meaning = "Dage, hvor en person får en ydelse; én række for hvert forløb.",
        Source = "Det indlæste register",
        Columns = [Municipality, Benefit, TargetGroup, Sex, Age],
    };

    private static Dimension Numbered(string id, string name, int count) =>
        new(
            id,
            name,
            Enumerable
                .Range(1, count)
                .Select(i => new DimensionValue(i, i.ToString(CultureInfo.InvariantCulture), $"{name} {i}"))
        );
}

/// <summary>A row of a file that was not taken, and why, in Danish.</summary>
public sealed record RejectedRow(long Line, string Reason, string Text);
