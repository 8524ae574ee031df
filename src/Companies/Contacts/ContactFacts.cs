using Virker.Insight;

namespace Virker.Companies;

/// <summary>The contacts with companies, by how they were made.</summary>
internal static class ContactFacts
{
    public static readonly FactColumn Kind = new(
        "kind",
        "Form",
        "Hvordan kontakten var: besøg, telefon, e-mail eller møde",
        new("contact-kind", "Form", CompanyContactKind.All.Select((k, i) => new DimensionValue(i + 1, k.Code, k.Text)))
    )
    {
        Said = CompanyContactKind.All.ToDictionary(k => k.Code, k => k.Lower),
    };

    public static readonly TableDeclaration Table = new("company-contacts", FactShape.Events, FactSubject.Company)
    {
        Name = "Virksomhedskontakter",
        Meaning = "Kontakter med virksomheder, én række for hver.",
        Source = CompanySources.Cases,
        Columns = [Kind],
        Words = new("har kontakt{kind|| ved *} med jobcenteret")
        {
            Events = "kontakter{kind|| ved *} med virksomheder i perioden",
            Subjects = "virksomheder",
            Unit = "kontakter",
        },
    };
}
