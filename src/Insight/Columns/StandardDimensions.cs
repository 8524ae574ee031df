namespace Virker.Insight;

/// <summary>
/// The dimensions whose values no law gives. Benefits, target groups and interventions are brought by the modules, from
/// the dated code lists.
/// </summary>
public static class StandardDimensions
{
    public static readonly Dimension Sex = new("sex", "Køn", [new(1, "mand", "Mænd"), new(2, "kvinde", "Kvinder")]);

    public static readonly Dimension Origin = new(
        "origin",
        "Oprindelse",
        [
            new(1, "dansk", "Dansk oprindelse"),
            new(2, "vestlig", "Vestlig oprindelse"),
            new(3, "ikke-vestlig", "Ikke-vestlig oprindelse"),
        ]
    );

    public static readonly Dimension PermitBasis = new(
        "permit-basis",
        "Opholdsgrundlag",
        [
            new(1, "flygtning", "Flygtninge"),
            new(2, "familiesammenfoert-flygtning", "Familiesammenførte til flygtninge"),
            new(3, "familiesammenfoert-anden", "Familiesammenførte til andre"),
            new(4, "saerlov-ukraine", "Fordrevne fra Ukraine (særloven)"),
            new(5, "andet", "Andet opholdsgrundlag"),
        ]
    );

    public static readonly Dimension EducationLevel = new(
        "education-level",
        "Uddannelse",
        [
            new(1, "grundskole", "Grundskole"),
            new(2, "ungdomsuddannelse", "Ungdomsuddannelse"),
            new(3, "gymnasial", "Gymnasial uddannelse", "ungdomsuddannelse"),
            new(4, "eud", "Erhvervsuddannelse", "ungdomsuddannelse"),
            new(5, "fgu", "Forberedende grunduddannelse (FGU)"),
            new(6, "videregaaende", "Videregående uddannelse"),
            new(7, "anden", "Anden uddannelse"),
        ]
    );

    public static readonly Dimension EducationOutcome = new(
        "education-outcome",
        "Udfald",
        [new(1, "i-gang", "I gang"), new(2, "gennemfoert", "Gennemført"), new(3, "afbrudt", "Afbrudt")]
    );

    public static readonly Dimension ActivityKind = new(
        "activity-kind",
        "Aktivitet",
        [
            new(1, "kontakt", "Virksomhedskontakt"),
            new(2, "jobordre", "Oprettet jobordre"),
            new(3, "ansaettelse", "Ansat på jobordre"),
            new(4, "placering", "Begyndt virksomhedsplacering"),
        ]
    );

    public static readonly Dimension ActivityForm = new(
        "activity-form",
        "Form",
        [
            new(1, "loentilskud", "Løntilskud"),
            new(2, "ordinaert-job", "Ordinært job"),
            new(3, "virksomhedspraktik", "Virksomhedspraktik"),
        ]
    );

    public static readonly Dimension ApprenticeBackground = new(
        "apprentice-background",
        "Før forløbet",
        [new(1, "ledig", "Ledig"), new(2, "beskaeftiget", "I beskæftigelse")]
    );

    public static readonly Dimension Workplace = new(
        "workplace",
        "Arbejdsplads",
        [
            new(1, "privat", "Privat arbejdsplads"),
            new(2, "forening", "Forening eller organisation"),
            new(3, "kommunal", "Kommunal arbejdsplads"),
            new(4, "regional", "Regional arbejdsplads"),
            new(5, "statslig", "Statslig arbejdsplads"),
        ]
    );

    public static readonly Dimension ResultGrant = new(
        "result-grant",
        "Resultattilskud for",
        [
            new(1, "uddannelse", "Ordinær uddannelse"),
            new(2, "arbejde", "Ordinært arbejde"),
            new(3, "danskuddannelse", "Danskuddannelse"),
        ]
    );

    public static readonly Dimension Timeliness = new(
        "timeliness",
        "Holdt",
        [new(1, "rettidig", "Inden fristen"), new(2, "for-sent", "Efter fristen"), new(3, "ikke-holdt", "Ikke holdt")]
    );

    public static readonly Dimension Team = new("team", "Team", []);
}
