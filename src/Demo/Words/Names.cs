namespace Virker.Demo;

/// <summary>
/// Given and family names, by generation and by where a family comes from. Put together by chance: nobody is meant.
/// </summary>
internal static class Names
{
    private static readonly string[] Danish =
    [
        "Nielsen",
        "Jensen",
        "Hansen",
        "Pedersen",
        "Andersen",
        "Christensen",
        "Larsen",
        "Sørensen",
        "Rasmussen",
        "Jørgensen",
        "Petersen",
        "Madsen",
        "Kristensen",
        "Olsen",
        "Thomsen",
        "Christiansen",
        "Poulsen",
        "Johansen",
        "Møller",
        "Mortensen",
        "Knudsen",
        "Lund",
        "Jakobsen",
        "Holm",
        "Mikkelsen",
        "Kjær",
        "Nørgaard",
        "Bach",
        "Vestergaard",
        "Dahl",
        "Bertelsen",
        "Skov",
        "Frandsen",
        "Laursen",
        "Søgaard",
        "Bøgh",
        "Winther",
        "Damgaard",
        "Østergaard",
        "Krogh",
        "Ravn",
        "Lauridsen",
        "Brandt",
        "Hedegaard",
        "Toft",
        "Dam",
        "Juhl",
        "Villadsen",
        "Bang",
        "Aagaard",
        "Storm",
        "Kofoed",
        "Rosendahl",
        "Bjerre",
        "Thygesen",
        "Svane",
        "Lykke",
        "Nygaard",
        "Bisgaard",
        "Ågren",
    ];

    private static readonly (string[] Men, string[] Women, string[] Family)[] Elsewhere =
    [
        (
            ["Stefan", "Markus", "Erik", "James", "Pierre", "Giovanni", "Sven", "Jürgen"],
            ["Anna", "Ingrid", "Julia", "Claire", "Elena", "Birgitta", "Sarah", "Monika"],
            ["Lindqvist", "Schmidt", "Bergström", "Taylor", "Olsson", "Weber", "Moretti", "Dubois", "Haugen", "Fischer"]
        ),
        (
            ["Piotr", "Andrei", "Marek", "Mihai", "Tomasz", "Vasile", "Jonas", "Goran"],
            ["Agnieszka", "Ioana", "Katarzyna", "Elena", "Rasa", "Mirela", "Ewa", "Dragana"],
            [
                "Kowalski",
                "Popescu",
                "Nowak",
                "Ionescu",
                "Kazlauskas",
                "Wójcik",
                "Radu",
                "Petrović",
                "Zieliński",
                "Marin",
            ]
        ),
        (
            ["Ahmad", "Mohammad", "Ali", "Hassan", "Omar", "Mehmet", "Reza", "Yusuf", "Khaled", "Ibrahim"],
            ["Fatima", "Amina", "Layla", "Zeynep", "Maryam", "Rania", "Hanan", "Nour", "Elif", "Samira"],
            [
                "Al-Hassan",
                "Yılmaz",
                "Khalil",
                "Haddad",
                "Mahmoud",
                "Kaya",
                "Darwish",
                "Rahimi",
                "Saleh",
                "Demir",
                "Barakat",
                "Hosseini",
            ]
        ),
        (
            ["Abdi", "Samuel", "Tesfay", "Mohamed", "Daniel", "Yonas", "Ismail"],
            ["Hodan", "Selam", "Asha", "Ruth", "Fadumo", "Miriam", "Senait"],
            ["Warsame", "Tekle", "Abdullahi", "Haile", "Osman", "Gebremedhin", "Jama", "Mensah"]
        ),
        (
            ["Van", "Kumar", "Imran", "Hamid", "Somchai", "Bilal", "Minh"],
            ["Thi", "Priya", "Ayesha", "Malee", "Parwin", "Rosa", "Lan"],
            ["Nguyen", "Sharma", "Khan", "Ahmadi", "Tran", "Butt", "Santos", "Chaudhry"]
        ),
        (
            ["Oleksandr", "Andrij", "Serhij", "Dmytro", "Ivan", "Maksym"],
            ["Olena", "Iryna", "Natalija", "Oksana", "Kateryna", "Svitlana", "Julija", "Halyna"],
            ["Shevchenko", "Kovalenko", "Bondarenko", "Tkachenko", "Kravchenko", "Melnyk", "Savchenko", "Lysenko"]
        ),
    ];

    private static readonly string[][] Countries =
    [
        ["DK"],
        ["DE", "SE", "GB", "NO", "IT"],
        ["PL", "RO", "LT", "BA"],
        ["SY", "TR", "IQ", "LB", "IR"],
        ["SO", "ER", "ET", "GH"],
        ["AF", "PK", "VN", "TH", "PH"],
        ["UA"],
    ];

    private static readonly string[][] Languages =
    [
        [],
        ["engelsk", "tysk"],
        ["polsk", "rumænsk", "litauisk"],
        ["arabisk", "tyrkisk", "farsi"],
        ["somali", "tigrinya"],
        ["dari", "urdu", "vietnamesisk"],
        ["ukrainsk", "russisk"],
    ];

    public static string Given(ref Chance chance, Roots roots, bool man, int bornYear) =>
        roots != Roots.Danish
            ? chance.Of(man ? Elsewhere[(int)roots - 1].Men : Elsewhere[(int)roots - 1].Women)
            : chance.Of(DanishGivenNames.Of(bornYear, man));

    public static string Family(ref Chance chance, Roots roots)
    {
        if (roots != Roots.Danish) return chance.Of(Elsewhere[(int)roots - 1].Family);
        // The most common names stand first and are drawn more often.
        var first = chance.Of(Danish.AsSpan(0, chance.Says(0.5) ? 20 : Danish.Length));
        return chance.Says(0.14) ? $"{Danish[20 + chance.Below(Danish.Length - 20)]} {first}" : first;
    }

    public static string Country(ref Chance chance, Roots roots) => chance.Of(Countries[(int)roots]);

    public static string? Language(ref Chance chance, Roots roots) => roots == Roots.Danish ? null : chance.Of(Languages[(int)roots]);
}
