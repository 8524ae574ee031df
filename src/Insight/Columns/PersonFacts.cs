namespace Virker.Insight;

/// <summary>
/// Who the persons are: the one table that others look into, for ages and for what a figure can be split by. The module
/// that keeps the citizens brings it.
/// </summary>
public static class PersonFacts
{
    public static readonly FactColumn Born = new("born", "Fødselsdag", "Dagen, personen blev født", unit: "dag");

    public static readonly FactColumn Sex = new(
        "sex",
        "Køn",
        "Køn efter CPR",
        new("sex", "Køn", [new(1, "mand", "Mænd"), new(2, "kvinde", "Kvinder")])
    );

    public static readonly FactColumn Origin = new(
        "origin",
        "Oprindelse",
        "Oprindelse efter Danmarks Statistiks opdeling",
        new(
            "origin",
            "Oprindelse",
            [
                new(1, "dansk", "Dansk oprindelse"),
                new(2, "vestlig", "Vestlig oprindelse"),
                new(3, "ikke-vestlig", "Ikke-vestlig oprindelse"),
            ]
        )
    )
    {
        Said = new Dictionary<string, string> { ["vestlig"] = "oprindelse i et vestligt land" },
    };

    public static readonly TableDeclaration Table = new("persons", FactShape.Subjects, FactSubject.Person)
    {
        Name = "Personer",
        Meaning = "De personer, som kommunen kender fra folkeregisteret eller en sag; én række for hver.",
        Source = "Folkeregisteret",
        Columns = [Born, Sex, Origin],
    };

    /// <summary>The column of what is known of persons that a figure can be split by.</summary>
    internal static FactColumn? Known(string id) => Table.Find(id) is { Dimension: not null } column ? column : null;

    /// <summary>Each person's birthday, as <see cref="DateOnly.DayNumber"/>.</summary>
    internal static int[]? BirthdaysIn(FactStore store) => FactReader.Table(store, Table)[Born].Numbers;
}

/// <summary>Who lives in the municipality from day to day.</summary>
public static class ResidenceFacts
{
    public static readonly TableDeclaration Table = new("residence", FactShape.Spells, FactSubject.Person)
    {
        Name = "Bopæl i kommunen",
        Meaning = "Dage, hvor personen bor i kommunen.",
        Source = "Folkeregisteret",
        Words = new("bor i kommunen", "ophold i kommunen"),
    };
}
