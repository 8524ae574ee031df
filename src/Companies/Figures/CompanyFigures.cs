using Virker.Casework;
using Virker.Insight;

namespace Virker.Companies;

internal sealed class CompanyFigures : IFigures
{
    private const string Cases = CompanySources.Cases;

    private static readonly FactSet Activities = new(CompanyActivityFacts.Table);
    private static readonly FactSet Contacts = Activities.With(CompanyActivityFacts.Kind, "kontakt");
    private static readonly FactSet Active = new(ActiveCompanyFacts.Table);
    private static readonly FactSet Larger = Active with { Minimums = [new(ActiveCompanyFacts.Employees, 3)] };
    private static readonly FactSet LargerContacted = Contacts with
    {
        Minimums = [new(CompanyActivityFacts.Employees, 3)],
    };
    private static readonly FactSet Apprentices = new(ApprenticeFacts.Table);

    public static readonly FigureArea Companies = new("Virksomheder", 60);

    public FigureArea Area => Companies;

    public IReadOnlyList<Indicator> All { get; } =
        [
            new("voksenlaerlinge.begyndt", "Begyndte voksenlærlingeforløb", "forløb", 2, new Inflow(Apprentices))
            {
                Source = Cases,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["voksenlærlingeforløb", "voksenlærlinge", "voksenlærling", "starter", "borgere"],
            },
            new(
                "voksenlaerlinge.begyndt-fra-ledighed",
                "Begyndte voksenlærlingeforløb fra ledighed",
                "forløb",
                2,
                new Inflow(Apprentices.With(ApprenticeFacts.Background, "ledig"))
            )
            {
                Source = Cases,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["voksenlærlingeforløb", "voksenlærlinge", "voksenlærling", "fra", "ledighed", "heraf"],
            },
            new(
                "partnerskaber.aktive",
                "Partnerskabsvirksomheder med aktiviteter",
                "virksomheder",
                1,
                new Group(
                    new Present(new FactSet(PartnershipFacts.Table), Presence.InPeriod)
                        & new Present(Activities, Presence.InPeriod)
                )
            )
            {
                CountsPersons = false,
                Source = Cases,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["partnerskabsvirksomheder", "partnerskaber", "virksomheder", "aktiviteter"],
            },
            new("virksomheder.kontakter", "Virksomhedskontakter", "kontakter", 1, new Events(Contacts))
            {
                CountsPersons = false,
                Source = Cases,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["virksomhedskontakter", "kontakter"],
            },
            new(
                "virksomheder.kontaktede",
                "Kontaktede virksomheder",
                "virksomheder",
                1,
                new Heads(Contacts, Presence.InPeriod)
            )
            {
                CountsPersons = false,
                Source = Cases,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["kontaktede", "virksomheder"],
            },
            new(
                "virksomheder.kontaktede-3-ansatte",
                "Kontaktede virksomheder med mindst tre ansatte",
                "virksomheder",
                1,
                new Heads(LargerContacted, Presence.InPeriod)
            )
            {
                CountsPersons = false,
                Source = Cases,
                Rhythm = Rhythm.TwelveMonths,
                Words = ["virksomheder", "tre", "ansatte"],
            },
            new("virksomheder.aktive", "Aktive virksomheder", "virksomheder", 1, new Heads(Active, Presence.AtEnd))
            {
                CountsPersons = false,
                Source = Cases,
            },
            new(
                "virksomheder.aktive-3-ansatte",
                "Aktive virksomheder med mindst tre ansatte",
                "virksomheder",
                1,
                new Heads(Larger, Presence.AtEnd)
            )
            {
                CountsPersons = false,
                Note = "Antallet af ansatte er det nyeste kendte.",
                Source = Cases,
            },
            new(
                "virksomheder.daekning",
                "Kontaktede af de aktive virksomheder med mindst tre ansatte",
                "pct.",
                1,
                new Ratio(
                    new Heads(LargerContacted, Presence.InPeriod),
                    new Heads(Larger, Presence.AtEnd)
                )
            )
            {
                CountsPersons = false,
                Source = Cases,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                MoreIsBetter = true,
            },
            Count("jobordrer.oprettede", "Oprettede jobordrer", "jobordrer", "jobordre", "jobordrer"),
            Count("jobordrer.ansatte", "Ansatte på jobordrer", "personer", "ansaettelse", "ansatte"),
        ];

    private static Indicator Count(string id, string name, string unit, string kind, string word) =>
        new(id, name, unit, 1, new Events(Activities.With(CompanyActivityFacts.Kind, kind)))
        {
            Note = "Løntilskud, ordinære job og virksomhedspraktik.",
            CountsPersons = false,
            Source = Cases,
            Rhythm = Rhythm.TwelveMonths,
            Words = [word, "jobordrer"],
        };
}
