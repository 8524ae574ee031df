namespace Virker.Insight;

/// <summary>The words of every table that a key figure counts in.</summary>
internal static class TableWordsOf
{
    private const string Programme = "i integrationsprogram eller selvforsørgelses- og hjemrejseprogram";
    private const string Survey = "svar på samtaleundersøgelsen i perioden";

    public static Dictionary<string, TableWords> Tables { get; } =
        new()
        {
            [StandardFacts.Residence] = new("bor i kommunen", "ophold i kommunen"),
            [StandardFacts.Benefits] = new("får {benefit|en ydelse}", "forløb på {benefit|en ydelse}"),
            [StandardFacts.PartialReturn] = new("er delvist raskmeldt", "delvise raskmeldinger"),
            [StandardFacts.PaidHours] = new(
                "har lønnede timer{>=hours|| (mindst * i måneden)}",
                "måneder med lønnede timer{>=hours|| (mindst *)}"
            ),
            [StandardFacts.Employment] = new("er i lønmodtagerbeskæftigelse", "ansættelser"),
            [StandardFacts.Interventions] = new("er i {kind|en indsats}", "forløb i {kind|en indsats}"),
            [StandardFacts.Placements] = new(
                "er i en indsats på en arbejdsplads",
                "forløb i en indsats på en arbejdsplads"
            ),
            [StandardFacts.Provided] = new(
                "er i en indsats hos en leverandør (anden aktør, uddannelsessted, mentor)",
                "forløb i en indsats hos en leverandør (anden aktør, uddannelsessted, mentor)"
            ),
            [StandardFacts.AdultApprentices] = new(
                "er i voksenlærlingeforløb{background|| fra *}",
                "voksenlærlingeforløb{background|| fra *}"
            ),
            [StandardFacts.Education] = new(
                "er i gang med {level|en uddannelse}",
                "forløb på {level|en uddannelse}{outcome||, som er *,}"
            )
            {
                Past = "har haft et forløb på {level|en uddannelse}{outcome||, som er *}",
            },
            [StandardFacts.Qualifications] = new(
                "har gennemført {level|en uddannelse}",
                "gennemførte forløb på {level|en uddannelse}"
            ),
            [StandardFacts.SchoolLeaving] = new("går ud af grundskolen", "afgange fra grundskolen")
            {
                Events = "afgange fra grundskolen i perioden",
                IsOneDay = true,
            },
            [StandardFacts.Permits] = new("har opholdstilladelse{basis|| som *}", "opholdstilladelser{basis|| som *}")
            {
                Events =
                    "personer, der i perioden er kommet til kommunen{basis|| som *}{>=quota|| og indgår i dens kvote}{>=taken-over|| ved at være overtaget fra en anden kommune}",
                Unit = "personer",
            },
            [StandardFacts.IntegrationProgramme] = new($"er {Programme}", $"forløb {Programme}")
            {
                Past = $"har været {Programme}",
            },
            [StandardFacts.SpouseSupport] = new("er ægtefælleforsørget", "perioder som ægtefælleforsørget"),
            [StandardFacts.DanishCourses] = new("går på danskuddannelse", "forløb på danskuddannelse"),
            [StandardFacts.ResultGrants] = Event(
                "får resultattilskud",
                "resultattilskud{kind|| for *}, som kommunen har fået i perioden",
                "tilskud"
            ),
            [StandardFacts.Repatriations] = Event(
                "er vendt tilbage til sit hjemland",
                "personer, der i perioden er vendt tilbage til deres hjemland",
                "personer"
            ),
            [StandardFacts.NewcomerQuotas] = Event(
                "har en kvote",
                "kommunekvoter for kalenderår, der begynder i perioden",
                "kvoter"
            ),
            [StandardFacts.Conversations] = Event(
                "har en samtale",
                "samtaler, der er holdt i perioden",
                "samtaler"
            ) with
            {
                Past = "har haft en samtale",
            },
            [StandardFacts.DueConversations] = Event(
                "har en samtale, som loven kræver",
                "samtaler, som loven kræver, med sidste lovlige dag i perioden{outcome||, og som *}",
                "samtaler"
            ),
            [StandardFacts.Sanctions] = Event(
                "får en sanktion",
                "sanktioner, der er besluttet i perioden",
                "sanktioner"
            ),
            [StandardFacts.WorkerChanges] = Event(
                "skifter sagsbehandler",
                "skift af sagsbehandler i en løbende sag i perioden",
                "skift"
            ),
            [StandardFacts.ConversationSurvey] = Event(
                "har svaret",
                $"{Survey}{{>=dignity||{On("dignity")}}}{{>=options||{On("options")}}}{{>=belief||{On("belief")}}}{{>=progress||{On("progress")}}}",
                "svar"
            ),
            [StandardFacts.OpenCases] = new("har en sag hos en sagsbehandler", "sager hos en sagsbehandler"),
            [StandardFacts.CaseWorkers] = new("har mindst én sag", "sager") { Subjects = "sagsbehandlere" },
            [StandardFacts.WorkDuty] = new("er omfattet af arbejdspligt", "måneder med arbejdspligt"),
            [StandardFacts.Schemes] = new(
                "er mærket som deltager i en særlig indsats",
                "deltagelser i en særlig indsats"
            ),
            [StandardFacts.Partnerships] = new("har en partnerskabsaftale", "partnerskabsaftaler")
            {
                Subjects = "virksomheder",
            },
            [StandardFacts.Companies] = new(
                "findes i kommunens virksomhedsregister{>=employees|| og har mindst *}",
                "virksomheder"
            )
            {
                Subjects = "virksomheder",
            },
            [StandardFacts.CompanyActivities] = new(
                "har {kind|aktiviteter (kontakt, jobordre, ansættelse eller placering)} med jobcenteret{>=employees|| og da har mindst *}"
            )
            {
                Events = "{kind|aktiviteter} med virksomheder{>=employees|| med mindst *} i perioden",
                Subjects = "virksomheder",
                Unit = "aktiviteter",
            },
        };

    /// <summary>The numbers of a table's rows that are added up, and the unit of their sum.</summary>
    public static (string Words, string Unit) Sum(FactSet set, string column) =>
        (set.Table, column) switch
        {
            (StandardFacts.PaidHours, "hours") => ("lønnede timer i perioden", "timer"),
            (StandardFacts.WorkDuty, "hours") => ("udførte timer i arbejdspligt i perioden", "timer"),
            (StandardFacts.WorkDuty, "required") => ("timer, som loven som udgangspunkt kræver i perioden", "timer"),
            (StandardFacts.NewcomerQuotas, "places") => (
                "pladser i kvoten for det kalenderår, der begynder i perioden",
                "personer"
            ),
            (StandardFacts.ConversationSurvey, _) => ($"summen af {Survey} på »{ValueWords.Of(column)}«", "point"),
            _ => ($"summen af {column} i perioden", column),
        };

    private static TableWords Event(string state, string events, string unit) =>
        new(state, events)
        {
            Events = events,
            Unit = unit,
            IsOneDay = true,
        };

    private static string On(string column) => $" på mindst * til »{ValueWords.Of(column)}«";
}
