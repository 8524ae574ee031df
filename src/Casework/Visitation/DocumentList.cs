namespace Virker.Casework;

/// <summary>
/// The papers that an office asks for with an application, benefit by benefit. It is the municipality's own list and
/// not the law's; here a usual one.
/// </summary>
public static class DocumentList
{
    private static readonly (string Code, string Text)[] Common =
    [
        ("legitimation", "Legitimation"),
        ("cv", "Cv på Jobnet"),
    ];

    private static readonly (string Code, string Text)[] Means =
    [
        ("kontoudtog", "Kontoudtog for de seneste tre måneder"),
        ("bolig", "Huslejekontrakt eller boligudgift"),
        ("formue", "Oplysning om formue"),
    ];

    public static IReadOnlyList<(string Code, string Text)> For(int benefit) =>
        benefit switch
        {
            1 => [.. Common, ("ledighedserklaering", "Ledighedserklæring til a-kassen")],
            2 or 3 or 4 or 5 => [.. Common, .. Means],
            6 =>
            [
                ("legitimation", "Legitimation"),
                ("oplysningsskema", "Oplysningsskema om sygdommen"),
                ("arbejdsgiver", "Arbejdsgiverens anmeldelse"),
            ],
            _ => [("legitimation", "Legitimation")],
        };

    public static IReadOnlyList<(string Code, string Text)> Missing(int benefit, IReadOnlyCollection<string> have) =>
        [.. For(benefit).Where(d => !have.Contains(d.Code))];
}
