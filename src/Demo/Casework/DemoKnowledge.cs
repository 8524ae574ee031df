using Virker.Casework;

namespace Virker.Demo;

/// <summary>
/// The fictive municipality's knowledge base. Where an article stands on the law, it names the rule in Virker and
/// leaves days and numbers to it.
/// </summary>
internal sealed class DemoKnowledge(DemoContent content, DateOnly today)
{
    private sealed record Draft(
        string Title,
        KnowledgeKind Kind,
        WorkStep[] Steps,
        string Summary,
        string Body,
        params string[] Rules
    );

    private static readonly Draft[] Drafts =
    [
        new(
            "Hvor mange samtaler, og hvornår?",
            KnowledgeKind.Law,
            [WorkStep.Booking, WorkStep.Conversation],
            "Antal, frister og hvem der holder samtalen, følger dagen, hvor ydelsen begyndte. Slå op i reglen; brug ikke hukommelsen.",
            "Virker regner kontaktforløbet ud for hver borger og viser det på borgerens side og på »I dag«.\n\n## Sådan læser du det\n- Vinduet er Virkers forslag til en jævn fordeling.\n- Den sidste dag er lovens.\n- Samtaler hos a-kassen står for sig.\n\n## Når noget skurrer\nSer fristen forkert ud, er det næsten altid ydelsens første dag eller målgruppen, der er forkert. Ret den, så regner Virker om.",
            "contact_course.schedule",
            "contact_course.conversations",
            "contact_course.first_by"
        ),
        new(
            "Målet for hele gruppen",
            KnowledgeKind.Law,
            [WorkStep.Booking],
            "Efter reformen måles en del af samtalerne på gruppen og ikke på den enkelte. Den første samtale holdes stadig med alle.",
            "Tallet på »I dag« viser, hvor stor en del af gruppen der er med. Det er et mål for teamet og ikke en grund til at springe en borger over.\n\nBorgeren har ret til en samtale, når borgeren beder om den.",
            "contact_course.portfolio"
        ),
        new(
            "Før, under og efter samtalen",
            KnowledgeKind.Checklist,
            [WorkStep.Conversation],
            "Fem ting før, tre undervejs og to efter. Tager to minutter.",
            "## Før\n- Læs »Siden sidst«.\n- Se, om borgeren har skrevet i planen.\n- Tjek tolk og adressebeskyttelse.\n- Vælg ét spørgsmål om job, du vil have svar på.\n- Find to ledige tider til næste samtale.\n\n## Undervejs\n- Sig, hvad mødet skal føre til.\n- Spørg, hvad borgeren selv tror på.\n- Aftal ét skridt, og sig det højt.\n\n## Efter\n- Skriv kort, og så borgeren kan læse det.\n- Book den næste, før I siger farvel."
        ),
        new(
            "Indkald, så borgeren kommer",
            KnowledgeKind.Procedure,
            [WorkStep.Booking],
            "Giv et valg mellem tider, skriv hvorfor, og mind om det dagen før. Inviter aldrig, når der ingen tider er.",
            "Åbn tider nok, før du inviterer. Virker stopper dig, hvis der er for få.\n\nSkriv i én sætning, hvad samtalen handler om. Borgere, der ved hvorfor, kommer oftere.\n\nBliver borgeren væk, så ring samme dag. Spørg, hvad der skete, før du skriver noget om konsekvens.",
            "sanction.missed_meeting"
        ),
        new(
            "Den første visitation",
            KnowledgeKind.Checklist,
            [WorkStep.Visitation],
            "Én indgang: ansøgning, papirer, målgruppe, sagsbehandler og første samtale, før borgeren går.",
            "- Slå borgeren op på CPR-nummer, så der ikke bliver to sager.\n- Gå papirerne igennem sammen med borgeren.\n- Sig, hvad der mangler, og giv det med på skrift.\n- Læs, hvorfor Virker foreslår målgruppen. Du afgør den.\n- Vælg sagsbehandler efter speciale og belastning.\n- Book den første samtale.",
            "contact_course.first_by"
        ),
        new(
            "Skift af ydelse uden at miste tråden",
            KnowledgeKind.Procedure,
            [WorkStep.Shift, WorkStep.SickPay, WorkStep.HandOver],
            "Sagsbehandler, plan og aftaler bliver. Kun ydelse og målgruppe skifter, og kontaktforløbet begynder forfra.",
            "Brug »Skift ydelse« på borgerens side. Luk ikke sagen, og opret ikke en ny.\n\nEr borgeren med i ordningen med én sagsbehandler, beholder du sagen, også når borgeren bliver rask eller syg igen.\n\n## Sig til borgeren\n- Hvad der ændrer sig, og hvad der ikke gør.\n- Hvornår I taler sammen næste gang.\n- At planen stadig gælder.",
            "refund.restart"
        ),
        new(
            "Overdragelse, der ikke taber noget",
            KnowledgeKind.Checklist,
            [WorkStep.HandOver],
            "Grund, næste skridt og det, den nye skal passe på. Ring sammen til borgeren.",
            "- Skriv grunden. Skift bliver talt, og grundene bliver læst.\n- Skriv det næste skridt med en dag.\n- Se, hvilke samtaler der ikke kunne flytte med.\n- Ring til borgeren sammen, hvis I kan."
        ),
        new(
            "Mål, trin og »aftalt«",
            KnowledgeKind.Procedure,
            [WorkStep.Plan, WorkStep.Conversation],
            "Målet er borgerens ord. Et trin har en dag og en, der gør det. »Aftalt« er en handling for sig, og borgeren skal have læst den.",
            "Skriv målet, som borgeren siger det.\n\nEt trin begynder med et udsagnsord: ringe, søge, møde, øve.\n\nSæt kun »aftalt« på det, I begge har sagt ja til. Retter du et aftalt trin, falder aftalen bort, og borgeren får besked igen.\n\n## Andre områder\nTag sundhed, social eller skole med, når borgeren har sagt ja. De ser målet og de trin, der er delt, og I ser deres, når de deler dem."
        ),
        new(
            "Opfølgning med sygemeldte",
            KnowledgeKind.Law,
            [WorkStep.SickPay, WorkStep.Booking],
            "Loven vælges efter den første fraværsdag. Mellem februar og juni 2026 er der regler, Virker ikke kender; det siger siden selv.",
            "Skriv grundlaget på siden »Sygedagpenge«: første fraværsdag, job eller ledighed, og hvad borgeren og arbejdsgiveren venter. Så regner Virker opfølgningerne ud.\n\nSkriv ikke om sygdommen der. Helbred hører til i lægeoplysningerne og i samtalen.\n\nStår der »ikke kontrolleret« ved en frist, så spørg din faglige koordinator, før du bruger den over for borgeren.",
            "sickness.schedule",
            "sickness.reassessment"
        ),
        new(
            "Arbejdsgiveren: hvad må vi sige?",
            KnowledgeKind.Procedure,
            [WorkStep.SickPay],
            "Kun det, der er aftalt om fravær og timer. Ikke helbred, ikke kategori, ikke hvad borgeren har sagt.",
            "Arbejdsgiveren kan på sin egen side se første fraværsdag, aftalen om at komme delvist tilbage, og om de selv har bedt om tidlig opfølgning. Andet viser Virker ikke.\n\nRinger arbejdsgiveren, så svar på det samme og ikke mere. Henvis resten til medarbejderen selv."
        ),
        new(
            "Adressebeskyttelse i praksis",
            KnowledgeKind.Checklist,
            [WorkStep.Visitation, WorkStep.Booking, WorkStep.HandOver],
            "Adressen må ikke gives videre, heller ikke ved at nævne skole, læge eller praktiksted.",
            "- Læs advarslen øverst på borgerens side.\n- Skriv ikke stednavne i noter, som andre får.\n- Tal om mødested på telefon, ikke i brev.\n- Er du i tvivl, så spørg databeskyttelsesrådgiveren.",
            "cpr.protection"
        ),
    ];

    public async Task WriteAsync(CancellationToken ct)
    {
        foreach (var (draft, number) in Drafts.Select((d, i) => (d, i)))
            await content.RunAsync(
                new SaveArticle(null, 0, draft.Title, draft.Kind)
                {
                    Steps = draft.Steps,
                    Summary = draft.Summary,
                    Body = draft.Body,
                    Rules = draft.Rules,
                    ReviewBy = today.AddMonths(6 + number),
                    Publish = true,
                },
                ct
            );
    }
}
