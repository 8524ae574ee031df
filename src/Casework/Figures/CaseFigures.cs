using Virker.Insight;

namespace Virker.Casework;

/// <summary>
/// The work with the cases: caseload, changes of case worker, conversations in time, sanctions, work duty.
/// </summary>
internal sealed class CaseFigures : IFigures
{
    private const string Cases = FactSources.Cases;
    private const int ThreeMonths = 92;

    private static readonly FactSet Open = new(OpenCaseFacts.Table);
    private static readonly FactSet JobReady = BenefitFacts.On("dagpenge", "kontanthjaelp-jobparat");
    private static readonly FactSet Benefits = new(BenefitFacts.Table);
    private static readonly FactSet Due = new(DueConversationFacts.Table);
    private static readonly FactSet Duty = new(WorkDutyFacts.Table);

    public FigureArea Area => FigureAreas.Conversations;

    public int Place => 10;

    public IReadOnlyList<Indicator> All { get; } =
        [
            new("sager.aabne", "Borgere med en sag", "borgere", 1, new Heads(Open, Presence.AtEnd)) { Source = Cases },
            new(
                "sager.pr-sagsbehandler",
                "Sager for hver sagsbehandler",
                "borgere",
                2,
                new Ratio(new Heads(Open, Presence.AtEnd), new Heads(new(CaseWorkerFacts.Table), Presence.AtEnd), 1)
            )
            {
                Source = Cases,
                Decimals = 1,
                CountsPersons = false,
            },
            new("sager.skift", "Skift af sagsbehandler", "skift", 1, new Events(new(WorkerChangeFacts.Table)))
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
                new Ratio(new Events(new(WorkerChangeFacts.Table)), new Heads(Open, Presence.InPeriod))
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
                new Ratio(new Events(Due.With(DueConversationFacts.Outcome, "rettidig")), new Events(Due))
            )
            {
                Note = ByLaw,
                Source = FactSources.CasesAndLaw,
                Decimals = 1,
                MoreIsBetter = true,
                Words = ["rettidige", "rettidighed", "frist"],
            },
            new(
                "samtaler.over-fristen",
                "Samtaler holdt efter lovens frist eller slet ikke",
                "samtaler",
                1,
                new Events(Due.With(DueConversationFacts.Outcome, "for-sent", "ikke-holdt"))
            )
            {
                Note = ByLaw,
                Source = FactSources.CasesAndLaw,
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
                            & new Recent(new(ConversationFacts.Table), ThreeMonths)
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
                new Ratio(new Events(new(ConversationFacts.Table)), new Heads(Benefits, Presence.InPeriod), 1)
            )
            {
                Source = Cases,
                Decimals = 1,
                Rhythm = Rhythm.TwelveMonths,
                MoreIsBetter = true,
            },
            new("sanktioner.antal", "Sanktioner", "sanktioner", 1, new Events(new(SanctionFacts.Table)))
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
                new Ratio(new Total(Duty, WorkDutyFacts.Hours), new Heads(Duty, Presence.InPeriod), 1)
            )
            {
                Note = $"Udført er indsatser på en arbejdsplads og lønnede timer. {DutyKnown}",
                Source = WorkDutyFacts.Sources,
                Decimals = 1,
            },
            new("arbejdspligt.borgere", "Borgere med arbejdspligt", "borgere", 1, new Heads(Duty, Presence.InPeriod))
            {
                Note = $"Ydelsen giver arbejdspligt efter loven på dagen. {DutyKnown}",
                Source = WorkDutyFacts.Sources,
            },
            new(
                "arbejdspligt.daekning",
                "Udførte timer af arbejdspligtens timer",
                "pct.",
                1,
                new Ratio(new Total(Duty, WorkDutyFacts.Hours), new Total(Duty, WorkDutyFacts.Required))
            )
            {
                Note = $"Den konkrete vurdering, som kan give færre timer, står ikke i registeret. {DutyKnown}",
                Source = WorkDutyFacts.Sources,
                Decimals = 1,
                MoreIsBetter = true,
            },
        ];

    private const string DutyKnown =
        "Registeret kender ydelsen, men ikke kontanthjælpens satser, så efter 30. juni 2025 kan tallet ikke opgøres.";

    private const string ByLaw =
        "Fristen er den, loven gav på den dag, forløbet begyndte. Har borgeren forladt ydelsen før fristen, eller er lovens frist ikke kendt, tæller samtalen ikke med.";
}
