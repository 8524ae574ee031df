namespace Virker.Tests.Committee;

/// <summary>A case that may come up at a meeting, with the decisions that could be made of it.</summary>
internal sealed record FictiveCase(
    string Title,
    string Type,
    string Theme,
    string Content,
    string Economy,
    string By,
    string[] Points,
    FictiveDecision[] Decisions,
    string[] Attachments
);

internal static class FictiveCases
{
    private static readonly FictiveCase[] All =
    [
        new(
            "Dagens orden",
            "B",
            "Udvalget skal godkende dagsordenen.",
            "Dagsordenen er sendt ud otte dage før mødet.",
            "Ingen.",
            "Formanden",
            ["dagsordenen godkendes."],
            [D("Godkendt.", "approved"), D("Dagsordenen blev godkendt.", "approved"), D("Tiltrådt.", "approved")],
            []
        ),
        new(
            "Ny mentorordning for unge",
            "B",
            "Udvalget skal tage stilling til en ny mentorordning.",
            "Ordningen løber i to år fra 1. august 2026. I Bakkerup Kommune er der gode erfaringer med en lignende ordning. Budgettet pr. 28. februar rækker til 40 unge.",
            "Udgiften er 350.000 kr. om året.",
            "Jobchefen",
            ["mentorordningen vedtages.", "ordningen evalueres efter et år."],
            [
                D("Indstillingen blev tiltrådt.", "approved"),
                D("Tiltrådte indstillingen.", "approved"),
                D("Udvalget besluttede at udsætte sagen til mødet i juni.", "postponed"),
                D("Sagen udsættes til næste møde.", "postponed"),
                D("Et flertal kunne ikke godkende forslaget. Forslaget blev afvist.", "rejected"),
                D("Tilbagesendes Jobafdelingen med bemærkning, at udvalget har vedtaget indstillingen.", "approved"),
            ],
            ["Notat om mentorer", "Kort over skoler", "Høringssvar fra forældre"]
        ),
        new(
            "Ventelister i andet kvartal",
            "O",
            "Udvalget orienteres om ventelisterne.",
            "Ventelisten er faldet fra 48 til 40 dage. Administrationen undersøger, om tallet kan komme længere ned.",
            "Ingen.",
            "Socialforvaltningen",
            ["orienteringen tages til efterretning."],
            [
                D("Taget til efterretning.", "taken_note"),
                D("Udvalget tog orienteringen til efterretning.", "taken_note"),
                D("Til efterretning.", "taken_note"),
                D("Orienteringen blev taget til efterretning.", "taken_note"),
            ],
            ["Ventelister uge 26"]
        ),
        new(
            "Virksomheder i lokalområdet",
            "D",
            "Udvalget skal drøfte samarbejdet med virksomhederne.",
            "Der er 312 virksomheder med mere end fem ansatte.\n1. Handel har 120.\n2. Håndværk har 80.",
            "Ingen ændringer.",
            "Direktøren for Job og Vækst",
            ["udvalget drøfter samarbejdet."],
            [
                D("Drøftet.", "discussed"),
                D("Udvalget drøftede sagen.", "discussed"),
                D("Sagen blev drøftet.", "discussed"),
            ],
            ["Bilag 1: Oversigt", "Bilag 2: Brev fra handelsforeningen"]
        ),
        new(
            "Anlægsbevilling til værksted og lager",
            "B",
            "Der søges om en bevilling.",
            "Værkstedet er fra 1974 og skal have nyt tag. Der er indhentet tre tilbud.",
            "Bevillingen er 1,2 mio. kr. og finansieres af kassen.",
            "Direktionen",
            ["bevillingen anbefales til byrådet.", "arbejdet går i gang i 2027."],
            [
                D("Anbefales godkendt.", "recommended_to_other_body"),
                D("Indstilles til Byrådets godkendelse.", "recommended_to_other_body"),
                D("Fremsendes til Økonomiudvalget til behandling.", "recommended_to_other_body"),
            ],
            ["Tegninger", "Tilbud A"]
        ),
        new(
            "Udtalelse om kollektiv trafik",
            "B",
            "Udvalget skal vælge mellem to forslag til svar.",
            "Trafikselskabet har bedt om en udtalelse senest 1. november.",
            "Ingen.",
            "Teknikforvaltningen",
            ["udtalelsen sendes."],
            [
                D("Punktet udgår.", "withdrawn"),
                D("Sagen blev taget af dagsordenen.", "withdrawn"),
                D("Godkendt.", "approved"),
            ],
            ["Udkast til udtalelse"]
        ),
        new(
            "Meddelelser",
            "O",
            "Formanden og forvaltningen orienterer.",
            "Der er åbent hus den 3. juni.",
            "Ingen.",
            "Formanden",
            ["meddelelserne tages til efterretning."],
            [D("Taget til efterretning.", "taken_note"), D("Til orientering.", "taken_note")],
            []
        ),
        new(
            "Eventuelt",
            "O",
            "Der kan tages emner op.",
            "Emner kan meldes til formanden.",
            "Ingen.",
            "Formanden",
            [],
            [
                D("Intet.", "nothing_to_record"),
                D("Intet at bemærke.", "nothing_to_record"),
                D("Ingen bemærkninger.", "nothing_to_record"),
            ],
            []
        ),
    ];

    /// <summary>The agenda is always first and any other business last; two to five cases between.</summary>
    public static IEnumerable<FictiveCase> Draw(Random random, string committee) =>
        [All[0], .. All[1..^1].OrderBy(_ => random.Next()).Take(random.Next(2, 6)), All[^1]];

    private static FictiveDecision D(string text, string kind) => new(text, kind);
}
