namespace Virker.Insight;

/// <summary>
/// The declared fact tables that the catalogue's indicators stand on. A module that brings one of them builds it with
/// the declaration from here, giving the dimensions that come from the law's code lists, with the code lists' ids as
/// keys. A table that nobody brings is a fact that figures say they lack.
/// </summary>
public static class StandardFacts
{
    public const string Persons = "persons";
    public const string Residence = "residence";
    public const string Benefits = "benefits";
    public const string PartialReturn = "partial-return";
    public const string PaidHours = "paid-hours";
    public const string Employment = "employment";
    public const string Interventions = "interventions";
    public const string AdultApprentices = "adult-apprentices";
    public const string Conversations = "conversations";
    public const string Education = "education";
    public const string Qualifications = "qualifications";
    public const string SchoolLeaving = "school-leaving";
    public const string Permits = "permits";
    public const string IntegrationProgramme = "integration-programme";
    public const string SpouseSupport = "spouse-support";
    public const string Partnerships = "partnerships";
    public const string CompanyActivities = "company-activities";
    public const string ConversationSurvey = "conversation-survey";
    public const string ResultGrants = "result-grants";
    public const string DanishCourses = "danish-courses";
    public const string Repatriations = "repatriations";
    public const string Sanctions = "sanctions";
    public const string OpenCases = "open-cases";
    public const string CaseWorkers = "case-workers";
    public const string WorkerChanges = "worker-changes";
    public const string WorkDuty = "work-duty";
    public const string Placements = "placements";
    public const string Provided = "provided-interventions";
    public const string Companies = "companies";
    public const string DueConversations = "due-conversations";
    public const string NewcomerQuotas = "newcomer-quotas";
    public const string Schemes = "scheme-participation";

    public static readonly TableDeclaration PersonTable = new(
        Persons,
        "Personer",
        "De personer, som kommunen kender fra folkeregisteret eller en sag; én række for hver.",
        FactShape.Subjects,
        FactSubject.Person,
        "Folkeregisteret",
        [
            new("born", "Fødselsdag", "Dagen, personen blev født", Unit: "dag"),
            new("sex", "Køn", "Køn efter CPR", StandardDimensions.Sex),
            new("origin", "Oprindelse", "Oprindelse efter Danmarks Statistiks opdeling", StandardDimensions.Origin),
        ]
    );

    public static readonly TableDeclaration ResidenceTable = Spells(
        Residence,
        "Bopæl i kommunen",
        "Dage, hvor personen bor i kommunen.",
        "Folkeregisteret"
    );

    public static readonly TableDeclaration PartialReturnTable = Spells(
        PartialReturn,
        "Delvis raskmelding",
        "Dage, hvor en sygemeldt arbejder delvist.",
        "Kommunens sygedagpengesager"
    );

    public static readonly TableDeclaration PaidHoursTable = Spells(
        PaidHours,
        "Lønnede timer",
        "Én række for hver måned, hvor en arbejdsgiver har indberettet ordinære løntimer.",
        "eIndkomst",
        new ColumnDeclaration("hours", "Timer", "Indberettede løntimer i måneden", Unit: "timer")
    );

    public static readonly TableDeclaration EmploymentTable = Spells(
        Employment,
        "Beskæftigelse",
        "Dage, hvor personen er i lønmodtagerbeskæftigelse uden ydelse.",
        "eIndkomst",
        new ColumnDeclaration(
            "weekly-hours",
            "Timer om ugen",
            "Aftalte eller indberettede timer om ugen",
            Unit: "timer"
        )
    );

    public static readonly TableDeclaration AdultApprenticeTable = Spells(
        AdultApprentices,
        "Voksenlærlinge",
        "Voksenlærlingeforløb med tilskud, fra første til sidste dag.",
        "Kommunens virksomhedssager",
        new ColumnDeclaration(
            "background",
            "Før forløbet",
            "Om personen kom fra ledighed eller beskæftigelse",
            StandardDimensions.ApprenticeBackground
        )
    );

    public static readonly TableDeclaration EducationTable = Spells(
        Education,
        "Uddannelse",
        "Uddannelsesforløb, fra begyndelse til gennemført eller afbrudt.",
        "Kommunens ungedatabase",
        new ColumnDeclaration("level", "Uddannelse", "Uddannelsens slags", StandardDimensions.EducationLevel),
        new ColumnDeclaration("outcome", "Udfald", "Hvordan forløbet endte", StandardDimensions.EducationOutcome));

    public static readonly TableDeclaration QualificationTable = Spells(
        Qualifications,
        "Gennemført uddannelse",
        "Uddannelse, som personen har, fra den dag den er gennemført.",
        "Kommunens ungedatabase",
        new ColumnDeclaration("level", "Uddannelse", "Uddannelsens slags", StandardDimensions.EducationLevel)
    );

    public static readonly TableDeclaration SchoolLeavingTable = new(
        SchoolLeaving,
        "Afsluttet grundskole",
        "Dagen, hvor den unge gik ud af grundskolen (9. eller 10. klasse).",
        FactShape.Events,
        FactSubject.Person,
        "Kommunens ungedatabase",
        []
    );

    public static readonly TableDeclaration PermitTable = Spells(
        Permits,
        "Ophold",
        "Opholdstilladelser, fra den dag de blev givet.",
        "Kommunens integrationssager",
        new ColumnDeclaration(
            "basis",
            "Opholdsgrundlag",
            "Hvad opholdet er givet efter",
            StandardDimensions.PermitBasis
        ),
        new ColumnDeclaration("quota", "Kvoteflygtning", "1, hvis personen indgår i kommunens kvote", Unit: "personer"),
        new ColumnDeclaration("taken-over", "Overtaget", "1, hvis personen er overtaget fra en anden kommune", Unit: "personer"));

    public static readonly TableDeclaration IntegrationProgrammeTable = Spells(
        IntegrationProgramme,
        "Selvforsørgelses- og hjemrejse- eller introduktionsprogram",
        "Dage, hvor personen er i programmet.",
        "Kommunens integrationssager"
    );

    public static readonly TableDeclaration SpouseSupportTable = Spells(
        SpouseSupport,
        "Ægtefælleforsørget",
        "Dage, hvor personen forsørges af sin ægtefælle.",
        "Kommunens integrationssager"
    );

    public static readonly TableDeclaration PartnershipTable = new(
        Partnerships,
        "Partnerskaber",
        "Dage, hvor en virksomhed har en partnerskabsaftale med jobcenteret.",
        FactShape.Spells,
        FactSubject.Company,
        "Kommunens virksomhedssager",
        []
    );

    public static readonly TableDeclaration CompanyActivityTable = new(
        CompanyActivities,
        "Aktiviteter med virksomheder",
        "Kontakter, jobordrer, ansættelser og placeringer, én række for hver.",
        FactShape.Events,
        FactSubject.Company,
        "Kommunens virksomhedssager",
        [
            new("kind", "Aktivitet", "Hvad der skete", StandardDimensions.ActivityKind),
            new(
                "form",
                "Form",
                "Løntilskud, ordinært job eller virksomhedspraktik, hvor det er det",
                StandardDimensions.ActivityForm
            ),
            new("employees", "Ansatte", "Virksomhedens antal ansatte på dagen", Unit: "ansatte"),
        ]
    );

    public static TableDeclaration ConversationSurveyTable(Dimension team) =>
        new(
            ConversationSurvey,
            "Samtaleundersøgelse",
            "Svar på de fire spørgsmål efter en samtale, én række for hvert svar, på den sidste dag i samtalens måned og uden at det vides, hvem der svarede. Svar, som er for få i et team og en måned, er uden team eller ikke med.",
            FactShape.Events,
            FactSubject.Municipality,
            "Kommunens samtaleundersøgelse",
            [
                new("team", "Team", "Det team, som holdt samtalen", team),
                Answered("options", "Muligheder", "Jeg fik øje på muligheder, jeg kan bruge"),
                Answered("belief", "Tiltro", "Min sagsbehandler tror på, at jeg kan komme i job eller uddannelse"),
                Answered("progress", "Et skridt videre", "Samtalen bragte mig et skridt videre"),
                Answered("dignity", "Respekt", "Jeg blev mødt med respekt og værdighed"),
            ]
        );

    private static ColumnDeclaration Answered(string id, string name, string question) =>
        new(id, name, $"Svar fra 1 til 5 på »{question}«", Unit: "point") { Highest = 5 };

    /// <summary>Keys of the dimensions: the ids of the code lists (kontanthjaelp-aktivitetsparat, lab-6-3 …).</summary>
    public static TableDeclaration BenefitTable(Dimension benefit, Dimension targetGroup, Dimension? team = null) =>
        Spells(
            Benefits,
            "Ydelser",
            "Dage, hvor personen får en ydelse; én række for hver uafbrudt periode på samme ydelse og i samme målgruppe.",
            "Kommunens egne sager",
            new ColumnDeclaration("benefit", "Ydelse", "Hvad der udbetales", benefit),
            new ColumnDeclaration(
                "target-group",
                "Målgruppe",
                "Målgruppe efter lov om en aktiv beskæftigelsesindsats § 6",
                targetGroup
            ),
            new ColumnDeclaration("team", "Team", "Det team, der har sagen", team ?? StandardDimensions.Team)
        );

    public static TableDeclaration InterventionTable(Dimension kind) =>
        Spells(
            Interventions,
            "Indsatser",
            "Tilbud og indsatser, fra første til sidste dag.",
            "Kommunens egne sager",
            new ColumnDeclaration("kind", "Indsats", "Indsatsens slags", kind),
            new ColumnDeclaration(
                "workplace",
                "Arbejdsplads",
                "Arbejdspladsens slags, hvor indsatsen er på en arbejdsplads",
                StandardDimensions.Workplace
            )
        );

    public static TableDeclaration ConversationTable(Dimension kind) => new(Conversations, "Samtaler", "Holdte samtaler i kontaktforløbet.",
        FactShape.Events, FactSubject.Person, "Kommunens egne sager", [new("kind", "Slags", "Hvordan samtalen blev holdt", kind)]);

    /// <summary>What to tell a reader whose figure needs a table that is not there.</summary>
    public static string WhenMissing(string table) =>
        table switch
        {
            ConversationSurvey => "Der er endnu ikke svar nok på samtaleundersøgelsen til at vise et tal.",
            WorkDuty => "Registeret har ingen måneder med arbejdspligt, som loven er kendt for.",
            Benefits => "Kommunens ydelsesperioder er ikke indlæst.",
            Interventions => "Kommunens indsatser og tilbud er ikke indlæst.",
            Conversations => "Kommunens samtaler er ikke indlæst.",
            _ => Declared.FirstOrDefault(t => t.Id == table) is { } declaration
                ? $"Oplysninger om »{declaration.Name}« er ikke indlæst. De kommer fra: {declaration.Source}."
                : $"Tabellen {table} er ikke indlæst.",
        };

    private static IEnumerable<TableDeclaration> Declared =>
        [
            .. CourseFactTables.All,
            PersonTable,
            ResidenceTable,
            PartialReturnTable,
            PaidHoursTable,
            EmploymentTable,
            AdultApprenticeTable,
            EducationTable,
            QualificationTable,
            SchoolLeavingTable,
            PermitTable,
            IntegrationProgrammeTable,
            SpouseSupportTable,
            PartnershipTable,
            CompanyActivityTable,
        ];

    private static TableDeclaration Spells(string id, string name, string meaning, string source, params ColumnDeclaration[] columns) =>
        new(id, name, meaning, FactShape.Spells, FactSubject.Person, source, columns);
}
