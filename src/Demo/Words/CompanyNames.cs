using Virker.Casework;

namespace Virker.Demo;

/// <summary>Names and trades of the fictive companies.</summary>
internal static class CompanyNames
{
    private static readonly (string Industry, string[] Kinds)[] Trades =
    [
        ("Bygge og anlæg", ["Tømrer & Snedker", "Murerfirma", "VVS", "El-teknik", "Malerfirma", "Entreprise"]),
        ("Handel", ["Dagligvarer", "Byggemarked", "Tøjbutik", "Cykler", "Møbelhus", "Engros"]),
        ("Industri", ["Maskinfabrik", "Fødevarer", "Plast", "Metalvarer", "Trævarer"]),
        ("Transport", ["Vognmandsforretning", "Spedition", "Flytteforretning", "Lager & Logistik"]),
        ("Hotel og restauration", ["Restaurant", "Café", "Hotel", "Kro", "Pizzeria", "Kantine"]),
        ("Rengøring og anden operationel service", ["Rengøring", "Ejendomsservice", "Anlægsgartner", "Vikarbureau"]),
        ("Information og kommunikation", ["IT", "Medier", "Software"]),
        ("Landbrug, skovbrug og fiskeri", ["Gartneri", "Landbrug", "Skovservice"]),
        ("Sundhed og socialvæsen", ["Fysioterapi", "Tandklinik", "Privat hjemmepleje", "Bosted"]),
        ("Kultur, fritid og anden service", ["Frisør", "Fitness", "Forlystelser", "Autoværksted"]),
        ("Rådgivning og finans", ["Revision", "Advokater", "Arkitekter", "Forsikring"]),
    ];

    public const string Education = "Undervisning og vejledning";

    /// <summary>The jobcenter's providers, in the order that <c>InterventionWriter</c> knows them.</summary>
    public static readonly string[] Providers =
    [
        "Kompetencehuset Ravnsø",
        "Jobbroen",
        "Erhvervsskolen Solvig",
        "Mentorhuset Kløver",
        "Vækstværket",
        "Sprogskolen Havnsted",
    ];

    private static readonly double[] TradeShares = [15, 20, 8, 7, 8, 8, 4, 6, 8, 10, 6];

    private static readonly string[] Fronts =
    [
        "Solvig",
        "Ravnsø",
        "Havnsted",
        "Egelev",
        "Birkelunde",
        "Sydhavn",
        "Nordlys",
        "Fjord",
        "Kløver",
        "Anker",
        "Møllegården",
        "Vinkel",
        "Brohoved",
        "Lyng",
        "Falken",
        "Kompas",
        "Skagerak",
        "Tårn",
        "Rønne",
        "Storebro",
        "Blåhøj",
        "Hjørnet",
        "Viben",
        "Egely",
    ];

    private static readonly string[] Forms = ["ApS", "A/S", "I/S", "", ""];

    private static readonly string[] Municipal =
    [
        "Børnehaven",
        "Skolen på",
        "Plejecenter",
        "Vuggestuen",
        "Hjemmeplejen",
        "Biblioteket",
        "Materielgården",
        "Bofællesskabet",
    ];

    private static readonly string[] Regional = ["Sygehuset", "Distriktspsykiatrien", "Ambulancetjenesten"];

    private static readonly string[] State = ["Kasernen", "Politistationen", "Skattecentret", "Fængslet", "Gymnasiet"];

    private static readonly string[] Associations =
    [
        "Foreningen",
        "Genbrugsbutikken",
        "Idrætsforeningen",
        "Selvejende institution",
        "Frivilligcenter",
    ];

    private static readonly string[] PublicPlaces =
    [
        "Solvig",
        "Ravnsø",
        "Havnsted",
        "Egelev",
        "Birkelunde",
        "Ringvejen",
        "Søndermarken",
        "Kildebakken",
    ];

    public static (string Name, string Industry) Draw(ref Chance chance, Sector sector)
    {
        if (sector == Sector.Municipal)
            return (
                $"{chance.Of(Municipal)} {chance.Of(PublicPlaces)}",
                "Offentlig administration, undervisning og sundhed"
            );
        if (sector == Sector.Regional)
            return (
                $"{chance.Of(Regional)} {chance.Of(PublicPlaces)}",
                "Offentlig administration, undervisning og sundhed"
            );
        if (sector == Sector.State)
            return (
                $"{chance.Of(State)} {chance.Of(PublicPlaces)}",
                "Offentlig administration, undervisning og sundhed"
            );
        if (sector == Sector.Association)
            return ($"{chance.Of(Associations)} {chance.Of(Fronts)}", "Kultur, fritid og anden service");

        var (industry, kinds) = Trades[chance.Weighted(TradeShares)];
        var front = chance.Says(0.35) ? $"{Names.Family(ref chance, Roots.Danish)}s" : chance.Of(Fronts);
        return ($"{front} {chance.Of(kinds)} {chance.Of(Forms)}".Trim(), industry);
    }
}
