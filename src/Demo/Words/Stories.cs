namespace Virker.Demo;

/// <summary>
/// Short notes as a case worker writes them: where somebody comes from, what is in the way, what was agreed.
/// </summary>
internal static class Stories
{
    private static readonly string[] Jobs =
    [
        "lagermedarbejder",
        "SOSU-hjælper",
        "tømrer",
        "kassemedarbejder",
        "chauffør",
        "pædagogmedhjælper",
        "kontorassistent",
        "kok",
        "rengøringsassistent",
        "maskinoperatør",
        "butiksassistent",
        "tjener",
        "elektriker",
        "gartner",
        "slagter",
        "receptionist",
        "murer",
        "bogholder",
    ];

    private static readonly string[] Goals =
    [
        "et job på lager eller i produktion",
        "en elevplads som SOSU-assistent",
        "et job i detailhandlen",
        "et kontorjob med få timer til en begyndelse",
        "at blive faglært inden for byggeri",
        "et job i køkken eller kantine",
        "et job med børn",
        "arbejde udendørs",
        "et fleksibelt job tæt på hjemmet",
        "en læreplads",
    ];

    private static readonly string[] Agreed =
    [
        "Vi aftaler, at {0} skriver til tre virksomheder inden næste samtale.",
        "Aftalt: virksomhedsbesøg sammen med virksomhedskonsulenten i næste uge.",
        "{0} undersøger selv to praktiksteder, og vi følger op om fjorten dage.",
        "Vi opdaterer Min plan sammen, og {0} får et tilbud om et kort kursus.",
        "Aftalt: {0} ringer selv til sin tidligere arbejdsgiver om nogle timer om ugen.",
        "Vi mødes på arbejdspladsen næste gang og taler om flere timer.",
    ];

    private static readonly string[][] Situations =
    [
        [],
        [
            "Har arbejdet som {1} i {2} år og blev opsagt, da virksomheden skar ned.",
            "Ledig efter en tidsbegrænset stilling som {1}.",
            "Uddannet {1} og vil gerne skifte branche.",
        ],
        [
            "Har været uden fast arbejde siden et job som {1}, men har løse vagter.",
            "Klar til at arbejde, men mangler netværk og et opdateret cv.",
            "Kommer fra eget firma, som måtte lukke.",
        ],
        [
            "Har ondt i ryggen og sover dårligt, men savner kolleger og en fast hverdag.",
            "Døjer med angst og kommer bedst i små skridt; morgenen er svær.",
            "Har haft mange korte job som {1} og tror ikke rigtig på det mere.",
        ],
        [
            "Gik ud af sin uddannelse efter {2} måneder og bor nu hjemme igen.",
            "Vil gerne i lære, men mangler dansk og matematik.",
            "Har svært ved at komme op om morgenen og vil gerne have en mentor.",
        ],
        [
            "Kom til kommunen for {2} måneder siden og taler lidt dansk.",
            "Har en uddannelse hjemmefra, som ikke er oversat endnu.",
            "Går på sprogskole om formiddagen og vil gerne arbejde resten af dagen.",
        ],
        [
            "Sygemeldt fra et job som {1} efter en operation; arbejdsgiveren holder pladsen.",
            "Sygemeldt med stress; begynder så småt at kunne læse og gå ture.",
            "Venter på en undersøgelse på sygehuset og kan ikke løfte.",
        ],
        [
            "Venter på svar fra speciallægen og afprøver, hvor meget kroppen kan holde til.",
            "Har prøvet at vende tilbage som {1}, men måtte stoppe efter tre uger.",
        ],
        [
            "Deltager i et forløb med fysioterapi og praktik to formiddage om ugen.",
            "Har brug for faste rammer og én at tale med ad gangen.",
        ],
        [
            "Visiteret til fleksjob og søger få timer som {1}.",
            "Fleksjobbet ophørte, da butikken lukkede; vil gerne i gang igen.",
        ],
        [
            "Er i fleksjob som {1} og trives; arbejdsgiveren vil gerne give flere timer.",
            "Er i fleksjob, og skånehensynene virker.",
        ],
        ["Er under revalidering til nyt fag efter en arbejdsskade som {1}."],
    ];

    private static readonly string[] Titles =
    [
        "Første samtale",
        "Opfølgning",
        "Status på Min plan",
        "Telefonsamtale",
        "Samtale om job og uddannelse",
        "Aftale efter virksomhedsbesøg",
    ];

    public static (string Title, string Text) Note(ref Chance chance, int benefit, string given)
    {
        var situations = Situations[Math.Min(benefit, Situations.Length - 1)];
        var situation = string.Format(chance.Of(situations), given, chance.Of(Jobs), chance.Between(2, 14));
        var goal = benefit is 6 or 10 ? "" : $" Målet er {chance.Of(Goals)}.";
        return (chance.Of(Titles), $"{situation}{goal} {string.Format(chance.Of(Agreed), given)}");
    }

    public static string Occupation(ref Chance chance) => chance.Of(Jobs);
}
