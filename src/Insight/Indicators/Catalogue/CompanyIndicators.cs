namespace Virker.Insight;

internal static class CompanyIndicators
{
    private const string Cases = "Kommunens virksomhedssager";

    private static readonly FactSet Activities = new(StandardFacts.CompanyActivities);
    private static readonly FactSet Contacts = Activities.With("kind", "kontakt");
    private static readonly FactSet Active = new(StandardFacts.Companies);
    private static readonly FactSet Apprentices = new(StandardFacts.AdultApprentices);

    public static IReadOnlyList<Indicator> All =>
    [
        new("voksenlaerlinge.begyndt", "Borgere, der er begyndt i voksenlærlingeforløb", "borgere", 1, new Inflow(Apprentices))
        {
            Definition = "Voksenlærlingeforløb, hvis første dag ligger i perioden.", Formula = "Antal begyndte forløb.",
            Source = Cases, Rhythm = Rhythm.TwelveMonths, Words = ["voksenlærlingeforløb", "voksenlærlinge", "voksenlærling", "starter", "borgere"],
        },
        new("voksenlaerlinge.begyndt-fra-ledighed", "Borgere, der er begyndt i voksenlærlingeforløb fra ledighed", "borgere", 1, new Inflow(Apprentices.With("background", "ledig")))
        {
            Definition = "Voksenlærlingeforløb, hvis første dag ligger i perioden, og hvor borgeren kom fra ledighed.", Formula = "Antal begyndte forløb.",
            Source = Cases, Rhythm = Rhythm.TwelveMonths, Words = ["voksenlærlingeforløb", "voksenlærlinge", "voksenlærling", "fra", "ledighed", "heraf"],
        },
        new("partnerskaber.aktive", "Partnerskabsvirksomheder med aktiviteter", "virksomheder", 1,
            new Group(new Present(new FactSet(StandardFacts.Partnerships), Presence.InPeriod) & new Present(Activities, Presence.InPeriod)))
        {
            Definition = "Virksomheder, der i perioden har en partnerskabsaftale og mindst én aktivitet med jobcenteret (kontakt, jobordre, ansættelse eller placering).",
            Formula = "Antal forskellige virksomheder.", CountsPersons = false,
            Source = Cases, Rhythm = Rhythm.TwelveMonths, Words = ["partnerskabsvirksomheder", "partnerskaber", "virksomheder", "aktiviteter"],
        },
        new("virksomheder.kontakter", "Virksomhedskontakter", "kontakter", 1, new Events(Contacts))
        {
            Definition = "Kontakter til virksomheder. Flere kontakter til samme virksomhed tæller flere gange.", Formula = "Antal kontakter.",
            CountsPersons = false, Source = Cases, Rhythm = Rhythm.TwelveMonths, Words = ["virksomhedskontakter", "kontakter"],
        },
        new("virksomheder.kontaktede", "Kontaktede virksomheder", "virksomheder", 1, new Heads(Contacts, Presence.InPeriod))
        {
            Definition = "Forskellige virksomheder med mindst én kontakt.", Formula = "Antal forskellige virksomheder.",
            CountsPersons = false, Source = Cases, Rhythm = Rhythm.TwelveMonths, Words = ["kontaktede", "virksomheder"],
        },
        new("virksomheder.kontaktede-3-ansatte", "Kontaktede virksomheder med mindst tre ansatte", "virksomheder", 1, new Heads(Contacts with { Minimums = [new("employees", 3)] }, Presence.InPeriod))
        {
            Definition = "Forskellige virksomheder med mindst én kontakt, hvor virksomheden havde tre ansatte eller flere.", Formula = "Antal forskellige virksomheder.",
            CountsPersons = false, Source = Cases, Rhythm = Rhythm.TwelveMonths, Words = ["virksomheder", "tre", "ansatte"],
        },
        new("virksomheder.aktive", "Aktive virksomheder", "virksomheder", 1, new Heads(Active, Presence.AtEnd))
        {
            Definition = "Virksomheder i kommunens virksomhedsregister, der ikke er ophørt på periodens sidste dag.", Formula = "Antal virksomheder på sidste dag.", CountsPersons = false, Source = Cases,
        },
        new("virksomheder.aktive-3-ansatte", "Aktive virksomheder med mindst tre ansatte", "virksomheder", 1, new Heads(Active with { Minimums = [new("employees", 3)] }, Presence.AtEnd))
        {
            Definition = "Virksomheder med tre ansatte eller flere, der ikke er ophørt på periodens sidste dag. Antallet af ansatte er det nyeste kendte.", Formula = "Antal virksomheder på sidste dag.", CountsPersons = false, Source = Cases,
        },
        new("virksomheder.daekning", "Kontaktede af de aktive virksomheder med mindst tre ansatte", "pct.", 1, new Ratio(
            new Heads(Contacts with { Minimums = [new("employees", 3)] }, Presence.InPeriod), new Heads(Active with { Minimums = [new("employees", 3)] }, Presence.AtEnd)))
        {
            Definition = "Andel af de aktive virksomheder med tre ansatte eller flere, som jobcenteret har haft kontakt med i perioden.", Formula = "Kontaktede virksomheder med mindst tre ansatte / aktive virksomheder med mindst tre ansatte på sidste dag, gange 100.",
            CountsPersons = false, Source = Cases, Decimals = 1, Rhythm = Rhythm.TwelveMonths, MoreIsBetter = true,
        },
        Count("jobordrer.oprettede", "Oprettede jobordrer", "jobordrer", "jobordre", "jobordrer"),
        Count("jobordrer.ansatte", "Ansatte på jobordrer", "personer", "ansaettelse", "ansatte"),
    ];

    private static Indicator Count(string id, string name, string unit, string kind, string word) => new(id, name, unit, 1, new Events(Activities.With("kind", kind)))
    {
        Definition = $"{name} i perioden: løntilskud, ordinære job og virksomhedspraktik.", Formula = "Antal rækker.",
        CountsPersons = false, Source = Cases, Rhythm = Rhythm.TwelveMonths, Words = [word, "jobordrer"],
    };
}
