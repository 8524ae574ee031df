namespace Virker.Insight;

/// <summary>
/// The work with the cases: caseload, changes of case worker, conversations in time, sanctions, work duty.
/// </summary>
internal static class CaseIndicators
{
    private const string Cases = "Kommunens egne sager";
    private const int ThreeMonths = 92;

    private static readonly FactSet Open = new(StandardFacts.OpenCases);
    private static readonly FactSet JobReady = Sets.Benefit("dagpenge", "kontanthjaelp-jobparat");
    private static readonly FactSet Benefits = new(StandardFacts.Benefits);
    private static readonly FactSet Due = new(StandardFacts.DueConversations);
    private static readonly FactSet Duty = new(StandardFacts.WorkDuty);

    public static IReadOnlyList<Indicator> All =>
        [
            new("sager.aabne", "Borgere med en sag", "borgere", 1, new Heads(Open, Presence.AtEnd)) { Source = Cases },
            new(
                "sager.pr-sagsbehandler",
                "Sager for hver sagsbehandler",
                "borgere",
                2,
                new Ratio(new Heads(Open, Presence.AtEnd), new Heads(new(StandardFacts.CaseWorkers), Presence.AtEnd), 1)
            )
            {
                Source = Cases,
                Decimals = 1,
                CountsPersons = false,
            },
            new("sager.skift", "Skift af sagsbehandler", "skift", 1, new Events(new(StandardFacts.WorkerChanges)))
            {
                Source = Cases,
                Rhythm = Rhythm.TwelveMonths,
                MoreIsBetter = false,
            },
            new(
                "sager.skift-pr-100",
                "Skift af sagsbehandler for hver 100 borgere",
                "skift",
                1,
                new Ratio(new Events(new(StandardFacts.WorkerChanges)), new Heads(Open, Presence.InPeriod))
            )
            {
                Source = Cases,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                MoreIsBetter = false,
            },
            new(
                "samtaler.rettidige",
                "Samtaler holdt inden lovens frist",
                "pct.",
                1,
                new Ratio(new Events(Due.With("outcome", "rettidig")), new Events(Due))
            )
            {
                Note = ByLaw,
                Source = LawAndCases,
                Decimals = 1,
                MoreIsBetter = true,
                Words = ["rettidige", "rettidighed", "frist"],
            },
            new(
                "samtaler.over-fristen",
                "Samtaler holdt efter lovens frist eller slet ikke",
                "samtaler",
                1,
                new Events(Due.With("outcome", "for-sent", "ikke-holdt"))
            )
            {
                Note = ByLaw,
                Source = LawAndCases,
                MoreIsBetter = false,
            },
            new(
                "samtaler.inden-for-3-maaneder",
                "Jobparate med en samtale inden for de seneste tre måneder",
                "pct.",
                1,
                new Ratio(
                    new Group(
                        new PresentLong(JobReady, ThreeMonths)
                            & new Recent(new(StandardFacts.Conversations), ThreeMonths)
                    ),
                    new Group(new PresentLong(JobReady, ThreeMonths))
                )
            )
            {
                Note = "Tallet måler hyppighed; om samtalerne var rettidige efter loven, er et andet nøgletal.",
                Source = Cases,
                Decimals = 1,
                MoreIsBetter = true,
            },
            new(
                "samtaler.pr-borger",
                "Samtaler for hver borger på ydelse",
                "samtaler",
                1,
                new Ratio(new Events(new(StandardFacts.Conversations)), new Heads(Benefits, Presence.InPeriod), 1)
            )
            {
                Source = Cases,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                MoreIsBetter = true,
            },
            new("sanktioner.antal", "Sanktioner", "sanktioner", 1, new Events(new(StandardFacts.Sanctions)))
            {
                Source = Cases,
                OfficialTable = "jobindsats Y01H01",
                Rhythm = Rhythm.TwelveMonths,
            },
            new(
                "arbejdspligt.timer",
                "Timer i arbejdspligt for hver borger",
                "timer",
                1,
                new Ratio(new Total(Duty, "hours"), new Heads(Duty, Presence.InPeriod), 1)
            )
            {
                Note = $"Udført er indsatser på en arbejdsplads og lønnede timer. {DutyKnown}",
                Source = DutySource,
                Decimals = 1,
            },
            new("arbejdspligt.borgere", "Borgere med arbejdspligt", "borgere", 1, new Heads(Duty, Presence.InPeriod))
            {
                Note = $"Ydelsen giver arbejdspligt efter loven på dagen. {DutyKnown}",
                Source = DutySource,
            },
            new(
                "arbejdspligt.daekning",
                "Udførte timer af arbejdspligtens timer",
                "pct.",
                1,
                new Ratio(new Total(Duty, "hours"), new Total(Duty, "required"))
            )
            {
                Note = $"Den konkrete vurdering, som kan give færre timer, står ikke i registeret. {DutyKnown}",
                Source = DutySource,
                Decimals = 1,
                MoreIsBetter = true,
            },
        ];

    private const string DutySource = Cases + ", eIndkomst og loven, som den gælder i kommunen";

    private const string DutyKnown =
        "Registeret kender ydelsen, men ikke kontanthjælpens satser, så efter 30. juni 2025 kan tallet ikke opgøres.";

    private const string LawAndCases = Cases + " og loven, som den gælder i kommunen";

    private const string ByLaw =
        "Fristen er den, loven gav på den dag, forløbet begyndte. Har borgeren forladt ydelsen før fristen, eller er lovens frist ikke kendt, tæller samtalen ikke med.";
}
