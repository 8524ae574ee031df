using Virker.Insight;

namespace Virker.Companies;

/// <summary>The companies that are in the municipality's register.</summary>
internal static class ActiveCompanyFacts
{
    public static readonly FactColumn Industry = new(
        "industry",
        "Branche",
        "Virksomhedens branche",
        IndustryFacts.None
    );

    public static readonly FactColumn Employees = new(
        "employees",
        "Ansatte",
        "Virksomhedens antal ansatte",
        unit: "ansatte"
    )
    {
        OneUnit = "ansat",
    };

    public static readonly TableDeclaration Table = new("companies", FactShape.Spells, FactSubject.Company)
    {
        Name = "Virksomheder",
        Meaning =
            "Dage, hvor virksomheden findes i virksomhedsregisteret; regnes fra registerets begyndelse, da dagen for oprettelsen ikke er kendt.",
        Source = CompanySources.Cases,
        Columns = [Industry, Employees],
        Words = new("findes i kommunens virksomhedsregister{>=employees|| og har mindst *}", "virksomheder")
        {
            Subjects = "virksomheder",
        },
    };
}

/// <summary>Which companies have a partnership agreement with the jobcenter.</summary>
internal static class PartnershipFacts
{
    public static readonly TableDeclaration Table = new("partnerships", FactShape.Spells, FactSubject.Company)
    {
        Name = "Partnerskaber",
        Meaning = "Dage, hvor en virksomhed har en partnerskabsaftale med jobcenteret.",
        Source = CompanySources.Cases,
        Words = new("har en partnerskabsaftale", "partnerskabsaftaler") { Subjects = "virksomheder" },
    };
}

/// <summary>What is done with the companies.</summary>
internal static class CompanyActivityFacts
{
    public static readonly FactColumn Kind = new(
        "kind",
        "Aktivitet",
        "Hvad der skete",
        new(
            "activity-kind",
            "Aktivitet",
            [
                new(1, "kontakt", "Virksomhedskontakt"),
                new(2, "jobordre", "Oprettet jobordre"),
                new(3, "ansaettelse", "Ansat på jobordre"),
                new(4, "placering", "Begyndt virksomhedsplacering"),
            ]
        )
    )
    {
        Said = new Dictionary<string, string>
        {
            ["kontakt"] = "kontakter",
            ["jobordre"] = "oprettede jobordrer",
            ["ansaettelse"] = "ansættelser på jobordrer",
        },
        UnitOf = new Dictionary<string, string>
        {
            ["kontakt"] = "kontakter",
            ["jobordre"] = "jobordrer",
            ["ansaettelse"] = "personer",
        },
    };

    public static readonly FactColumn Form = new(
        "form",
        "Form",
        "Løntilskud, ordinært job eller virksomhedspraktik, hvor det er det",
        new(
            "activity-form",
            "Form",
            [
                new(1, "loentilskud", "Løntilskud"),
                new(2, "ordinaert-job", "Ordinært job"),
                new(3, "virksomhedspraktik", "Virksomhedspraktik"),
            ]
        )
    );

    public static readonly FactColumn Employees = new(
        "employees",
        "Ansatte",
        "Virksomhedens antal ansatte på dagen",
        unit: "ansatte"
    )
    {
        OneUnit = "ansat",
    };

    public static readonly TableDeclaration Table = new("company-activities", FactShape.Events, FactSubject.Company)
    {
        Name = "Aktiviteter med virksomheder",
        Meaning = "Kontakter, jobordrer, ansættelser og placeringer, én række for hver.",
        Source = CompanySources.Cases,
        Columns = [Kind, Form, Employees],
        Words = new(
            "har {kind|aktiviteter (kontakt, jobordre, ansættelse eller placering)} med jobcenteret{>=employees|| og da har mindst *}"
        )
        {
            Events = "{kind|aktiviteter} med virksomheder{>=employees|| med mindst *} i perioden",
            Subjects = "virksomheder",
            Unit = "aktiviteter",
        },
    };
}
