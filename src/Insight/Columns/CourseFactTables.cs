namespace Virker.Insight;

/// <summary>
/// Declared tables about the case itself and the newcomers' way through the programme; with those of <see
/// cref="StandardFacts"/> they are what the catalogue stands on.
/// </summary>
public static class CourseFactTables
{
    private const string Integration = "Kommunens integrationssager";
    private const string Cases = "Kommunens egne sager";
    private const string CompanyCases = "Kommunens virksomhedssager";

    public static readonly TableDeclaration ResultGrants = Of(
        StandardFacts.ResultGrants,
        "Resultattilskud",
        "Dagen, hvor kommunen fik resultattilskud for en person.",
        FactShape.Events,
        Integration,
        new ColumnDeclaration("kind", "Resultat", "Hvad tilskuddet er givet for", StandardDimensions.ResultGrant)
    );

    public static readonly TableDeclaration DanishCourses = Of(
        StandardFacts.DanishCourses,
        "Danskuddannelse",
        "Dage, hvor personen går på danskuddannelse.",
        FactShape.Spells,
        Integration
    );

    public static readonly TableDeclaration Repatriations = Of(
        StandardFacts.Repatriations,
        "Repatrieringer",
        "Dagen, hvor en person vendte tilbage til sit hjemland.",
        FactShape.Events,
        Integration
    );

    public static readonly TableDeclaration Sanctions = Of(
        StandardFacts.Sanctions,
        "Sanktioner",
        "Dagen, hvor en sanktion blev besluttet.",
        FactShape.Events,
        Cases
    );

    public static TableDeclaration OpenCases(Dimension? team = null) =>
        Of(
            StandardFacts.OpenCases,
            "Sager med sagsbehandler",
            "Dage, hvor en sagsbehandler har personens sag; én række for hver sagsbehandler.",
            FactShape.Spells,
            Cases,
            TeamOf(team)
        );

    public static TableDeclaration WorkerChanges(Dimension? team = null) =>
        Of(
            StandardFacts.WorkerChanges,
            "Skift af sagsbehandler",
            "Dagen, hvor en anden sagsbehandler overtog en løbende sag.",
            FactShape.Events,
            Cases,
            TeamOf(team)
        );

    public static TableDeclaration CaseWorkers(Dimension? team = null) =>
        new(
            StandardFacts.CaseWorkers,
            "Sagsbehandlere med sager",
            "Dage, hvor sagsbehandleren har mindst én sag; én række for hver sag.",
            FactShape.Spells,
            FactSubject.CaseWorker,
            Cases,
            [TeamOf(team)]
        );

    /// <summary>
    /// One row for each conversation that the law in force asked for, on its last lawful day. Whoever left the benefit
    /// before that day, and a course whose law is not known, has none.
    /// </summary>
    public static TableDeclaration DueConversations(Dimension benefit) =>
        Of(
            StandardFacts.DueConversations,
            "Samtaler, loven kræver",
            "Sidste lovlige dag for hver samtale, som loven på dagen kræver, og om den blev holdt.",
            FactShape.Events,
            Cases + " og loven, som den gælder i kommunen",
            new ColumnDeclaration(
                "outcome",
                "Holdt",
                "Om samtalen blev holdt inden fristen",
                StandardDimensions.Timeliness
            ),
            new ColumnDeclaration("benefit", "Ydelse", "Ydelsen, som kontaktforløbet hører til", benefit)
        );

    public static TableDeclaration Placements(Dimension kind, Dimension company, Dimension industry) =>
        Of(
            StandardFacts.Placements,
            "Virksomhedsplaceringer",
            "Praktik, løntilskud, nytteindsats og andre indsatser på en arbejdsplads, fra første til sidste dag.",
            FactShape.Spells,
            CompanyCases,
            new ColumnDeclaration("kind", "Indsats", "Indsatsens slags", kind),
            new ColumnDeclaration("workplace", "Arbejdsplads", "Arbejdspladsens slags", StandardDimensions.Workplace),
            new ColumnDeclaration("industry", "Branche", "Virksomhedens branche", industry),
            new ColumnDeclaration("company", "Virksomhed", "Virksomheden, hvor indsatsen er", company)
        );

    public static TableDeclaration Provided(Dimension kind, Dimension provider) =>
        Of(
            StandardFacts.Provided,
            "Indsatser hos en leverandør",
            "Indsatser, som en leverandør (anden aktør, uddannelsessted, mentor) står for, fra første til sidste dag.",
            FactShape.Spells,
            CompanyCases,
            new ColumnDeclaration("kind", "Indsats", "Indsatsens slags", kind),
            new ColumnDeclaration("provider", "Leverandør", "Hvem der står for indsatsen", provider)
        );

    public static TableDeclaration Companies(Dimension industry) =>
        new(
            StandardFacts.Companies,
            "Virksomheder",
            "Dage, hvor virksomheden findes i virksomhedsregisteret; regnes fra registerets begyndelse, da dagen for oprettelsen ikke er kendt.",
            FactShape.Spells,
            FactSubject.Company,
            CompanyCases,
            [
                new("industry", "Branche", "Virksomhedens branche", industry),
                new("employees", "Ansatte", "Virksomhedens antal ansatte", Unit: "ansatte"),
            ]
        );

    public static readonly TableDeclaration NewcomerQuotas = new(
        StandardFacts.NewcomerQuotas,
        "Kommunekvoter",
        "Det antal flygtninge, som kommunen skal modtage i kalenderåret; én række på årets første dag.",
        FactShape.Events,
        FactSubject.Municipality,
        "Udlændingestyrelsens kommunekvoter",
        [new("places", "Pladser", "Antal flygtninge i kvoten", Unit: "personer")]
    );

    public static readonly TableDeclaration WorkDuty = Of(
        StandardFacts.WorkDuty,
        "Arbejdspligt",
        "Én række for hver måned med arbejdspligt, med de timer, der er udført i indsatser på en arbejdsplads og lønnet arbejde, og dem, loven som udgangspunkt kræver.",
        FactShape.Spells,
        Cases + ", eIndkomst og loven, som den gælder i kommunen",
        new ColumnDeclaration("hours", "Timer", "Udførte timer i måneden", Unit: "timer"),
        new ColumnDeclaration(
            "required",
            "Krævede timer",
            "Timer i måneden efter lovens udgangspunkt, før den konkrete vurdering",
            Unit: "timer"
        )
    );

    public static TableDeclaration Schemes(Dimension scheme) =>
        Of(
            StandardFacts.Schemes,
            "Deltagelse i særlige indsatser",
            "Dage, hvor personen er mærket som deltager i en særlig indsats.",
            FactShape.Spells,
            Cases,
            new ColumnDeclaration("scheme", "Særlig indsats", "Hvilken indsats", scheme)
        );

    public static IReadOnlyList<TableDeclaration> All =>
        [
            ResultGrants,
            DanishCourses,
            Repatriations,
            Sanctions,
            OpenCases(),
            WorkerChanges(),
            CaseWorkers(),
            WorkDuty,
            DueConversations(None),
            Schemes(None),
            Placements(None, None, None),
            Provided(None, None),
            Companies(None),
            NewcomerQuotas,
        ];

    private static readonly Dimension None = new("none", "Uoplyst", []);

    private static ColumnDeclaration TeamOf(Dimension? team) =>
        new("team", "Team", "Det team, der har sagen", team ?? StandardDimensions.Team);

    private static TableDeclaration Of(
        string id,
        string name,
        string meaning,
        FactShape shape,
        string source,
        params ColumnDeclaration[] columns
    ) => new(id, name, meaning, shape, FactSubject.Person, source, columns);
}
