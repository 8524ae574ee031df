namespace Virker.Demo;

/// <summary>The fictive municipality's towns and streets. Its postal codes are given to no post town.</summary>
internal static class TownPlaces
{
    public const string Municipality = "Solvig Kommune";

    private static readonly (string Code, string Town, double Share)[] Towns =
    [
        ("4995", "Solvig", 0.46),
        ("4996", "Nørre Ravnsø", 0.20),
        ("4997", "Birkelunde", 0.15),
        ("4998", "Havnsted", 0.12),
        ("4999", "Egelev", 0.07),
    ];

    private static readonly double[] Shares = [.. Towns.Select(t => t.Share)];

    private static readonly string[] Streets =
    [
        "Algade",
        "Birkevej",
        "Skolegade",
        "Kirkestræde",
        "Ringvejen",
        "Engdraget",
        "Ahornvænget",
        "Strandvejen",
        "Mølleparken",
        "Havnegade",
        "Rosenvænget",
        "Bøgealleen",
        "Stationsvej",
        "Kastanievej",
        "Lærkevej",
        "Vestergade",
        "Østerled",
        "Søndermarken",
        "Tornebakken",
        "Fabriksvej",
        "Teglværksvej",
        "Åparken",
        "Hyldevangen",
        "Nørrevang",
        "Sankt Peders Gade",
        "Poppelalle",
        "Drosselvej",
        "Solsikkevej",
        "Kildebakken",
        "Ærtebjerg",
        "Fjordvej",
        "Hedevænget",
        "Præstemarken",
        "Kornmarken",
        "Gartnervej",
    ];

    public static (string Address, string Code, string Town) Home(ref Chance chance)
    {
        var (code, town, _) = Towns[chance.Weighted(Shares)];
        var street = $"{chance.Of(Streets)} {chance.Between(1, 140)}";
        return (chance.Says(0.4) ? $"{street}, {chance.Between(1, 4)}. {chance.Of(Sides)}" : street, code, town);
    }

    public static (string Address, string Code, string Town) Workplace(ref Chance chance)
    {
        var (code, town, _) = Towns[chance.Weighted(Shares)];
        return ($"{chance.Of(Streets)} {chance.Between(1, 90)}", code, town);
    }

    /// <summary>Eight digits that begin with 1, as no Danish subscriber's number does.</summary>
    public static string Phone(ref Chance chance) =>
        $"1{chance.Below(10)} {chance.Below(100):00} {chance.Below(100):00} {chance.Below(100):00}";

    private static readonly string[] Sides = ["tv.", "mf.", "th."];
}
